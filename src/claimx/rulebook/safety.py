"""Finds patterns whose matching time can explode on hostile text, by the ambiguity of their automaton.

A backtracking matcher tries every way in which a pattern can match a text before it gives up. The number of ways grows
exponentially where some text leads from a state back to itself along two paths, and polynomially where it loops at a
state, leads on to another, and loops there too (Weber and Seidl 1991, *On the degree of ambiguity of finite automata*).
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from claimx.rulebook.automaton import Automaton, automata

_MAX_STATES = 4000
"""Characters of a pattern after its short repeats are written out; a longer one should be a lexicon."""

_MAX_STEPS = 100_000
"""Pairs or triples of states that are looked at before a pattern counts as too intricate."""

_REPEAT = re.compile(r"[*+{]")
S = TypeVar("S", bound=Hashable)


def unsafe(pattern: str) -> str | None:
    """Why matching the pattern can take exponential or polynomial time, or None where it cannot.

    Raises re.error for what is no regular expression.
    """
    if not _REPEAT.search(pattern):
        re.compile(pattern)
        return None
    for automaton in automata(pattern):
        danger = _danger(automaton)
        if danger:
            return danger
    return None


def _danger(automaton: Automaton) -> str | None:
    if automaton.backreference_in_repeat:
        return "a back-reference stands inside a repeat; match the text once and compare it in a second step"
    if len(automaton.chars) > _MAX_STATES:
        return f"it is longer than {_MAX_STATES} characters once its repeats are written out; use a list of phrases"
    try:
        return _exponential(automaton) or _polynomial(automaton)
    except _TooIntricateError:
        return "its repeats are too intricate to check; split it into several patterns"


class _TooIntricateError(Exception):
    """More states were visited than a sane pattern has."""


def _exponential(automaton: Automaton) -> str | None:
    """Two paths from a state back to itself that read the same text."""
    for loop in _loops(automaton.follow):
        for state in loop:
            for after, ways in automaton.follow[state].items():
                if ways > 1 and after in loop:
                    return _nested(automaton, automaton.chars[after])
        pairs = _pairs(automaton, loop)
        for tangle in _loops(pairs):
            apart = [pair for pair in tangle if pair[0] != pair[1]]
            if apart and len(apart) < len(tangle):
                one, other = apart[0]
                return _nested(automaton, automaton.chars[one] & automaton.chars[other])
    return None


def _pairs(automaton: Automaton, loop: set[int]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Pairs of states that one text can lead to from the same state of the loop, and the pairs that follow them."""
    chars, found = automaton.chars, {}
    waiting = [(state, state) for state in loop]
    while waiting:
        pair = waiting.pop()
        if pair in found:
            continue
        found[pair] = after = [
            (a, b)
            for a in automaton.follow[pair[0]]
            if a in loop
            for b in automaton.follow[pair[1]]
            if b in loop and chars[a] & chars[b]
        ]
        if len(found) > _MAX_STEPS:
            raise _TooIntricateError
        waiting.extend(after)
    return found


def _polynomial(automaton: Automaton) -> str | None:
    """A text that loops at one state, leads from it to another, and loops there."""
    loops = list(_loops(automaton.endless))
    for first in loops:
        ahead = _reachable(automaton.endless, first)
        for second in loops:
            if second is first or not second & ahead:
                continue
            for start in first:
                for end in second:
                    if automaton.chars[start] and _leads_on(automaton, (start, start, end), first, second):
                        return (
                            f"two repeats after each other can share out text such as {_text(automaton, end)} in many "
                            "ways; make one of them bounded, or let them match different characters"
                        )
    return None


def _leads_on(automaton: Automaton, origin: tuple[int, int, int], first: set[int], second: set[int]) -> bool:
    """Whether one text leads from the first state to itself, from it to the last, and from the last to itself."""
    start, _, end = origin
    chars, follow = automaton.chars, automaton.endless
    seen: set[tuple[int, int, int]] = set()
    waiting = [origin]
    while waiting:
        a, b, c = waiting.pop()
        for x in follow[a] & first:
            for z in follow[c] & second:
                both = chars[x] & chars[z]
                for y in follow[b] if both else ():
                    if not both & chars[y] or (x, y, z) in seen:
                        continue
                    if (x, y, z) == (start, end, end):
                        return True
                    seen.add((x, y, z))
                    waiting.append((x, y, z))
        if len(seen) > _MAX_STEPS:
            raise _TooIntricateError
    return False


def _nested(automaton: Automaton, chars: int) -> str:
    sample = _sample(automaton, chars)
    return (
        f"a repeat within a repeat, or overlapping alternatives in one, can match text such as {sample} in "
        "exponentially many ways; let each round begin or end with a character that the rest of it cannot match"
    )


def _text(automaton: Automaton, state: int) -> str:
    return _sample(automaton, automaton.chars[state])


def _sample(automaton: Automaton, chars: int) -> str:
    """A telling character of the set, several times."""
    found = [char for i, char in enumerate(automaton.alphabet) if chars >> i & 1]
    best = min(found, key=lambda char: (not char.isalnum(), not char.isprintable(), char.isdigit() and len(found) > 10))
    return repr(best * 4 + "…")


def _reachable(graph: Mapping[int, Iterable[int]], start: Iterable[int]) -> set[int]:
    seen: set[int] = set()
    waiting = list(start)
    while waiting:
        for state in graph.get(waiting.pop(), ()):
            if state not in seen:
                seen.add(state)
                waiting.append(state)
    return seen


def _loops(graph: Mapping[S, Iterable[S]]) -> Iterator[set[S]]:
    """The strongly connected components that hold a cycle (Tarjan 1972, without recursion)."""
    index: dict[S, int] = {}
    low: dict[S, int] = {}
    stack: list[S] = []
    open_: set[S] = set()
    for root in list(graph):
        if root in index:
            continue
        work = [(root, iter(list(graph.get(root, ()))))]
        index[root] = low[root] = len(index)
        stack.append(root)
        open_.add(root)
        while work:
            node, after = work[-1]
            for other in after:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    open_.add(other)
                    work.append((other, iter(list(graph.get(other, ())))))
                    break
                if other in open_:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    component = set(stack[stack.index(node) :])
                    del stack[stack.index(node) :]
                    open_ -= component
                    if len(component) > 1 or node in graph.get(node, ()):
                        yield component
