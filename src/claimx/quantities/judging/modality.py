"""How firmly a quantity is asserted: as it is, foreseen, proposed, supposed, denied or asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimx.model import Modality
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ModalityWords

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Found = tuple[Modality, str]
"""A modality and the rule that gives it."""
_LONGEST_WAY = 40
_CROWD = 100
"""Words that hang on one word from which it stands in a list of figures, not in a clause."""
_WEIGHT: dict[Modality, int] = {
    "actual": 0,
    "forecast": 1,
    "proposal": 2,
    "hypothetical": 3,
    "denied": 4,
    "question": 5,
}
"""Of several modalities on the way up from the number, the weightiest stands."""


_BASELINES = frozenset({"against", "compared", "versus", "unlike", "instead", "besides", "despite"})
_HAD = frozenset({"'d", "’d"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BRINGING = frozenset({"ensure", "guarantee", "make", "see"})
_ASIDE = frozenset({"relcl", "advcl", "parataxis"})
"""A finite clause of one of these kinds stands for itself: what governs it says nothing of its figures."""


class Modalities:
    """Reads modality by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(ModalityWords)
        self._verbs = _lexicon((rule, rule.verbs) for rule in rules)
        self._nouns = _lexicon((rule, rule.nouns) for rule in rules)
        self._auxiliaries = _lexicon((rule, rule.auxiliaries) for rule in rules)
        self._markers = _lexicon((rule, rule.markers) for rule in rules)
        self._outlines = frozenset(verb for rule in rules for verb in rule.outlines)
        self._proposed = next(((rule.modality, rule.id) for rule in rules if rule.modality == "proposal"), None)
        self._asked = next(((rule.modality, rule.id) for rule in rules if rule.modality == "question"), None)

    def of(self, reading: Reading) -> Found | None:
        """The modality of a reading and the rule that gives it; None where it is asserted as it is."""
        root = reading.root
        if root is None:
            return None
        found = [self._asked if _asks(root.sent) else None, *self._denials(root, reading)]
        if _is_settled(root):
            found.extend(self._thought_of(root))
        else:
            found.extend(self._signs(root, reading))
        return max((one for one in found if one is not None), key=lambda one: _WEIGHT[one[0]], default=None)

    def _signs(self, root: Token, reading: Reading) -> Iterator[Found | None]:
        """What the words on the way from the number up to the end of its clause say, the nearest first."""
        word, came_from, shared = root, root, False
        for _ in range(_LONGEST_WAY):
            if not shared:
                yield from self._at(word, came_from, reading)
            else:
                yield from self._auxiliaries_of(word)
            if word.lower_ == "of" and _is_apart(word):
                yield self._nouns.get(lemma(word.head))
            if word.head.i == word.i or _is_apart(word):
                return
            if (
                _is_finite(word)
                and word.dep_ in _ASIDE
                and not _is_copula(word)
                and not _is_beyond(word, came_from, reading)
            ):
                yield self._nouns.get(lemma(word.head)) if word.head.pos_ == "NOUN" else None
                return
            if word.dep_ == "advcl" and _is_infinitive(word) and _is_new_object(reading):
                yield self._proposed
            if word.dep_ == "ccomp" and _is_finite(word) and not _is_brought_about(word):
                yield self._governed(word.head, word) if word.tag_ != "VBD" else None
                return
            shared = word.dep_ == "conj" and word.pos_ in {"VERB", "AUX"}
            came_from, word = word, word.head

    def _at(self, word: Token, came_from: Token, reading: Reading) -> Iterator[Found | None]:
        if word.pos_ in {"NOUN", "PROPN"}:
            if came_from.i == word.i or came_from.i < word.i:
                yield from self._thought_of(word)
            if reading.quantity.kind != "count" or came_from.i != word.i:
                yield self._nouns.get(lemma(word))
            for child in _children(word):
                if child.dep_ in {"amod", "compound"} and child.i < word.i:
                    yield self._nouns.get(child.lower_)
        elif word.pos_ == "ADJ" and came_from.i > word.i:
            yield self._governed(word, came_from)
            if word.lower_ == "worth" and word.i > word.sent.start:
                yield self._nouns.get(lemma(word.doc[word.i - 1]))
        elif word.pos_ in {"VERB", "AUX"}:
            if lemma(word) == "go" and word.tag_ == "VBG" and came_from.dep_ == "xcomp":
                yield self._auxiliaries.get("will")
            yield self._governed(word, came_from) if came_from.i != word.i and came_from.dep_ != "nsubj" else None
            yield from self._around_verb(word, came_from, reading)

    def _thought_of(self, noun: Token) -> Iterator[Found | None]:
        """What a clause after a figure says that somebody did with it: *the $140m that analysts expected*."""
        for child in _children(noun):
            if child.dep_ == "relcl" and child.pos_ == "VERB":
                yield self._verbs.get(lemma(child))

    def _governed(self, governor: Token, came_from: Token) -> Found | None:
        """What a verb says of what it governs, by itself or with the preposition or *to* between: *call for*."""
        name = lemma(governor) if governor.pos_ in {"VERB", "AUX"} else str(governor.lower_)
        link = came_from.lower_ if came_from.pos_ == "ADP" else "to" if _is_infinitive(came_from) else ""
        return self._verbs.get(f"{name} {link}") or self._verbs.get(name)

    def _auxiliaries_of(self, verb: Token) -> Iterator[Found | None]:
        return (
            self._auxiliaries.get(child.lower_)
            for child in _children(verb)
            if child.dep_ in {"aux", "auxpass"} and not (child.lower_ in _HAD and _is_past(verb, child))
        )

    def _around_verb(self, verb: Token, came_from: Token, reading: Reading) -> Iterator[Found | None]:
        """What a verb's auxiliaries, conjunctions, subject and *under the plan* say."""
        auxiliaries = [one for one in self._auxiliaries_of(verb) if one is not None]
        yield from auxiliaries
        if came_from.dep_ in _SUBJECTS and any(_is_arranged(child) for child in _children(verb)):
            yield self._proposed
        future = any(modality == "forecast" for modality, _ in auxiliaries)
        for child in _children(verb):
            if child.dep_ in {"mark", "advmod", "acomp"}:
                yield self._markers.get(child.lower_)
            elif child.dep_ == "advcl" and future:
                yield from (self._markers.get(mark.lower_) for mark in _children(child) if mark.dep_ == "mark")
            elif child.dep_ == "prep" and child.lower_ == "under" and (future or verb.tag_ not in {"VBD", "VBN"}):
                yield from (self._nouns.get(lemma(noun)) for noun in _children(child))
            elif child.dep_ in {"nsubj", "dobj"} and child.i != came_from.i:
                yield self._of_argument(child, verb)
        if future and reading.quantity.kind == "money" and reading.noun is not None:
            yield self._proposed if reading.root == reading.noun.head else None
        intended = lemma(verb) == "be" and _is_infinitive(came_from)
        if (verb.dep_ == "ROOT" and (_is_infinitive(verb) or _is_demand(verb))) or (
            intended and _is_new_object(reading)
        ):
            yield self._proposed

    def _of_argument(self, noun: Token, verb: Token) -> Found | None:
        """What a verb's subject or object says of the rest: *projections pointed to*, *the strategy includes*."""
        found = self._nouns.get(lemma(noun))
        if found is None or found[0] == "forecast":
            return found
        outlined = noun.dep_ == "nsubj" and verb.tag_ != "VBD" and lemma(verb) in self._outlines
        return found if outlined else None

    def _denials(self, root: Token, reading: Reading) -> Iterator[Found | None]:
        """*Not 300*, *no £3m fund*, *did not lose 300 jobs*; what *the* makes known is not denied."""
        assert reading.mention is not None
        first = reading.mention[0]
        before = first.doc[first.i - 1] if first.i > first.sent.start else None
        if before is not None and before.lower_ in {"not", "no", "never"}:
            yield self._markers.get(before.lower_)
        if before is not None and before.tag_ in {"DT", "PRP$", "POS"}:
            return
        if _has_no_subject(root):
            yield self._markers.get("no")
        verb, direct = root.head, True
        while direct and verb.i < root.i:
            if any(child.dep_ == "neg" and child.i < first.i for child in _children(verb)):
                yield self._markers.get("not")
            direct = verb.pos_ == "ADP" or verb.dep_ in {"pcomp", "xcomp"}
            verb = verb.head if direct and verb.head.i != verb.i else root


def _lexicon(entries: Iterable[tuple[ModalityWords, tuple[str, ...]]]) -> dict[str, Found]:
    return {word: (rule.modality, rule.id) for rule, words in entries for word in words}


def _children(word: Token) -> Iterable[Token]:
    """The words that hang on a word; none for one that only heads a list of figures."""
    return word.children if word.n_lefts + word.n_rights <= _CROWD else ()


def _asks(sentence: Span) -> bool:
    return any(token.text == "?" for token in sentence[-2:])


def _is_copula(verb: Token) -> bool:
    """Whether a clause only says what something is, in the world of the clause around it: *which is 1% less*."""
    return verb.tag_ in {"VBZ", "VBP"} and lemma(verb) == "be"


def _is_new_object(reading: Reading) -> bool:
    """Whether the quantity is a verb's object that nothing marks as known already."""
    root = reading.root
    if root is None or reading.mention is None:
        return False
    first = reading.mention[0]
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    return root.dep_ in {"dobj", "npadvmod"} and (before is None or before.tag_ not in {"DT", "PRP$", "POS"})


def _is_infinitive(word: Token) -> bool:
    """Whether a verb stands with *to*; such an adverbial clause says what something is for."""
    return word.pos_ in {"VERB", "AUX"} and any(child.tag_ == "TO" and child.dep_ == "aux" for child in _children(word))


def _is_past(verb: Token, auxiliary: Token) -> bool:
    """Whether the 'd before a verb is had, not would: *we'd been married*."""
    return verb.tag_ == "VBN" and not any(
        child.tag_ == "VB" for child in _children(verb) if child.dep_[:3] == "aux" and child.i > auxiliary.i
    )


def _is_demand(verb: Token) -> bool:
    """Whether a sentence begins with the verb in its plain form: *Give hospitals £2m*."""
    first = next((token for token in verb.sent if token.is_alpha), None)
    return verb.tag_ == "VB" and first is not None and first.i == verb.i


def _has_no_subject(root: Token) -> bool:
    """Whether *nobody* or *none* is the subject of the figure's clause."""
    verb = root
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    return any(child.dep_ in _SUBJECTS and child.lower_ in _NOBODY for child in _children(verb))


def _is_arranged(word: Token) -> bool:
    """Whether a verb after *to be* says what is to happen to its subject: *40 homes are to be built*."""
    passive = any(child.dep_ == "auxpass" for child in _children(word))
    return word.dep_ == "xcomp" and passive and lemma(word.head) == "be" and _is_infinitive(word)


def _is_settled(root: Token) -> bool:
    """Whether a clause of its own puts the quantity into the past: *the £38m that it made last year*."""
    return any(child.dep_ == "relcl" and child.tag_ == "VBD" for child in _children(root))


def _is_apart(word: Token) -> bool:
    """Whether what lies above a word says nothing of what lies below it: a measure to compare with (*against 18,400*),
    a thing known already (*their home of 113 years*, *18 of its 112 beds*), a clause after *and* with its own tense."""
    if word.pos_ in {"ADP", "ADV", "VERB", "SCONJ"} and word.lower_ in _BASELINES:
        return True
    if any(child.lower_ == "having" and child.dep_[:3] == "aux" for child in _children(word)):
        return True
    if (
        word.head.lower_ == "of"
        and word.head.head.pos_ == "NUM"
        and any(child.tag_ == "PRP$" for child in word.children)
    ):
        return True
    if word.lower_ == "of" and word.head.pos_ == "NOUN":
        return any(child.tag_ == "PRP$" for child in word.head.children)
    shares = word.head.tag_ == "VB" and word.lower_ == lemma(word)
    return word.dep_ == "conj" and word.tag_ in {"VBD", "VBZ", "VBP"} and not shares


def _is_beyond(verb: Token, preposition: Token, reading: Reading) -> bool:
    """Whether *by* gives the size of a change outside the clause that the parse hangs it on: *cut the number that it
    employs by 475*; what a past clause did by so much it did itself."""
    sized = preposition.lower_ == "by" and reading.noun is None and reading.quantity.change is not None
    return sized and verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"}


def _is_brought_about(word: Token) -> bool:
    """Whether a clause says what somebody is to bring about, so that it is as sure as that: *aims to ensure that*."""
    return word.head.lower_ in _BRINGING and _is_infinitive(word.head)


def _is_finite(word: Token) -> bool:
    """Whether a verb has a tense or a modal of its own."""
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    return word.tag_ in _FINITE or any(child.tag_ in _FINITE for child in _children(word) if child.dep_[:3] == "aux")
