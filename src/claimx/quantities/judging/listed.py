"""The noun that numbers side by side share: *2, 3 and 4 bedroom homes*, *12 local and 40 foreign firms*."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace as with_fields

from claimx.nlp import Token
from claimx.nlp.nounphrases import NounPhrase, is_hyphen
from claimx.quantities.judging.following import phrase_after
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.unitnames import UnitNames

_OWNERS = frozenset({"the", "its", "their", "his", "her", "our"})
_SIZES = frozenset({"money", "measure", "duration"})
_FEW = 5
"""Words between two numbers that can all describe the noun of the second."""


class Listed:
    """Gives numbers the noun that stands with the last of them. `named`: a reading with the noun right after it."""

    def __init__(self, names: UnitNames, named: Callable[[Reading], Reading]) -> None:
        self._names = names
        self._named = named

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, those of a list with the noun after its last number; the number of things that each are of
        some size with the noun after that: *two 50p coins*."""
        shared = list(readings)
        for i in range(len(shared) - 2, -1, -1):
            if _is_measured_part(shared[i], shared[i + 1]):
                whole = shared[i + 1].quantity
                shared[i] = shared[i].refined(with_fields(shared[i].quantity, kind=whole.kind, unit=whole.unit))
                continue
            things = _sized_things(shared[i], shared[i + 1]) or _described(shared[i], shared[i + 1])
            if things is not None:
                shared[i] = shared[i].refined(with_fields(shared[i].quantity, unit=self._names.of(things)))
            elif lacks_unit(shared[i]) and _lists(shared[i], shared[i + 1]):
                last = self._named(shared[i + 1])
                if last.quantity.unit is not None:
                    shared[i + 1] = last
                    shared[i] = shared[i].refined(with_fields(shared[i].quantity, unit=last.quantity.unit))
        return shared


def lacks_unit(reading: Reading) -> bool:
    """Whether a reading is a count of it is not yet known what."""
    return reading.quantity.kind == "count" and reading.quantity.unit is None


def _is_measured_part(part: Reading, whole: Reading) -> bool:
    """Whether a bare number is part of a measure right after it: *11,000 of the 16,000km network*."""
    if part.mention is None or whole.mention is None or not lacks_unit(part) or part.candidate.ordinal:
        return False
    between = [token.lower_ for token in part.mention.doc[part.mention.end : whole.mention.start]]
    return whole.quantity.kind == "measure" and len(between) == 2 and between[0] == "of" and between[1] in _OWNERS


def _sized_things(number: Reading, size: Reading) -> NounPhrase | None:
    """The things that a bare number counts past what each of them is, weighs or is worth: *two 50p coins*."""
    if number.mention is None or size.mention is None or not lacks_unit(number) or number.candidate.ordinal:
        return None
    between = number.mention.doc[number.mention.end : size.mention.start]
    if size.quantity.kind not in _SIZES or len(between) > 1 or any(token.tag_ != "JJ" for token in between):
        return None
    phrase = phrase_after(size)
    return phrase if phrase is not None and phrase.head.tag_ == "NNS" else None


def _described(earlier: Reading, later: Reading) -> NounPhrase | None:
    """The noun of the later number with the adjectives after the earlier one: *12 local and 40 foreign firms*."""
    if not _are_counts(earlier, later) or not lacks_unit(earlier) or later.mention is None or earlier.mention is None:
        return None
    between = list(later.mention.doc[earlier.mention.end : later.mention.start])
    if not 1 < len(between) <= _FEW or between[-1].tag_ != "CC" or not all(map(_describes, between[:-1])):
        return None
    phrase = phrase_after(later)
    if phrase is None or phrase.head.tag_ not in {"NNS", "NN"} or not phrase.modifiers:
        return None
    return NounPhrase(tuple(between[:-1]), phrase.head)


def _describes(word: Token) -> bool:
    """Whether a word is an adjective or participle, or part of a hyphenated one."""
    joined = is_hyphen(word) or is_hyphen(word.nbor(1)) or is_hyphen(word.nbor(-1))
    return joined or word.tag_ in {"JJ", "VBN"} or word.lower_ in {"male", "female"}


def _lists(earlier: Reading, later: Reading) -> bool:
    """Whether two bare numbers stand side by side in a list: *2, 3*, *3 and 4*."""
    if not _are_counts(earlier, later) or earlier.mention is None or later.mention is None:
        return False
    between = [token.lower_ for token in later.mention.doc[earlier.mention.end : later.mention.start]]
    return between in ([","], ["and"], ["or"], [",", "and"], [",", "or"])


def _are_counts(earlier: Reading, later: Reading) -> bool:
    """Whether the later of two numbers is a count and neither ranks anything."""
    if earlier.candidate.ordinal or later.candidate.ordinal or earlier.candidate.hyphenated:
        return False
    return later.quantity.kind == "count" and later.quantity.value is not None
