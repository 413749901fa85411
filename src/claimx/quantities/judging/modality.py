"""How firmly a quantity is asserted: as it is, foreseen, proposed, supposed, denied or asked."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.nlp import Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.clauses import (
    asks,
    children_of,
    is_apart,
    is_arranged,
    is_beyond,
    is_bracketed,
    is_brought,
    is_brought_about,
    is_copula,
    is_demand,
    is_finite,
    is_impossible,
    is_infinitive,
    is_known,
    is_new_object,
    is_of_other_tense,
    is_past,
    is_said_of,
    is_settled,
    is_told_before,
    is_told_of,
    is_within,
)
from claimx.quantities.judging.denials import denials, is_disputed, lasts
from claimx.quantities.judging.given import described_by, is_given, is_identified, is_there
from claimx.quantities.judging.headlines import announced_verb
from claimx.quantities.judging.modalwords import Found, ModalWords, weightiest
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook

_LONGEST_WAY = 40
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HAD = frozenset({"'d", "’d"})
_ASIDE = frozenset({"relcl", "advcl", "parataxis"})
"""A finite clause of one of these kinds stands for itself: what governs it says nothing of its figures."""


class Modalities:
    """Reads modality by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = ModalWords(rulebook)

    def of(self, reading: Reading) -> Found | None:
        """The modality of a reading and the rule that gives it; None where it is asserted as it is."""
        root = reading.root
        if root is None:
            return None
        asked = self._words.asked if asks(root) else self._words.supposed(root.sent)
        found = [asked, *denials(self._words, root, reading)]
        if self._stands(reading):
            return weightiest(found)
        found.extend(self._thought_of(root) if is_settled(root) else self._signs(root, reading))
        return weightiest(found) or self._announced(root)

    def _stands(self, reading: Reading) -> bool:
        """Whether a quantity is what it is, whatever its sentence says is to become of it: *the third-largest port will
        close*, *will cut the £3m deficit*; not *will cut the £3m grant that is planned*."""
        if is_given(reading):
            return True
        if is_identified(reading, self._words.verbs):
            return True
        described = described_by(reading)
        if described is not None and not any(child.lower_ in self._words.nouns for child in described.children):
            return True
        removed = reading.noun is not None and is_there(reading, self._words.removing)
        return removed and reading.noun is not None and self._words.named(reading.noun.head, reading) is None

    def _announced(self, root: Token) -> Found | None:
        """What a headline without a tense announces: *Firm to cut 300 jobs*, *Bills to rise by 5%*."""
        verb = announced_verb(root.sent, self._words.unmarked)
        return None if verb is None else self._to_be_done(verb)

    def _to_be_done(self, verb: Token) -> Found | None:
        """What an infinitive without a finite verb says: *to rise by 5%* tells what comes about by itself."""
        happens = lemma(verb) in self._words.happening
        return self._words.auxiliaries.get("will") if happens else self._words.proposed

    def _signs(self, root: Token, reading: Reading) -> Iterator[Found | None]:
        """What the words on the way from the number up to the end of its clause say, the nearest first."""
        word, came_from, shared, own = root, root, False, False
        for _ in range(_LONGEST_WAY):
            if not shared:
                yield from self._at(word, came_from, reading)
            elif not own:
                yield from self._auxiliaries_of(word)
            if word.lower_ == "of" and is_apart(word):
                yield self._words.nouns.get(lemma(word.head))
            if word.head.i == word.i or is_apart(word):
                return
            if (
                is_finite(word)
                and word.dep_ in _ASIDE
                and not is_copula(word)
                and not is_beyond(word, came_from, reading)
            ):
                yield self._words.nouns.get(lemma(word.head)) if word.head.pos_ == "NOUN" else None
                yield self._words.of_thing_wanted(word) if word.dep_ == "relcl" else None
                return
            if word.dep_ == "advcl" and is_infinitive(word) and is_new_object(reading):
                yield self._words.proposed
            if word.dep_ == "ccomp" and is_finite(word) and not is_brought_about(word):
                found = self._words.governed(word.head, word)
                yield found if word.tag_ != "VBD" or (found is not None and found[0] == "denied") else None
                return
            if is_told_before(word):
                return
            shared = word.dep_ == "conj" and word.pos_ in {"VERB", "AUX"}
            own = shared and is_of_other_tense(word)
            came_from, word = word, word.head

    def _at(self, word: Token, came_from: Token, reading: Reading) -> Iterator[Found | None]:
        if word.pos_ in {"NOUN", "PROPN"} and not self._words.is_outdone(word, came_from):
            if came_from.i == word.i or came_from.i < word.i:
                yield from self._thought_of(word)
            if reading.quantity.kind != "count" or came_from.i != word.i:
                yield self._words.named(word, reading)
            if came_from.i > word.i and not is_known(reading):
                yield self._words.linked(word, came_from)
            for child in children_of(word):
                if child.dep_ in {"amod", "compound"} and child.i < word.i:
                    kind = reading.quantity.kind
                    yield self._words.nouns.get(child.lower_) or self._words.of_kinds.get((child.lower_, kind))
        elif word.pos_ == "ADJ" and came_from.i > word.i and came_from.dep_ != "conj":
            yield self._words.governed(word, came_from)
            if word.lower_ == "worth" and word.i > word.sent.start:
                yield self._words.named(word.doc[word.i - 1], reading)
        elif word.pos_ in {"VERB", "AUX"}:
            if lemma(word) == "go" and word.tag_ == "VBG" and came_from.dep_ == "xcomp":
                yield self._words.auxiliaries.get("will")
            doer = came_from.dep_ == "nsubj" or (came_from.dep_ == "agent" and reading.quantity.kind == "count")
            governs = came_from.i != word.i and not doer
            found = self._words.governed(word, came_from) if governs else None
            yield found if found is None or found[0] != "denied" or is_disputed(came_from, reading) else None
            if not is_bracketed(reading) and came_from.dep_ not in _SUBJECTS:
                yield self._words.of_kinds.get((lemma(word), reading.quantity.kind))
            if word.dep_ == "csubj":
                yield from (self._words.nouns.get(lemma(one)) for one in children_of(word.head) if one.dep_ == "attr")
            yield from self._around_verb(word, came_from, reading)

    def _thought_of(self, noun: Token) -> Iterator[Found | None]:
        """What a clause after a figure says that somebody did with it: *the $140m that analysts expected*."""
        for child in children_of(noun):
            if is_said_of(child):
                particles = [one.lower_ for one in child.children if one.dep_ == "prt"]
                yield self._words.verbs.get(" ".join((lemma(child), *particles)))

    def _auxiliaries_of(self, verb: Token) -> Iterator[Found | None]:
        return (
            self._words.auxiliaries.get(child.lower_)
            for child in children_of(verb)
            if child.dep_ in {"aux", "auxpass"} and not (child.lower_ in _HAD and is_past(verb, child))
        )

    def _around_verb(self, verb: Token, came_from: Token, reading: Reading) -> Iterator[Found | None]:
        """What a verb's auxiliaries, conjunctions, subject and *under the plan* say; *not* denies no figure that stands
        before it, which is among those who *did not know*."""
        root = reading.root or verb
        auxiliaries = [one for one in self._auxiliaries_of(verb) if one is not None]
        if came_from.dep_ in _SUBJECTS and is_impossible(verb):
            auxiliaries = []
        yield from auxiliaries
        if came_from.dep_ in _SUBJECTS and not is_told_of(came_from, root):
            yield from self._to_come(verb, came_from)
        future = any(modality == "forecast" for modality, _ in auxiliaries)
        for child in children_of(verb):
            if child.dep_ in {"mark", "advmod", "acomp"} and not is_within(child, reading):
                found = self._words.markers.get(child.lower_)
                denies = came_from.dep_ not in _SUBJECTS and child.i < root.i and not lasts(reading)
                yield found if found != self._words.markers.get("not") or denies else None
            elif child.dep_ == "advcl" and (future or lemma(verb) in self._words.threatened):
                yield from (self._words.markers.get(mark.lower_) for mark in children_of(child) if mark.dep_ == "mark")
            elif child.dep_ == "prep" and child.lower_ == "under" and (future or verb.tag_ not in {"VBD", "VBN"}):
                yield from (self._words.nouns.get(lemma(noun)) for noun in children_of(child))
                yield from (self._words.nouns.get(f"under {lemma(noun)}") for noun in children_of(child))
            elif (
                child.dep_ in {"nsubj", "dobj"}
                and child.i != came_from.i
                and not self._words.is_outdone(child, came_from)
            ):
                yield self._of_argument(child, verb)
        if future and reading.quantity.kind == "money" and reading.noun is not None:
            yield self._words.proposed if reading.root == reading.noun.head else None
        intended = lemma(verb) == "be" and is_infinitive(came_from)
        if verb.dep_ == "ROOT" and (is_infinitive(verb) or is_demand(verb, came_from)):
            yield self._to_be_done(verb)
        elif intended and (is_new_object(reading) or is_brought(reading, came_from)):
            yield self._words.proposed

    def _to_come(self, verb: Token, subject: Token) -> Iterator[Found | None]:
        """What is to become of a verb's subject: *40 homes are to be built*, *are set to be built*, *are likely to go*;
        not what an active verb says that its subject plans."""
        passive = subject.dep_ == "nsubjpass" or lemma(verb) == "be"
        for child in children_of(verb) if passive else ():
            if child.dep_ == "acomp":
                yield from (self._words.governed(child, one) for one in children_of(child) if is_infinitive(one))
            elif is_arranged(child):
                yield self._words.proposed
            elif child.dep_ == "xcomp" and is_infinitive(child):
                found = (
                    self._words.auxiliaries.get("will") if lemma(verb) == "be" else self._words.governed(verb, child)
                )
                yield found if found is not None and found[0] == "forecast" else None

    def _of_argument(self, noun: Token, verb: Token) -> Found | None:
        """What a verb's subject or object says of the rest: *projections pointed to*, *the strategy includes*."""
        found = self._words.nouns.get(lemma(noun))
        if found is None:
            return None
        if found[0] == "forecast":
            return found
        outlined = noun.dep_ == "nsubj" and verb.tag_ != "VBD" and lemma(verb) in self._words.outlines
        return found if outlined else None
