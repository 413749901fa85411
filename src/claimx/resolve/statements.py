"""Statements that several documents print, whole or cut, point to the fullest of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimx.model import Extract, Statement

_WORD = re.compile(r"\w+")
_SHINGLE = 5
"""Words in a row that two printings of a statement must share."""

_MIN_WORDS = 8
"""Words below which the same statement may well be made twice."""

_LIKENESS = 92.0
"""Of 100: how much of the shorter statement must stand in the longer one, letter by letter, in one place."""

_COMMON = 16
"""Documents beyond which a run of words is a phrase of the language or of the trade."""

_CUT = re.compile(r"\[?(?:\.\.\.|…)\]?")


def link_statements(extracts: Sequence[Extract]) -> tuple[Statement, ...]:
    """All statements, in order; those that a statement of another document has whole point to it in `same_as`."""
    statements = [statement for extract in extracts for statement in extract.statements]
    contents = [_words(content) for extract in extracts for content in extract.contents]
    fullest: dict[int, int] = {}
    for i, j in _pairs(statements, contents):
        shorter, longer = sorted((i, j), key=lambda k: (len(contents[k]), -k))
        best = fullest.get(shorter)
        if best is not None and len(contents[best]) >= len(contents[longer]):
            continue
        if _same_speaker(statements[shorter], statements[longer]) and _contains(contents[longer], contents[shorter]):
            fullest[shorter] = longer
    return tuple(
        replace(statement, same_as=statements[_end(fullest, index)].id) if index in fullest else statement
        for index, statement in enumerate(statements)
    )


def _words(content: str) -> list[str]:
    return _WORD.findall(_CUT.sub(" ", content).casefold())


def _pairs(statements: Sequence[Statement], contents: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Statements of different documents that share a run of words, each pair once."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, words in enumerate(contents):
        if len(words) >= _MIN_WORDS:
            for shingle in {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}:
                places[shingle].append(index)
    seen: set[tuple[int, int]] = set()
    for indexes in places.values():
        if len(indexes) > _COMMON:
            continue
        for at, i in enumerate(indexes):
            for j in indexes[at + 1 :]:
                if statements[i].document != statements[j].document and (i, j) not in seen:
                    seen.add((i, j))
                    yield i, j


def _same_speaker(one: Statement, other: Statement) -> bool:
    """Whether nothing says that they are two people's: a document may not know the name."""
    if one.speaker is None or other.speaker is None:
        return True
    a, b = _WORD.findall(one.speaker.casefold()), _WORD.findall(other.speaker.casefold())
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(" ".join(shorter), " ".join(longer), score_cutoff=_LIKENESS) > 0


def _end(fullest: dict[int, int], index: int) -> int:
    """The statement at the end of the chain: each link leads to a longer one, or to an earlier one of its length."""
    while index in fullest:
        index = fullest[index]
    return index
