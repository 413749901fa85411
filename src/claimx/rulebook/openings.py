"""The words that a regular expression's matches can begin with, so that it need only be tried where one stands."""

import importlib
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_MOST = 2_000
"""Beginnings up to which a pattern is followed; one that branches further is searched for everywhere."""
FIGURE = "0"
"""The key of words that begin with a digit."""
_BEHIND = None
"""Stands for a beginning of which it is not yet sure that it begins a word."""


def openings(pattern: str) -> frozenset[str] | None:
    """The keys of the words that a match can begin with; None where they cannot be told, or where a match may begin
    elsewhere than where a word does. A word's key is its letters up to the first digit, in lower case, or FIGURE.
    Letter case is of no account."""
    walk = _Walk()
    try:
        rest = walk.sequence(_parser.parse(pattern), {_BEHIND})
    except _UnknownError:
        return None
    return None if rest else frozenset(walk.words)


class _UnknownError(Exception):
    """The beginning of a pattern is not made of whole words."""


class _Walk:
    """Follows a parse tree of `re` from its beginning; words are in `words` once their end is known."""

    def __init__(self) -> None:
        self.words: set[str] = set()

    def sequence(self, nodes: Iterable[Any], begun: set[str | None]) -> set[str | None]:
        """The beginnings that are still open after the nodes."""
        for node in nodes:
            if not begun:
                break
            begun = self._node(node, begun)
            if len(begun) > _MOST:
                raise _UnknownError
        return begun

    def _node(self, node: tuple[Any, Any], begun: set[str | None]) -> set[str | None]:
        op, value = node
        if op is _parser.LITERAL:
            return self._chars({_as_key(chr(value))}, begun)
        if op is _parser.IN:
            return self._chars(_chars(value), begun)
        if op is _parser.BRANCH:
            return set().union(*(self.sequence(branch, begun) for branch in value[1]))
        if op is _parser.SUBPATTERN:
            return self.sequence(value[3], begun)
        if op in (_parser.MAX_REPEAT, _parser.MIN_REPEAT):
            least, most, body = value
            return self._repeat(least, most, body, begun)
        if op is _parser.AT and value is _parser.AT_BOUNDARY:
            self.words.update(one for one in begun if one)
            return {""} if begun & {"", _BEHIND} else set()
        if op in (_parser.ASSERT, _parser.ASSERT_NOT):
            return {""} if _starts_word(op, value) and begun & {"", _BEHIND} else begun
        raise _UnknownError

    def _repeat(self, least: int, most: int, nodes: Any, begun: set[str | None]) -> set[str | None]:
        ended = begun if least == 0 else set()
        for count in range(1, most + 1):
            begun = self.sequence(nodes, begun)
            if not begun:
                break
            if count > _MOST:
                raise _UnknownError
            if count >= least:
                ended = ended | begun
        return ended

    def _chars(self, chars: set[str], begun: set[str | None]) -> set[str | None]:
        longer: set[str | None] = set()
        for one in begun:
            for char in chars:
                if one and char in " 0":
                    self.words.add(one)
                elif one is _BEHIND or char == " ":
                    raise _UnknownError
                elif char == "0":
                    self.words.add(FIGURE)
                else:
                    longer.add(one + char)
        return longer


def _starts_word(op: Any, value: Any) -> bool:
    """Whether no character of a word may stand before: a negative look behind at one."""
    direction, nodes = value
    if op is not _parser.ASSERT_NOT or direction > 0 or len(nodes) != 1 or nodes[0][0] is not _parser.IN:
        return False
    return (_parser.CATEGORY, _parser.CATEGORY_WORD) in nodes[0][1]


def _chars(items: Iterable[Any]) -> set[str]:
    """The characters of a set, lower-cased: 0 for a digit, and a blank for what is in no word."""
    found: set[str] = set()
    for op, value in items:
        if op is _parser.LITERAL:
            found.add(chr(value))
        elif op is _parser.RANGE and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif op is _parser.CATEGORY and value is _parser.CATEGORY_DIGIT:
            found.add("0")
        elif op is _parser.CATEGORY and value is _parser.CATEGORY_SPACE:
            found.add(" ")
        else:
            raise _UnknownError
    return {_as_key(char) for char in found}


def _as_key(char: str) -> str:
    if char.isdecimal():
        return "0"
    return char.lower() if char.isalnum() or char == "_" else " "
