"""The position automaton of a regular expression (Glushkov 1961): one state a character of the pattern, and how often
each state can follow another. More than one way from a state to the next is what makes backtracking explode.
"""

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_SAMPLE = "".join(map(chr, range(9, 127))) + "\xa0£€½é’–中"
"""Stands for all characters, together with those that the pattern itself names."""

_UNROLL = 4
"""Repeats of at most so many rounds are written out; they cannot explode by themselves."""

_ENDLESS = 255
"""Rounds above which a repeat is as good as unbounded."""


@dataclass(slots=True)
class Automaton:
    """States are numbers; `chars` has each state's characters as a bit mask over `alphabet`."""

    alphabet: str
    chars: list[int] = field(default_factory=list)
    follow: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    """State -> next state -> number of ways, over every repeat."""
    endless: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The same without the ways back of bounded repeats."""
    assertions: list[Any] = field(default_factory=list)
    """Parsed bodies of look-arounds and atomic groups: they are matched by themselves."""
    backreference_in_repeat: bool = False

    def state(self, chars: int) -> int:
        """A new state that matches the characters."""
        self.chars.append(chars)
        return len(self.chars) - 1

    def link(self, lasts: Iterable[int], firsts: Iterable[int], *, endless: bool = True) -> None:
        """Lets each of `firsts` follow each of `lasts` in one more way."""
        firsts = tuple(firsts)
        for last in lasts:
            for first in firsts:
                self.follow[last][first] += 1
                if endless:
                    self.endless[last].add(first)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of pattern: the states it can begin and end with, and whether it can match nothing."""

    firsts: tuple[int, ...] = ()
    lasts: tuple[int, ...] = ()
    nullable: bool = True


def automata(pattern: str) -> Iterator[Automaton]:
    """The automaton of the pattern, then those of its look-arounds and atomic groups. Raises re.error."""
    parsed = _parser.parse(pattern)
    waiting = [parsed]
    alphabet = "".join(sorted({*_SAMPLE, *pattern}))
    folds = bool(parsed.state.flags & _parser.SRE_FLAG_IGNORECASE)
    while waiting:
        builder = _Builder(Automaton(alphabet), folds)
        builder.sequence(waiting.pop(), depth=0)
        waiting.extend(builder.automaton.assertions)
        yield builder.automaton


class _Builder:
    """Walks the parse tree of `re` and fills an automaton."""

    def __init__(self, automaton: Automaton, folds: bool) -> None:
        self.automaton = automaton
        self._folds = folds
        self._masks: dict[str, int] = {}

    def sequence(self, nodes: Iterable[Any], depth: int) -> _Part:
        """Links the nodes one after the other; `depth` counts the repeats around them."""
        whole = _Part()
        for node in nodes:
            part = self._node(node, depth)
            self.automaton.link(whole.lasts, part.firsts)
            whole = _Part(
                whole.firsts + part.firsts if whole.nullable else whole.firsts,
                part.lasts + whole.lasts if part.nullable else part.lasts,
                whole.nullable and part.nullable,
            )
        return whole

    def _node(self, node: tuple[Any, Any], depth: int) -> _Part:
        name, value = str(node[0]), node[1]
        match name:
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN" | "CATEGORY" | "RANGE":
                state = self.automaton.state(self._mask(node))
                return _Part((state,), (state,), nullable=False)
            case "BRANCH":
                return _either([self.sequence(branch, depth) for branch in value[1]])
            case "SUBPATTERN":
                return self.sequence(value[-1], depth)
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, body = value
                return self._repeat(least, most, body, depth)
            case "POSSESSIVE_REPEAT":
                self.automaton.assertions.append([(_parser.MAX_REPEAT, value)])
                once = self.sequence(value[2], depth)
                return _Part(once.firsts, once.lasts, once.nullable or value[0] == 0)
            case "ATOMIC_GROUP":
                self.automaton.assertions.append(value)
                return self.sequence(value, depth)
            case "ASSERT" | "ASSERT_NOT":
                self.automaton.assertions.append(value[1])
            case "GROUPREF":
                self.automaton.backreference_in_repeat |= depth > 0
            case "GROUPREF_EXISTS":
                return _either([self.sequence(branch or (), depth) for branch in value[1:]])
        return _Part()

    def _repeat(self, least: int, most: int, body: Any, depth: int) -> _Part:
        if most <= _UNROLL:
            return self._unrolled(least, most, body, depth)
        once = self.sequence(body, depth + 1)
        self.automaton.link(once.lasts, once.firsts, endless=most > _ENDLESS)
        return _Part(once.firsts, once.lasts, once.nullable or least == 0)

    def _unrolled(self, least: int, most: int, body: Any, depth: int) -> _Part:
        """The body written out `most` times; each round after the first `least` can be the last."""
        firsts: tuple[int, ...] = ()
        ends: tuple[int, ...] = ()
        before, nullable = _Part(), True
        for turn in range(1, most + 1):
            part = self.sequence(body, depth)
            self.automaton.link(before.lasts, part.firsts)
            firsts += part.firsts if nullable else ()
            ends = ends + part.lasts if turn > least or part.nullable else part.lasts
            before = _Part((), part.lasts + before.lasts if part.nullable else part.lasts)
            nullable = nullable and part.nullable
        return _Part(firsts, ends, nullable or least == 0)

    def _mask(self, node: tuple[Any, Any]) -> int:
        key = str(node)
        if key not in self._masks:
            accepted = (self._accepts(node, char) for char in self.automaton.alphabet)
            self._masks[key] = sum(1 << i for i, yes in enumerate(accepted) if yes)
        return self._masks[key]

    def _accepts(self, node: tuple[Any, Any], char: str) -> bool:
        if self._folds and char.swapcase() != char and len(char.swapcase()) == 1:
            return _accepts(node, char) or _accepts(node, char.swapcase())
        return _accepts(node, char)


def _either(parts: list[_Part]) -> _Part:
    return _Part(
        tuple(state for part in parts for state in part.firsts),
        tuple(state for part in parts for state in part.lasts),
        any(part.nullable for part in parts),
    )


_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda char: char.isalnum() or char == "_",
}


def _accepts(node: tuple[Any, Any], char: str) -> bool:
    name, value = str(node[0]), node[1]
    match name:
        case "LITERAL":
            return ord(char) == int(value)
        case "NOT_LITERAL":
            return ord(char) != int(value)
        case "ANY":
            return char != "\n"
        case "RANGE":
            return int(value[0]) <= ord(char) <= int(value[1])
        case "CATEGORY":
            kind = str(value).removeprefix("CATEGORY_")
            return _CATEGORIES[kind.removeprefix("NOT_")](char) != kind.startswith("NOT_")
    negated = bool(value) and str(value[0][0]) == "NEGATE"
    return reduce(or_, (_accepts(item, char) for item in value[negated:]), False) != negated
