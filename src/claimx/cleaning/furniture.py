"""Knows furniture by what it says: the rules that decide a line alone, or take a stretch out of a long one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimx.cleaning.lines import Line, stripped, words
from claimx.cleaning.markers import Hit, PhraseIndex
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Furniture

_SIGNS = frozenset("©@|•»›→▼")


class Part(NamedTuple):
    """What is decided as one: a line, or a stretch of one."""

    start: int
    end: int
    blank: bool
    """Whether a blank line, or the start of the text, stands before it."""
    words: list[str]
    rule: Furniture | None
    """The rule by which it is furniture."""


class FurnitureRules:
    """The furniture rules of one rulebook, indexed so that a line costs one look-up a word."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(Furniture)
        self._index = PhraseIndex((phrase, rule) for rule in rules for phrase in rule.phrases)
        self._patterns = [(rule, _compiled(rule)) for rule in rules if rule.patterns]
        self._longest = max((rule.max_words for rule in rules), default=0)

    def parts(self, text: str, lines: Sequence[Line]) -> list[Part]:
        """The lines, those divided in which furniture stands amid other words, each with the rule that decides it."""
        return [part for line in lines for part in self._parts(text, line)]

    def _parts(self, text: str, line: Line) -> Iterator[Part]:
        blank = line.blank
        for start, end, rule in self._cuts(text, line):
            body = words(text[start:end])
            yield Part(start, end, blank, body, rule or self._rule(text[start:end], body))
            blank = False

    def _cuts(self, text: str, line: Line) -> list[tuple[int, int, Furniture | None]]:
        """The line's stretches in order, with the rule of those that were cut out."""
        matches: list[tuple[int, int, Furniture]] = []
        for rule, patterns in self._patterns:
            if rule.cut:
                matches += [
                    (*stripped(text, m.start(), m.end()), rule)
                    for pattern in patterns
                    for m in pattern.finditer(text, line.start, line.end)
                ]
        if not matches:
            return [(line.start, line.end, None)]
        found: list[tuple[int, int, Furniture | None]] = []
        at = line.start
        for start, end, rule in sorted(matches, key=lambda match: match[:2]):
            if start < at or start == end:
                continue
            if text[at:start].strip():
                found.append((*stripped(text, at, start), None))
            found.append((start, end, rule))
            at = end
        if text[at : line.end].strip():
            found.append((*stripped(text, at, line.end), None))
        return found

    def _rule(self, text: str, body: list[str]) -> Furniture | None:
        """The first rule, by its place in the files, that the line fulfils."""
        count = len(body)
        if count > self._longest:
            return None
        for hit in self._index.find(body):
            rule = hit.means
            if count <= rule.max_words and _stands(hit, body):
                return rule
        for rule, patterns in self._patterns:
            if count <= rule.max_words and not rule.cut and any(pattern.search(text) for pattern in patterns):
                return rule
        return None


def _compiled(rule: Furniture) -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in rule.patterns]


def _stands(hit: Hit[Furniture], body: list[str]) -> bool:
    """Whether the phrase stands where its rule wants it; signs around it do not count."""
    first = next((i for i, word in enumerate(body) if word not in _SIGNS), 0)
    last = next((i for i in range(len(body), 0, -1) if body[i - 1] not in _SIGNS), 0)
    at_start, at_end = hit.start <= first, hit.end >= last
    match hit.means.at:
        case "whole":
            return at_start and at_end
        case "start":
            return at_start
        case "end":
            return at_end
        case _:
            return True
