"""Statements that several documents print, whole or cut, point to the fullest of them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from claimx.model import Statement
from claimx.resolve.parties import same_person
from claimx.resolve.printings import sharing
from claimx.sequences import Mapped, Spool

_WORD = re.compile(r"\w+")
_SHINGLE, _WINDOW = 5, 4
"""Words in a row that two printings of a statement must share, and of how many such runs one is looked at."""

_MIN_WORDS = 8
"""Words below which the same statement may well be made twice."""

_LIKENESS = 92.0
"""Of 100: how much of the shorter statement must stand in the longer one, letter by letter, in one place."""

_CUT = re.compile(r"\[?(?:\.\.\.|…)\]?")


def link_statements(statements: Sequence[Statement], contents: Sequence[str]) -> Sequence[Statement]:
    """The statements; those that a statement of another document has whole point to it in `same_as`. `contents`: what
    each of them says."""
    lengths = array("i")
    fullest: dict[int, int] = {}
    for i, j in sharing(_worded(contents, lengths), _SHINGLE, _WINDOW):
        if statements[i].document == statements[j].document:
            continue
        shorter, longer = sorted((i, j), key=lambda k: (lengths[k], -k))
        best = fullest.get(shorter)
        if best is not None and lengths[best] >= lengths[longer]:
            continue
        if same_person(statements[shorter].speaker, statements[longer].speaker) and _contains(
            _words(contents[longer]), _words(contents[shorter])
        ):
            fullest[shorter] = longer

    def linked(index: int, statement: Statement) -> Statement:
        return replace(statement, same_as=statements[_end(fullest, index)].id) if index in fullest else statement

    found = Mapped(statements, linked)
    return found if isinstance(statements, Spool) else tuple(found)


def _worded(contents: Iterable[str], lengths: array[int]) -> Iterator[list[str]]:
    """The words of each content that is long enough to be known again; `lengths` gets the number of each one's."""
    for content in contents:
        words = _words(content)
        lengths.append(len(words))
        yield words if len(words) >= _MIN_WORDS else []


def _words(content: str) -> list[str]:
    return _WORD.findall(_CUT.sub(" ", content).casefold())


def _contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(" ".join(shorter), " ".join(longer), score_cutoff=_LIKENESS) > 0


def _end(fullest: dict[int, int], index: int) -> int:
    """The statement at the end of the chain: each link leads to a longer one, or to an earlier one of its length."""
    while index in fullest:
        index = fullest[index]
    return index
