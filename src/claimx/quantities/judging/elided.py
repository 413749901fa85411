"""Units that a bare number leaves out: implied by a noun, a pronoun or a verb near it, or taken over from a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace as with_fields

from claimx.nlp import Token
from claimx.nlp.phrases import lemma, subject_of
from claimx.quantities.judging.alongside import of_last_unit
from claimx.quantities.judging.announced import Announced, is_amount
from claimx.quantities.judging.carried import is_compared, unit_of_another
from claimx.quantities.judging.doers import Doers
from claimx.quantities.judging.likesize import is_decimal
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.tallies import Tallies, plural_before
from claimx.quantities.judging.topics import unit_of_topic
from claimx.quantities.judging.turns import Turns
from claimx.quantities.judging.unnamed import of_people, one_of_several

_HEIGHTS = frozenset({"record", "high", "low", "peak", "total"})
"""Nouns between a verb and its figure: *hit a record 48,100*."""
_REACHING = frozenset({"reach", "hit", "top", "total", "exceed", "pass", "surpass", "number", "near", "approach"})
"""Verbs whose object is the figure of what their subject counts: *sales reached 2m*."""
_MEANS = frozenset({"average", "mean", "median", "total"})
"""Adjectives of a plural whose figure follows the verb *to be*: *average visits were 0.7*."""
_PERSON, _SEAT, _VOTE = "person", "seat", "vote"
_VOTING = frozenset({"vote", "pass", "carry", "approve", "reject", "endorse"})
"""Verbs of what is done by a majority of votes."""


class Elided:
    """Finds left-out units by the implied ones and the words of change of one rulebook."""

    def __init__(self, announced: Announced, turns: Turns, tallies: Tallies) -> None:
        self._announced = announced
        self._tallies = tallies
        self._turns = frozenset((*turns.verbs, *turns.nouns))
        self._doers = Doers(announced, self._turns)

    def unit_of(self, reading: Reading, earlier: Sequence[Reading]) -> Reading:
        """The reading with the unit that a noun before it or an answer implies, that the verb's subject counts, or that
        the nearest figure before it has; unchanged where there is none."""
        if is_compared(reading):
            return unit_of_another(reading, earlier, self._turns) or reading
        if _counts_others(reading) or _is_among_others(reading):
            others = unit_of_another(reading, earlier, self._turns)
            if others is not None:
                named = earlier[-1].noun is not None and earlier[-1].noun.head.ent_type_ == "NORP"
                return others.refined(with_fields(others.quantity, unit=_PERSON)) if named else others
        own = (
            of_last_unit(reading, earlier)
            or self._tallies.unit_of(reading, earlier)
            or self._announced.by_answer(reading, earlier)
            or self._from_alternative(reading)
            or one_of_several(reading, earlier)
            or self._from_noun(reading)
            or self._from_subject(reading)
            or self._from_verb(reading)
            or self._from_pronoun(reading)
            or self._from_size(reading, earlier)
        )
        if own is not None and own.quantity.unit == _PERSON:
            return self._doers.of_same_sort(own, earlier)
        if own is not None and own.quantity.unit == _SEAT and _counts_votes(own, earlier):
            return own.refined(with_fields(own.quantity, unit=_VOTE))
        own = own or self._doers.by_deed(reading, earlier) or unit_of_another(reading, earlier, self._turns)
        return own or unit_of_topic(reading, self._announced) or of_people(reading)

    def _from_alternative(self, reading: Reading) -> Reading | None:
        """*Another pint or two* counts pints."""
        assert reading.mention is not None
        first = reading.mention[0]
        before = first.doc[max(first.i - 3, first.sent.start) : first.i]
        if len(before) < 3 or before[2].lower_ != "or" or before[1].tag_ != "NN":
            return None
        return self._announced.counting(reading, before[1]) if before[0].lower_ in {"a", "an", "another"} else None

    def _from_noun(self, reading: Reading) -> Reading | None:
        """*A death toll of 300*, *a population that has grown to 5,000*, *31 dead*."""
        assert reading.mention is not None
        found = (
            self._announced.by_word_after(reading)
            or self._announced.by_group(reading)
            or self._announced.by_place(reading)
            or self._announced.by_whole(reading)
        )
        if found is not None:
            return found
        first, root = reading.mention[0], reading.mention.root
        for word in _before_on_the_way(first if first.tag_ == "CD" else root, reading.mention.start):
            found = self._announced.by_noun(reading, word)
            if found is not None:
                return found
        return None

    def _from_size(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """*A 14% rise in thefts, from 200 to 228*: the levels count what the share right before them is a change of."""
        last = earlier[-1] if earlier else None
        change = reading.quantity.change
        assert reading.mention is not None
        if last is None or last.noun is None or last.mention is None or change is None or change.from_ is None:
            return None
        noun = last.noun.head
        if lemma(noun) not in self._turns or last.mention[0].sent.start != reading.mention[0].sent.start:
            return None
        changed = [one for child in noun.children if child.lower_ in {"in", "of"} for one in child.children]
        counted = (self._announced.of_amount(one) or one for one in changed)
        plural = next((one for one in counted if one.tag_ in {"NNS", "NNPS"} or one.lower_ == "people"), None)
        return self._announced.counting(reading, plural) if plural is not None else None

    def _from_pronoun(self, reading: Reading) -> Reading | None:
        """*It stood at 300*, where a sentence on *the number of jobs* or *the population* goes before."""
        assert reading.mention is not None
        root = reading.mention.root
        verb = root.head.head if root.head.pos_ == "ADP" else root.head
        subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if subject is None or subject.lower_ not in {"it", "this"}:
            return None
        for earlier in _subjects_before(verb):
            counted = self._announced.of_amount(earlier)
            if counted is not None:
                return self._announced.counting(reading, counted)
            found = self._announced.by_noun(reading, earlier)
            if found is not None:
                return found
        return None

    def _from_subject(self, reading: Reading) -> Reading | None:
        """*The number of jobs rose to 4m*, *redundancies fell to 300*, *ticket sales reached 300*."""
        assert reading.mention is not None
        root = reading.mention.root
        if root.pos_ in {"VERB", "ADP"}:
            verb, direct = root if root.pos_ == "VERB" else root.head, True
        else:
            direct = root.head.pos_ == "ADP" or lemma(root.head) in _HEIGHTS
            verb = root.head.head if direct else root.head
            while verb.head.i != verb.i and (verb.pos_ == "ADP" or verb.lower_ in {"up", "down"}):
                verb = verb.head
        if verb.pos_ not in {"VERB", "AUX"}:
            return None
        subject = subject_of(verb)
        if subject is not None and subject.lower_ == "those":
            subject = plural_before(subject) or subject
        for measured in (*(child for child in verb.children if child.dep_ == "dobj"), subject):
            if measured is not None and measured.i < reading.mention.start and is_amount(measured):
                plural = self._announced.of_amount(measured)
                return self._announced.counting(reading, plural) if plural is not None else None
        if subject is None or subject.tag_ != "NNS" or subject.i >= reading.mention.start:
            return None
        averaged = lemma(verb) == "be" and any(child.lower_ in _MEANS for child in subject.children)
        led_to = "ADP" in {root.pos_, root.head.pos_} or lemma(verb) in _REACHING
        led_to = averaged or (led_to and not is_decimal(reading))
        return self._announced.counting(reading, subject) if led_to else None

    def _from_verb(self, reading: Reading) -> Reading | None:
        assert reading.mention is not None
        verb = reading.mention.root.head
        return self._announced.by_verb(reading, verb.head if verb.lower_ == "others" else verb)


def _counts_votes(majority: Reading, earlier: Sequence[Reading]) -> bool:
    """Whether its sentence tells of voting: *by 291 votes to 246, a majority of 45*; *passed by a majority of 14*."""
    last, mention = earlier[-1] if earlier else None, majority.mention
    if mention is None or any(token.pos_ == "VERB" and lemma(token) in _VOTING for token in mention[0].sent):
        return mention is not None
    if last is None or last.mention is None or last.quantity.unit != _VOTE:
        return False
    return last.mention[0].sent.start == mention[0].sent.start


def _counts_others(reading: Reading) -> bool:
    """Whether a number counts more of what was counted before: *eight others died*."""
    assert reading.mention is not None
    following = reading.mention.doc[reading.mention.end : reading.mention.end + 1]
    return bool(following) and following[0].lower_ == "others"


def _is_among_others(reading: Reading) -> bool:
    """Whether a bare number picks out the rest of those who were named: *the other two were treated*."""
    assert reading.mention is not None
    first = reading.mention[0]
    return first.i > first.sent.start and first.nbor(-1).lower_ == "other"


def _before_on_the_way(root: Token, start: int) -> Iterator[Token]:
    """The nouns before a number through which it hangs in its sentence, and the subjects of the verbs on that way."""
    word = root
    for _ in range(4):
        if word.i < start and word.pos_ in {"NOUN", "PROPN", "ADJ"}:
            yield word
        subject = subject_of(word) if word.pos_ in {"VERB", "AUX"} else None
        if subject is not None:
            yield from (child for child in word.children if child.dep_ == "dobj" and subject.i < child.i < start)
        if subject is not None and subject.i < start:
            yield subject
        if word.head.i == word.i:
            return
        word = word.head


def _subjects_before(verb: Token) -> Iterator[Token]:
    """The subjects of the clauses that a verb's clause hangs on, then that of the sentence before."""
    word = verb
    while word.head.i != word.i:
        word = word.head
        subject = subject_of(word) if word.pos_ in {"VERB", "AUX"} else None
        if subject is not None and subject.i < verb.i and subject.pos_ in {"NOUN", "PROPN"}:
            yield subject
    if verb.sent.start > 0:
        subject = subject_of(verb.doc[verb.sent.start - 1].sent.root)
        if subject is not None:
            yield subject
