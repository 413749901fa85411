"""Tries the patterns of many rules on a line, at the cost of the few that its length and its words allow."""

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from claimx.rulebook.kinds.boilerplate import Furniture

_LENGTHS = (1, 2, 3, 5, 8, 12, 30)
"""Words of the longest lines of each length for which the rules are told apart."""


_ESCAPED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
"""What stands for one character, and is no sign of the pattern's form."""
_GROUP = re.compile(r"\([^()]*\)")


class Pattern:
    """A pattern of a rule, compiled when it is first tried: most texts need few. What is cut out stands in lines of
    any length."""

    def __init__(self, rule: Furniture, text: str, literals: Callable[[str], frozenset[str]]) -> None:
        self.rule = rule
        self._text = text
        self.min_words = rule.min_words
        self.max_words = sys.maxsize if rule.cut else rule.max_words
        self._told = literals

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """Of these a line in lower case must hold one for the pattern to be found in it; none where none is known."""
        return tuple(sorted(self._told(self._text)))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self._text)

    @cached_property
    def found_in(self) -> Callable[[str], re.Match[str] | None]:
        """Finds it in a text; where it can only stand at the beginning, without a look at the rest."""
        pattern = self.compiled
        return pattern.match if _opens_text(self._text) and not pattern.flags & re.MULTILINE else pattern.search


class Patterns:
    """The patterns of several rules, by the length of the lines that they are for and by the words without which they
    cannot match."""

    def __init__(self, rules: Iterable[Furniture], literals: Callable[[str], frozenset[str]]) -> None:
        patterns = [Pattern(rule, pattern, literals) for rule in rules for pattern in rule.patterns]
        self._by_length = [
            _Words([one for one in patterns if one.max_words > shorter and one.min_words <= longest])
            for shorter, longest in pairwise((-1, *_LENGTHS, sys.maxsize))
        ]

    def that_may_match(self, body: list[str]) -> Sequence[Pattern]:
        """The patterns, in the order of their rules, that a line of these words may match."""
        return self._by_length[bisect_left(_LENGTHS, len(body))].that_may_match(body)

    def first(self, text: str, body: list[str]) -> Furniture | None:
        """The rule of the first pattern that is found in a text, which has the words `body`."""
        count = len(body)
        patterns = self.that_may_match(body)
        if not patterns:
            return None
        lowered = text.lower()
        for one in patterns:
            if one.min_words <= count <= one.max_words:
                for literal in one.literals:  # written out: a generator would cost more than what it spares
                    if literal in lowered:
                        break
                else:
                    if one.literals:
                        continue
                if one.found_in(text):
                    return one.rule
        return None


class _Words:
    """Patterns by the words that their rules need."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._unasked = [one for one in patterns if not one.rule.needs]
        always = [i for i, one in enumerate(patterns) if not one.rule.needs]
        numbers: dict[str, list[int]] = {}
        for i, one in enumerate(patterns):
            for word in one.rule.needs:
                numbers.setdefault(word, []).append(i)
        self._by_word = {word: frozenset((*asked, *always)) for word, asked in numbers.items()}
        self._asked_alone: dict[str, list[Pattern]] = {}

    def that_may_match(self, body: list[str]) -> Sequence[Pattern]:
        asked = self._by_word.keys() & body
        if not asked:
            return self._unasked
        if len(asked) == 1:
            [word] = asked
            if word not in self._asked_alone:
                self._asked_alone[word] = self._in_order(self._by_word[word])
            return self._asked_alone[word]
        return self._in_order(frozenset().union(*map(self._by_word.__getitem__, asked)))

    def _in_order(self, numbers: frozenset[int]) -> list[Pattern]:
        return [self._patterns[i] for i in sorted(numbers)]


def _opens_text(pattern: str) -> bool:
    """Whether a pattern asks for the text's beginning, whichever of its alternatives is found."""
    form, inner = _ESCAPED.sub("", pattern), 1
    while inner:
        form, inner = _GROUP.subn("", form)
    return form.startswith("^") and "|" not in form
