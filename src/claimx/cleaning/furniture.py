"""Knows furniture by what it says: the rules that decide a line alone, or take a stretch out of a long one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from claimx.cleaning.lines import Line, stripped, words
from claimx.cleaning.markers import PhraseIndex
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Furniture, Ruling

_WORDS = 700
_SIGNS = frozenset("©@|•»›→▼>")


class Part(NamedTuple):
    """What is decided as one: a line, or a stretch of one."""

    start: int
    end: int
    blank: bool
    """Whether a blank line, or the start of the text, stands before it."""
    words: list[str]
    """Its first words, as `lines.words` gives them; what is beyond _WORDS would only cost memory."""
    rule: Ruling | None
    """The rule by which it is furniture."""


class FurnitureRules:
    """The furniture rules of one rulebook, indexed so that a line costs one look-up a word."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(Furniture)
        self._index = PhraseIndex((phrase, rule) for rule in rules for phrase in rule.phrases)
        self._patterns = _Patterns((rule for rule in rules if rule.patterns and not rule.cut), rulebook.literals)
        self._cuts = _Patterns((rule for rule in rules if rule.patterns and rule.cut), rulebook.literals)
        self._order = {rule.id: i for i, rule in enumerate(rules)}
        self._longest = max((rule.max_words for rule in rules), default=0)

    def parts(self, text: str, lines: Sequence[Line]) -> list[Part]:
        """The lines, those divided in which furniture stands amid other words, each with the rule that decides it."""
        return [part for line in lines for part in self._parts(text, line)]

    def _parts(self, text: str, line: Line) -> Iterator[Part]:
        body = words(text[line.start : line.end])
        matches = self._matches(text, line, body)
        if not matches:
            rule = self._rule(text[line.start : line.end], body)
            yield Part(line.start, line.end, line.blank, body[:_WORDS], rule)
            return
        blank = line.blank
        for start, end, rule in _stretches(text, line, matches):
            body = words(text[start:end])
            yield Part(start, end, blank, body[:_WORDS], rule or self._rule(text[start:end], body))
            blank = False

    def _matches(self, text: str, line: Line, body: list[str]) -> list[tuple[int, int, Furniture]]:
        """What the rules take out of the line: spans, with their rules."""
        cuts = self._cuts.that_may_match(body)
        if not cuts:
            return []
        whole = text[line.start : line.end]
        return [
            (*stripped(text, line.start + match.start(), line.start + match.end()), cut.rule)
            for cut in cuts
            for pattern in cut.patterns
            for match in pattern.compiled.finditer(whole)
        ]

    def _rule(self, text: str, body: list[str]) -> Furniture | None:
        """The first rule, by its place in the files, that the line fulfils."""
        count = len(body)
        if count > self._longest:
            return None
        found = [
            rule
            for start, end, rule in self._index.find(body)
            if count <= rule.max_words and _stands(start, end, rule, body) and not _is_sentence(text, rule)
        ]
        if found:
            return min(found, key=lambda rule: self._order[rule.id])
        lowered = text.lower()
        for one in self._patterns.that_may_match(body):
            if count <= one.rule.max_words and one.is_in(text, lowered):
                return one.rule
        return None


class _Pattern:
    """A pattern that is compiled when it is first tried: most texts need few."""

    def __init__(self, pattern: str, literals: Callable[[str], frozenset[str]]) -> None:
        self._pattern = pattern
        self._told = literals

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """Of these a line in lower case must hold one for the pattern to be found in it; none where none is known."""
        return tuple(sorted(self._told(self._pattern)))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self._pattern)


class _Patterned:
    """A rule with its patterns."""

    def __init__(self, rule: Furniture, literals: Callable[[str], frozenset[str]]) -> None:
        self.rule = rule
        self.patterns = tuple(_Pattern(pattern, literals) for pattern in rule.patterns)

    def is_in(self, text: str, lowered: str) -> bool:
        """Whether one of the patterns is found in a text, which is given in lower case too."""
        for pattern in self.patterns:
            for literal in pattern.literals:  # written out: a generator would cost more than what it spares
                if literal in lowered:
                    break
            else:
                if pattern.literals:
                    continue
            if pattern.compiled.search(text):
                return True
        return False


class _Patterns:
    """The patterns of several rules, indexed by the words without which those of a rule cannot match."""

    def __init__(self, rules: Iterable[Furniture], literals: Callable[[str], frozenset[str]]) -> None:
        self._rules = [_Patterned(rule, literals) for rule in rules]
        self._always = frozenset(i for i, one in enumerate(self._rules) if not one.rule.needs)
        self._by_word: dict[str, frozenset[int]] = {}
        for i, one in enumerate(self._rules):
            for word in one.rule.needs:
                self._by_word[word] = self._by_word.get(word, frozenset()) | {i}
        self._unasked = [self._rules[i] for i in sorted(self._always)]

    def that_may_match(self, body: list[str]) -> list[_Patterned]:
        """The rules, in order, whose patterns a line of these words may match."""
        asked = self._by_word.keys() & body
        if not asked:
            return self._unasked
        numbers = self._always.union(*(self._by_word[word] for word in asked))
        return [self._rules[i] for i in sorted(numbers)]


def _stretches(
    text: str, line: Line, matches: list[tuple[int, int, Furniture]]
) -> Iterator[tuple[int, int, Furniture | None]]:
    """The line's stretches in order, with the rule of those that were taken out."""
    at = line.start
    for start, end, rule in sorted(matches, key=lambda match: match[:2]):
        if start < at or start == end:
            continue
        if text[at:start].strip():
            yield *stripped(text, at, start), None
        yield start, end, rule
        at = end
    if text[at : line.end].strip():
        yield *stripped(text, at, line.end), None


def _is_sentence(text: str, rule: Furniture) -> bool:
    """Whether what would be the heading of a list ends like a sentence."""
    return rule.reach == "list" and text.endswith(".") and not text.endswith("..")


def _stands(start: int, end: int, rule: Furniture, body: list[str]) -> bool:
    """Whether the phrase stands where its rule wants it; signs around it do not count."""
    if rule.at in ("whole", "start") and not _SIGNS.issuperset(body[:start]):
        return False
    return rule.at not in ("whole", "end") or _SIGNS.issuperset(body[end:])
