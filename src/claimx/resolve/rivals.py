"""Figures that can have rivals: what such a figure is compared by, and what its subject is about."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from claimx.model import Figure
from claimx.resolve.spans import printed
from claimx.resolve.table import Table
from claimx.resolve.values import Dimensions, value_of
from claimx.resolve.words import stem

_RESTRICTORS = frozenset(("of", "in", "for", "on", "among", "at", "from", "by", "with"))
_CLAUSES = frozenset(("to", "that", "which", "who"))
_PHRASE_END = re.compile(
    r"(?<=\w) (?:of|in|for|on|to|that|which|who|with|at|by|from|among|between|needed|required|faced|facing|just|since"
    r"|this)\b",
    re.I,
)
"""What ends the noun phrase that a subject begins with."""

_PARTING = re.compile(r"[,;:–—]|\b(?:and|but|while|whereas|against|though|although)\b")
"""What parts what a sentence says of two figures."""


class Rival:
    """A figure that can have rivals, with what it is compared by; most is only worked out once there is another one."""

    def __init__(self, figure: Figure, places: Sequence[int], table: Table) -> None:
        self.figure = figure
        self._places = places
        self._table = table
        best = places[0]
        if len(places) > 1:
            best = max(places, key=lambda place: (len(table.subject(place)), -place))
        self.place = best
        self.claim = table.claims[best]
        """The claim that says most of its subject: it is compared and quoted."""
        self.subject = table.subject(best)
        """The content words of what is measured."""

    @cached_property
    def head(self) -> str | None:
        """The stem of the noun that the subject is about."""
        return head_of(self.figure.subject)

    @cached_property
    def context(self) -> frozenset[int]:
        """The content words of all the sentences."""
        if len(self._places) == 1:
            return self._table.sentence(self._places[0])
        return frozenset(word for place in self._places for word in self._table.sentence(place))

    @cached_property
    def number(self) -> Decimal | None:
        """The figure itself, where it is a single level."""
        dimensions: Dimensions = self._table.wording.dimensions
        value = value_of(self.claim, dimensions)
        return value.numbers[0] if value is not None and len(value.numbers) == 1 and value.numbers[0] else None

    @cached_property
    def restriction(self) -> frozenset[int]:
        """The content words of what narrows the subject down: *children in care*."""
        numbers = self._table.vocabulary.numbers
        return frozenset(
            word for place in self._places for word in numbers(_restriction(self._table.claims[place].subject or ""))
        )

    @cached_property
    def names(self) -> frozenset[int]:
        """The names in the subjects."""
        claims = [self._table.claims[place] for place in self._places]
        return frozenset(
            name for claim in claims for name in self._table.vocabulary.names(claim.subject, claim.sentence)
        )


def of_others(one: Rival, other: Rival, table: Table) -> bool:
    """Whether other people, places or bodies are named beside each of the two, apart from those who say so: *Wales has
    3,000 nurses, the union said, while Scotland has 5,000*."""
    names = table.vocabulary.names
    speakers = [*one.figure.speakers, *other.figure.speakers]
    passages = _passages(one, other, table)
    beside, others = (
        names(passage, rival.claim.sentence).difference(*(names(speaker, rival.claim.sentence) for speaker in speakers))
        for passage, rival in zip(passages, (one, other), strict=True)
    )
    return bool(beside and others) and not beside & others


def _passages(one: Rival, other: Rival, table: Table) -> tuple[str, str]:
    """What is said of each of the two: its sentence, or its part of the sentence that both stand in."""
    sentence = one.claim.sentence
    if not table.in_one_sentence(one.place, other.place):
        return sentence, other.claim.sentence
    first, second = sorted((one.claim, other.claim), key=lambda claim: claim.start)
    start = max(sentence.find(printed(first)), 0)
    end = max(sentence.find(printed(second), start + 1), start)
    parted = _PARTING.search(sentence, start, end)
    at = parted.end() if parted else end
    return (sentence[:at], sentence[at:]) if one.claim is first else (sentence[at:], sentence[:at])


def head_of(subject: str | None) -> str | None:
    """The stem of the noun that the subject is about: the last word before what restricts it."""
    if not subject:
        return None
    end = _PHRASE_END.search(subject)
    words = subject[: end.start() if end else None].rsplit(None, 1)
    return stem(words[-1].strip(".,;:")) if words else None


def _restriction(subject: str) -> str:
    """The words after the first preposition, up to a clause."""
    words, kept, inside = subject.split(), [], False
    for word in words:
        if word.casefold() in _CLAUSES:
            inside = False
        elif word.casefold() in _RESTRICTORS:
            inside = True
        elif inside:
            kept.append(word)
    return " ".join(kept)
