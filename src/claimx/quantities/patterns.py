"""Forms that are never quantities: dates, references, names, scores, fixed phrases. Found before numbers are."""

import re
from dataclasses import dataclass

from claimx.model import Reason, Span
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.exclusion import Exclusion

_DIGIT = re.compile(r"\d")
"""An identifier without a digit (a web address) is no number."""
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
        self._rules = tuple((rule, _compiled(rule)) for rule in rulebook.of(Exclusion))

    def find(self, text: str, start: int, end: int) -> tuple[Excluded, ...]:
        """The excluded forms of text[start:end], in text order, without overlap. Of two that overlap the first
        stands, of two that start alike the longer."""
        found = [
            Excluded(*_span(match), rule.reason, rule.id)
            for rule, patterns in self._rules
            for pattern in patterns
            for match in pattern.finditer(text, start, end)
            if rule.reason != "reference" or _DIGIT.search(match[0])
        ]
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Excluded] = []
        for one in found:
            if one.start < one.end and (not kept or one.start >= kept[-1].end):
                kept.append(one)
        return tuple(kept)


def _span(match: re.Match[str]) -> Span:
    return match.span(_GROUP) if _GROUP in match.re.groupindex else match.span()


def _compiled(rule: Exclusion) -> tuple[re.Pattern[str], ...]:
    patterns = [re.compile(pattern, re.IGNORECASE if rule.ignore_case else 0) for pattern in rule.patterns]
    if rule.phrases:
        alternatives = sorted(map(_phrase, rule.phrases), key=len, reverse=True)
        patterns.append(re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE))
    return tuple(patterns)


def _phrase(phrase: str) -> str:
    """A phrase's words with any white space or hyphen between them, and any form of apostrophe."""
    return r"[\s-]+".join(re.escape(word).replace("'", "['’]") for word in phrase.split())
