"""Statements that several documents print, whole or cut, point to the fullest of them."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from claimx.model import Extract, Statement
from claimx.resolve.parties import same_person
from claimx.resolve.printings import sharing

_WORD = re.compile(r"\w+")
_SHINGLE, _WINDOW = 5, 4
"""Words in a row that two printings of a statement must share, and of how many such runs one is looked at."""

_MIN_WORDS = 8
"""Words below which the same statement may well be made twice."""

_LIKENESS = 92.0
"""Of 100: how much of the shorter statement must stand in the longer one, letter by letter, in one place."""

_CUT = re.compile(r"\[?(?:\.\.\.|…)\]?")


def link_statements(extracts: Sequence[Extract]) -> tuple[Statement, ...]:
    """All statements, in order; those that a statement of another document has whole point to it in `same_as`."""
    statements = [statement for extract in extracts for statement in extract.statements]
    contents = [_words(content) for extract in extracts for content in extract.contents]
    fullest: dict[int, int] = {}
    for i, j in sharing([words if len(words) >= _MIN_WORDS else () for words in contents], _SHINGLE, _WINDOW):
        if statements[i].document == statements[j].document:
            continue
        shorter, longer = sorted((i, j), key=lambda k: (len(contents[k]), -k))
        best = fullest.get(shorter)
        if best is not None and len(contents[best]) >= len(contents[longer]):
            continue
        if same_person(statements[shorter].speaker, statements[longer].speaker) and _contains(
            contents[longer], contents[shorter]
        ):
            fullest[shorter] = longer
    return tuple(
        replace(statement, same_as=statements[_end(fullest, index)].id) if index in fullest else statement
        for index, statement in enumerate(statements)
    )


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
