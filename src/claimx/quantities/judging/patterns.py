"""Forms that are never quantities: dates, references, names, scores, fixed phrases. Found before numbers are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimx.model import Reason, Span
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.exclusion import Exclusion

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s")
_NEAR = 100
"""Characters on either side of digits that a pattern may need; a longer piece without white space is taken whole."""
"""An identifier without a digit (a web address) is no number."""
_WORD = re.compile(r"\$?\w+")
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
    """Finds excluded forms by the rules of one rulebook; their patterns are compiled once."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(Exclusion)
        self._patterns = tuple(
            (rule, re.compile(pattern, re.IGNORECASE if rule.ignore_case else 0))
            for rule in rules
            for pattern in rule.patterns
        )
        self._phrases = _Phrases(rules)

    def find(self, text: str, start: int, end: int) -> tuple[Excluded, ...]:
        """The excluded forms of text[start:end], in text order, without overlap. Of two that overlap the first
        stands, of two that start alike the longer."""
        windows = tuple(_around_digits(text, start, end))
        found = [
            Excluded(*_span(match), rule.reason, rule.id)
            for rule, pattern in self._patterns
            for window in (windows if rule.figures else ((start, end),))
            for match in pattern.finditer(text, *window)
            if rule.reason != "reference" or _DIGIT.search(match[0])
        ]
        found.extend(self._phrases.find(text, start, end))
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Excluded] = []
        for one in found:
            if one.start < one.end and (not kept or one.start >= kept[-1].end):
                kept.append(one)
        return tuple(kept)


class _Phrases:
    """All rules' phrases by their first word, so that a word which begins none costs one look-up."""

    def __init__(self, rules: Iterable[Exclusion]) -> None:
        by_first: dict[str, list[tuple[Exclusion, re.Pattern[str]]]] = {}
        for rule in rules:
            for phrase in rule.phrases:
                first = _WORD.match(phrase)
                if first is not None:
                    entry = (rule, re.compile(_phrase(phrase), re.IGNORECASE))
                    by_first.setdefault(first[0].lower(), []).append(entry)
        self._by_first = by_first

    def find(self, text: str, start: int, end: int) -> Iterator[Excluded]:
        for word in _WORD.finditer(text, start, end):
            for rule, pattern in self._by_first.get(word[0].lower(), ()):
                match = pattern.match(text, word.start(), end)
                if match is not None:
                    yield Excluded(match.start(), match.end(), rule.reason, rule.id)


def _around_digits(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of text[start:end] around digits, cut at white space, those that touch as one."""
    left = right = start
    for run in _DIGITS.finditer(text, start, end):
        if run.end() + _NEAR <= right:
            continue
        if run.start() - _NEAR > right:
            if left < right:
                yield left, right
            space = _SPACE.search(text, run.start() - _NEAR, run.start())
            left = space.start() if space else run.start() - _NEAR
        space = _SPACE.search(text, min(run.end() + _NEAR, end), end)
        right = space.start() if space else end
    if left < right:
        yield left, right


def _span(match: re.Match[str]) -> Span:
    return match.span(_GROUP) if _GROUP in match.re.groupindex else match.span()


def _phrase(phrase: str) -> str:
    """A phrase's words with any white space or hyphen between them, and any form of apostrophe."""
    words = (re.escape(word).replace("'", "['’]") for word in phrase.split())
    return r"[\s-]{1,4}".join(words) + r"(?!\w)"
