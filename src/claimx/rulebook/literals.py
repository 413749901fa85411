"""Strings that a text must hold for a regular expression to be found in it: most texts hold none, which a plain search
tells at a fraction of the cost.
"""

import importlib
from collections.abc import Iterable, Sequence
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT)
_MOST = 64
"""Strings up to which a choice between them is written out."""
_SPACES = " \t\n"
_COMMON = 0.5
"""How often, roughly, the next letter of a string is the text's too; a sign other than a blank is far rarer."""
_SIGN = 0.1
_EACH = 0.03
"""What it costs to look for one more string, on the same scale."""
_TELLING = 0.3
"""Strings that are likelier than this spare nothing."""

_Strings = frozenset[str]
_NOTHING: _Strings = frozenset({""})


def literals(pattern: str) -> frozenset[str]:
    """Strings in lower case of which every text in which the pattern is found holds one, letter case apart; none where
    no such strings are known, or common ones only."""
    needed = _needed(_parser.parse(pattern).data)
    best = min(needed, key=_commonness, default=frozenset())
    return best if _commonness(best) < _TELLING else frozenset()


def _commonness(strings: _Strings) -> float:
    """How likely a text is to hold one of the strings, with the effort to look for them."""
    return sum(_chance(string) + _EACH for string in strings)


def _chance(string: str) -> float:
    chance = 1.0
    for char in string:
        chance *= _COMMON if char.isalnum() or char in _SPACES else _SIGN
    return chance


def _needed(nodes: Iterable[tuple[Any, Any]]) -> list[_Strings]:
    """Sets of strings: of each, any text that the nodes match holds one."""
    found: list[_Strings] = []
    run = _NOTHING
    for op, value in nodes:
        told = _exact(op, value)
        longer = _joined(run, told) if told is not None else None
        if longer is None:
            found.append(run)
            found += _inside(op, value)
            run = told or _NOTHING
        else:
            found += _inside(op, value) if op is _parser.ASSERT else []
            run = longer
    found.append(run)
    return [_fewest(strings) for strings in found if "" not in strings]


def _fewest(strings: _Strings) -> _Strings:
    """The strings without those that hold another."""
    return frozenset(one for one in strings if not any(other in one for other in strings if other != one))


def _inside(op: Any, value: Any) -> list[_Strings]:
    """The same of one node that does not stand for a few strings."""
    if op is _parser.SUBPATTERN:
        return _needed(value[3].data)
    if op is _parser.ASSERT:
        return _needed(value[1].data)
    if op is _parser.ATOMIC_GROUP:
        return _needed(value.data)
    if op in _REPEATS:
        return _needed(value[2].data) if value[0] else []
    if op is _parser.BRANCH:
        ways = [min(_needed(branch.data), key=_commonness, default=None) for branch in value[1]]
        told = [way for way in ways if way is not None]
        return [frozenset().union(*told)] if len(told) == len(ways) else []
    return []


def _exact(op: Any, value: Any) -> _Strings | None:
    """The strings that a node matches, in lower case; None where they are many or cannot be told."""
    if op is _parser.LITERAL:
        return frozenset({chr(value).lower()})
    if op is _parser.IN:
        return frozenset(chr(char).lower() for _, char in value) if all(_is_literal(item) for item in value) else None
    if op in (_parser.AT, _parser.ASSERT, _parser.ASSERT_NOT):
        return _NOTHING
    if op is _parser.SUBPATTERN:
        return _sequence(value[3].data)
    if op is _parser.BRANCH:
        ways = [_sequence(branch.data) for branch in value[1]]
        told = [way for way in ways if way is not None]
        strings = frozenset().union(*told)
        return strings if len(told) == len(ways) and len(strings) <= _MOST else None
    if op in _REPEATS and value[1] == 1:
        once = _sequence(value[2].data)
        return once | _NOTHING if once is not None and not value[0] else once
    return None


def _is_literal(item: tuple[Any, Any]) -> bool:
    return item[0] is _parser.LITERAL


def _sequence(nodes: Sequence[tuple[Any, Any]]) -> _Strings | None:
    run = _NOTHING
    for op, value in nodes:
        told = _exact(op, value)
        longer = _joined(run, told) if told is not None else None
        if longer is None:
            return None
        run = longer
    return run


def _joined(first: _Strings, second: _Strings) -> _Strings | None:
    """Each of the first with each of the second after it; None where that is too many."""
    if len(first) * len(second) > _MOST:
        return None
    return frozenset(one + other for one in first for other in second)
