"""Claim or not: an ordered list of small tests of a number's surroundings; the first that holds gives the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from claimx.model import Kind, Reason, Span
from claimx.quantities.judging.games import Games
from claimx.quantities.judging.reading import Reading, sentence_around
from claimx.quantities.judging.search import union
from claimx.quantities.judging.syntax import TESTS, WITHOUT_QUANTITY, span_of
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.exclusion import ContextExclusion, SyntaxExclusion

_WINDOW = 90
"""Characters on either side that a rule of context may look at."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a number is no claim, the rule that says so, and the whole of what is excluded."""

    reason: Reason
    rule: str
    span: Span
    normalised: bool = True
    """False where the words name no quantity (*the one that*)."""


class Judge:
    """Judges readings by the rules of one rulebook: those of context, then of games, then of the sentence."""

    def __init__(self, rulebook: Rulebook, games: Games) -> None:
        contexts = [_Context(rule) for rule in rulebook.of(ContextExclusion)]
        self._contexts = {
            kind: _Contexts([one for one in contexts if not one.rule.kinds or kind in one.rule.kinds])
            for kind in get_args(Kind)
        }
        self._games = games
        self._syntax = tuple((rule, TESTS[rule.test]) for rule in rulebook.of(SyntaxExclusion))

    def judge(self, reading: Reading, text: str, block: Span, played: frozenset[str] = frozenset()) -> Verdict | None:
        """The verdict on a reading of the block, or None where it is a claim. `played`: the games that it tells of."""
        around = sentence_around(reading) if reading.mention is not None else block
        verdict = self._contexts[reading.quantity.kind].verdict(reading, text, around)
        if verdict is not None:
            return verdict
        if reading.mention is None:
            return None
        result = self._games.result(reading, played)
        if result is not None:
            return Verdict("score", result, (reading.candidate.start, reading.candidate.end))
        for rule, test in self._syntax:
            if test(reading, frozenset(rule.words)):
                return Verdict(rule.reason, rule.id, span_of(reading, rule.test), rule.test not in WITHOUT_QUANTITY)
        return None


class _Contexts:
    """The rules of context for numbers of one kind. Most often none holds for what follows, which a union tells."""

    def __init__(self, contexts: Sequence[_Context]) -> None:
        self._contexts = contexts
        self._after = union(one.rule.after for one in contexts if one.rule.after)

    def verdict(self, reading: Reading, text: str, block: Span) -> Verdict | None:
        """The verdict of the first rule that holds, if one does."""
        start, end = reading.candidate.start, reading.candidate.end
        before = text[max(block[0], start - _WINDOW) : start]
        after = text[end : min(block[1], end + _WINDOW)]
        silent = self._after is not None and not self._after.match(after)
        for context in self._contexts:
            if silent and context.rule.after:
                continue
            span = context.matches(reading, text[start:end], before, after)
            if span is not None:
                return Verdict(context.rule.reason, context.rule.id, span)
        return None


class _Context:
    """One rule of context with its patterns compiled."""

    def __init__(self, rule: ContextExclusion) -> None:
        self.rule = rule
        self._before = re.compile(rule.before) if rule.before else None
        self._unless = re.compile(rule.unless) if rule.unless else None
        self._within = re.compile(rule.within) if rule.within else None
        self._after = re.compile(rule.after) if rule.after else None

    def matches(self, reading: Reading, surface: str, before: str, after: str) -> Span | None:
        """The stretch that the rule excludes, or None where it does not hold."""
        if not self._admits(reading) or (self._within and not self._within.search(surface)):
            return None
        followed = self._after.match(after) if self._after else None
        if self._after and not followed:
            return None
        led = self._before.search(before) if self._before else None
        if (self._before and not led) or (self._unless and self._unless.search(before)):
            return None
        start, end = reading.candidate.start, reading.candidate.end
        if self._after is None:
            end = max(end, reading.end)
        if self.rule.widen:
            start -= len(led[0].lstrip()) if led else 0
            end += len(followed[0].rstrip()) if followed else 0
        return start, end

    def _admits(self, reading: Reading) -> bool:
        rule, quantity = self.rule, reading.quantity
        if rule.units and quantity.unit not in rule.units:
            return False
        return rule.most is None or (quantity.value is not None and quantity.value <= rule.most)
