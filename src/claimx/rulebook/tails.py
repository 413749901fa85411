"""What all matches of a regular expression have and is found faster than they are: without it there is no match."""

import importlib
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from claimx.rulebook.openings import FIGURE

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
_BACK = re.compile(r"\\[1-9]|\(\?P=|(?<!\\)\(\?\(")
_REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT)
_DIGITS = frozenset("0123456789")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~¢£©®°±·×÷–—‐‑‒―‘’“”•…€™−◆●■▪␛\x1b\x9b")
_EVERYDAY = frozenset(".,-'’\"")
"""Signs that stand in most stretches of text."""
_LEAST = 2
"""Characters that an end has at least unless it begins with a sign."""
_MOST = 128
"""Ranges of characters are followed up to this one."""


def refers_back(pattern: str) -> bool:
    """Whether the pattern refers to its own groups, so that it cannot be cut or joined to others."""
    return _BACK.search(pattern) is not None


class Marks(NamedTuple):
    """What can be known of a pattern's matches before any is looked for."""

    tail: re.Pattern[str] | None
    """What every match ends with, from a character on that few texts are full of, since `re` leaps from one of those to
    the next: the first sign or digit that no match can do without; where a lone digit would do, the digit behind one of
    the characters that the pattern has before it; else the first capital. None where that would spare nothing, for the
    pattern begins so, or with a line; and where it refers to its own groups."""
    needed: frozenset[str]
    """Every match has one of these signs, of which FIGURE stands for any digit; of several such sets the rarest. Empty
    where a match can do without any."""
    begins_line: bool
    """Whether every match begins where a line does."""


def marks(pattern: str, flags: int = 0) -> Marks:
    """The marks of a pattern's matches."""
    parsed = _parser.parse(pattern, flags)
    nodes = _flat(parsed.data)
    heads = [_head(node) for node in nodes]
    told = [head - _DIGITS | {FIGURE} if head & _DIGITS else head for head in heads if head and head <= SIGNS | _DIGITS]
    needed = min(told, key=_commonness, default=frozenset())
    begins_line = bool(nodes) and nodes[0] == (_parser.AT, _parser.AT_BEGINNING)
    cut = bool(nodes) and not begins_line and not refers_back(pattern)
    return Marks(_tail(parsed, nodes, heads, flags) if cut else None, needed, begins_line)


def _commonness(signs: frozenset[str]) -> tuple[bool, int, int]:
    return FIGURE in signs, len(signs & _EVERYDAY), len(signs)


def _tail(parsed: Any, nodes: list[Any], heads: Sequence[frozenset[str]], flags: int) -> re.Pattern[str] | None:
    first = next((index for index, head in enumerate(heads) if head and not head - SIGNS - _DIGITS), len(nodes))
    rest = _parser.SubPattern(parsed.state, nodes[first:])
    if rest.getwidth()[0] < _LEAST and not (first < len(nodes) and heads[first] <= SIGNS):
        behind = _behind(nodes[:first], parsed.state.flags)
        if behind is not None or parsed.state.flags & re.IGNORECASE:
            return behind
        first = next((index for index, head in enumerate(heads) if head and head <= _CAPITALS), 0)
        rest = _parser.SubPattern(parsed.state, nodes[first:])
    if not first:
        return None
    compiled: re.Pattern[str] = _compiler.compile(rest, flags)
    return compiled


def _behind(nodes: Sequence[tuple[Any, Any]], flags: int) -> re.Pattern[str] | None:
    """A digit behind one of the characters that the nodes can end with; None where they may end with a blank."""
    ends: set[str] = set()
    for op, value in reversed(nodes):
        repeated = op in _REPEATS
        inner, least = (value[2].data[0], value[0]) if repeated else ((op, value), 1)
        if inner[0] not in (_parser.IN, _parser.LITERAL) or (repeated and len(value[2].data) > 1):
            return None
        ends |= _head(inner)
        if least:
            break
    else:
        return None
    if not ends or any(char.isspace() for char in ends):
        return None
    return re.compile(rf"\d(?<=[{re.escape(''.join(sorted(ends)))}].)", flags & re.IGNORECASE)


def _flat(nodes: Sequence[Any]) -> list[Any]:
    """The nodes, those of groups without flags of their own in the groups' places."""
    found: list[Any] = []
    for op, value in nodes:
        plain = op is _parser.SUBPATTERN and not (value[1] or value[2])
        found.extend(_flat(value[3].data) if plain else [(op, value)])
    return found


def _head(node: tuple[Any, Any]) -> frozenset[str]:
    """The characters that what the node matches can begin with; a blank among them stands for what is too many, and
    none is told where the node can match nothing, or is no character."""
    op, value = node
    if op is _parser.LITERAL:
        return frozenset({chr(value)})
    if op is _parser.IN:
        return frozenset().union(*map(_chars, value))
    if op in _REPEATS and value[0] > 0:
        return _head(value[2].data[0])
    if op is _parser.BRANCH:
        heads = [_head(branch.data[0]) if branch.data else frozenset() for branch in value[1]]
        return frozenset().union(*heads) if all(heads) else frozenset()
    return frozenset()


def _chars(item: tuple[Any, Any]) -> frozenset[str]:
    """The characters of an item of a set."""
    op, value = item
    if op is _parser.LITERAL:
        return frozenset({chr(value)})
    if op is _parser.RANGE and value[1] < _MOST:
        return frozenset(map(chr, range(value[0], value[1] + 1)))
    return _DIGITS if op is _parser.CATEGORY and value is _parser.CATEGORY_DIGIT else frozenset({" "})
