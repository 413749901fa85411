"""Knows furniture by what it says: the rules that decide a line alone, or take a stretch out of a long one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimx.cleaning.lines import Line, stripped, words
from claimx.cleaning.markers import PhraseIndex
from claimx.cleaning.patterns import Patterns
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Furniture, Ruling

_WORDS = 700
_BRIEF = 30
"""Words beyond which most rules for phrases are out of the question."""
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
        self._phrases = [
            PhraseIndex((phrase, rule) for rule in rules if rule.max_words > limit for phrase in rule.phrases)
            for limit in (0, _BRIEF)
        ]
        self._patterns = Patterns((rule for rule in rules if rule.patterns and not rule.cut), rulebook.literals)
        self._cuts = Patterns((rule for rule in rules if rule.patterns and rule.cut), rulebook.literals)
        self._order = {rule.id: i for i, rule in enumerate(rules)}

    def parts(self, text: str, lines: Sequence[Line]) -> list[Part]:
        """The lines, those divided in which furniture stands amid other words, each with the rule that decides it."""
        found: list[Part] = []
        known: dict[str, tuple[list[str], Furniture | None]] = {}
        for line in lines:
            whole = text[line.start : line.end]
            told = known.get(whole)
            if told is None:
                body = words(whole)
                matches = self._matches(whole, line, body)
                if matches:
                    found += self._divided(text, line, matches)
                    continue
                told = known[whole] = body[:_WORDS], self._rule(whole, body)
            found.append(Part(line.start, line.end, line.blank, *told))
        return found

    def _divided(self, text: str, line: Line, matches: list[tuple[int, int, Furniture]]) -> Iterator[Part]:
        """The line's stretches, those that were taken out with their rules."""
        blank = line.blank
        for start, end, rule in _stretches(text, line, matches):
            body = words(text[start:end])
            yield Part(start, end, blank, body[:_WORDS], rule or self._rule(text[start:end], body))
            blank = False

    def _matches(self, whole: str, line: Line, body: list[str]) -> list[tuple[int, int, Furniture]]:
        """What the rules take out of the line: spans, with their rules."""
        found: list[tuple[int, int, Furniture]] = []
        for cut in self._cuts.that_may_match(body):
            for match in cut.compiled.finditer(whole):
                start, end = stripped(whole, *match.span())
                found.append((line.start + start, line.start + end, cut.rule))
        return found

    def _rule(self, text: str, body: list[str]) -> Furniture | None:
        """The first rule, by its place in the files, that the line fulfils."""
        count = len(body)
        found = [
            rule
            for start, end, rule in self._phrases[count > _BRIEF].find(body)
            if count <= rule.max_words and _stands(start, end, rule, body) and not _is_sentence(text, rule)
        ]
        if found:
            return min(found, key=lambda rule: self._order[rule.id])
        return self._patterns.first(text, body)


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
