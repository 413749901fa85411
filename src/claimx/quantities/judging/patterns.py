"""Forms that are never quantities: dates, references, names, scores, fixed phrases. Found before numbers are."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.model import Reason, Span
from claimx.quantities.judging.search import Search, Sought, Words, opening_of, words_of
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.exclusion import Exclusion, GameExclusion

_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s")
_NEAR = 100
"""Characters on either side of a number that a pattern may need; a longer piece without white space is taken whole."""
_GROUP = "number"
"""A pattern's group of this name is what it excludes."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """A stretch of text that is no quantity, and the rule that says so."""

    start: int
    end: int
    reason: Reason
    rule: str


class Exclusions:
    """Finds excluded forms by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules, games = rulebook.of(Exclusion), rulebook.of(GameExclusion)
        patterned: tuple[Exclusion | GameExclusion, ...] = (*rules, *games)
        sought = [
            (rule, Sought(pattern, rule.flags, rulebook.openings(pattern)))
            for rule in patterned
            for pattern in rule.patterns
        ]
        sought += [
            (rule, Sought(_phrase(phrase), re.IGNORECASE, opening_of(phrase)))
            for rule in rules
            for phrase in rule.phrases
        ]
        self._rules = tuple(rule for rule, _ in sought)
        numbered = list(enumerate(one for _, one in sought))
        places = [rule.id if isinstance(rule, GameExclusion) else rule.anywhere for rule in self._rules]
        self._anywhere = Search(one for one in numbered if places[one[0]] is True)
        self._near_numbers = Search(one for one in numbered if places[one[0]] is False)
        self._in_games = {game.id: Search(one for one in numbered if places[one[0]] == game.id) for game in games}

    def find(
        self,
        text: str,
        start: int,
        end: int,
        numbers: Sequence[Span],
        words: Words | None = None,
        games: frozenset[str] = frozenset(),
    ) -> tuple[Excluded, ...]:
        """The excluded forms of text[start:end], in text order, without overlap. Of two that overlap the first
        stands, of two that start alike the longer. `numbers`: where its digits and number words stand, in order;
        `words`: its words, if they are known; `games`: the rules of the games that it tells of."""
        words = words_of(text, start, end) if words is None else words
        found = [(match, i) for i, match in self._anywhere.find(text, start, end, words)]
        for left, right in _around(text, start, end, numbers):
            near = words[bisect_left(words, (left, "")) : bisect_left(words, (right, ""))]
            for search in (self._near_numbers, *(self._in_games[game] for game in sorted(games))):
                found.extend((match, i) for i, match in search.find(text, left, right, near))
        placed = sorted(
            (left, -right, i, _holds_number(match)) for match, i in found for left, right in (_span(match),)
        )
        kept: list[Excluded] = []
        for left, right, i, numbered in placed:
            rule = self._rules[i]
            reason = "score" if isinstance(rule, GameExclusion) else rule.reason
            if reason == "reference" and not numbered:
                continue
            if left < -right and (not kept or left >= kept[-1].end):
                kept.append(Excluded(left, -right, reason, rule.id))
        return tuple(kept)


def _around(text: str, start: int, end: int, numbers: Sequence[Span]) -> Iterator[Span]:
    """The stretches of text[start:end] around the numbers, cut at white space, those that touch as one."""
    left = right = start
    for first, last in numbers:
        if last + _NEAR <= right:
            continue
        if first - _NEAR > right:
            if left < right:
                yield left, right
            space = _SPACE.search(text, first - _NEAR, first)
            left = space.start() if space else first - _NEAR
        space = _SPACE.search(text, min(last + _NEAR, end), end)
        right = space.start() if space else end
    if left < right:
        yield left, right


def _holds_number(match: re.Match[str]) -> bool:
    """Whether an identifier has digits, or is a number by its pattern; an address may be all letters."""
    return _GROUP in match.re.groupindex or _DIGIT.search(match[0]) is not None


def _span(match: re.Match[str]) -> Span:
    return match.span(_GROUP) if _GROUP in match.re.groupindex else match.span()


def _phrase(phrase: str) -> str:
    """A phrase's words with any white space or hyphen between them, and any form of apostrophe."""
    words = (re.escape(word).replace("'", "['’]") for word in phrase.split())
    return (r"\b" if phrase[0].isalnum() else "") + r"[\s-]{1,4}".join(words) + r"(?!\w)"
