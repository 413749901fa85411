"""The detection stage: text and annotation in, quantity mentions out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace as with_fields

from claimx.model import Block, Cleaned, Document, Mention, Quantity, Span
from claimx.nlp import Annotation
from claimx.quantities.grammar.candidate import Candidate
from claimx.quantities.grammar.scanner import Scanner
from claimx.quantities.judging.changes import Changes
from claimx.quantities.judging.confidence import confidence_of
from claimx.quantities.judging.counted import Counter
from claimx.quantities.judging.judgement import Judge, Verdict
from claimx.quantities.judging.modality import Modalities
from claimx.quantities.judging.patterns import Excluded, Exclusions
from claimx.quantities.judging.period import Periods, Placed, period_of
from claimx.quantities.judging.rates import Rates
from claimx.quantities.judging.reading import Reading, sentence_around
from claimx.quantities.judging.restated import restated, restates
from claimx.quantities.judging.subject import subject_text
from claimx.rulebook import Rulebook

_DIGITS = re.compile(r"\d+")
_ALPHANUMERIC = re.compile(r"[^\W_]*")
_OF_AGE = " of age"
_LONGEST_CODE = 60
"""Characters before a digit among which the beginning of its code is looked for."""


class ScannedBlock(NamedTuple):
    """What a block's letters alone say of its numbers."""

    excluded: tuple[Excluded, ...]
    """Forms that are never quantities."""
    candidates: tuple[Candidate, ...]
    """The rest, to be judged."""


Scanned = Mapping[int, ScannedBlock]
"""Scanned blocks by their starts."""


class Detector:
    """Detects quantity mentions by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._exclusions = Exclusions(rulebook)
        self._scanner = Scanner(rulebook)
        self._counter = Counter(rulebook)
        self._changes = Changes(rulebook)
        self._rates = Rates(rulebook)
        self._judge = Judge(rulebook)
        self._periods = Periods(rulebook)
        self._modalities = Modalities(rulebook)

    def scan(self, document: Document, cleaned: Cleaned) -> Scanned:
        """What can be said of the content without annotation, block by block, by the block's start."""
        return {block.start: self._scanned(document.text, block) for block in cleaned.content}

    def detect(
        self, document: Document, cleaned: Cleaned, annotation: Annotation, scanned: Scanned | None = None
    ) -> tuple[Mention, ...]:
        """Every number of the document in exactly one mention, in text order; mentions do not overlap. Blocks that have
        candidates must be annotated. `scanned`: what scanning found, if that is known."""
        scanned = self.scan(document, cleaned) if scanned is None else scanned
        mentions: list[Mention] = []
        for block in cleaned.blocks:
            if block.zone == "boilerplate":
                found = self._furniture(document.text, block)
            else:
                found = self._content(document.text, block, annotation, scanned[block.start])
            found += _unread(document.text, block, found)
            mentions.extend(_apart(document.text, found))
        return tuple(mentions)

    def _scanned(self, text: str, block: Block) -> ScannedBlock:
        numbers = self._scanner.numbers(text, block.start, block.end)
        excluded = self._exclusions.find(text, block.start, block.end, numbers)
        taken = [(one.start, one.end) for one in excluded]
        return ScannedBlock(excluded, self._scanner.scan(text, block.start, block.end, taken, numbers))

    def _furniture(self, text: str, block: Block) -> list[Mention]:
        """The numbers of a block that is no part of the article, normalised but all excluded."""
        excluded, candidates = self._scanned(text, block)
        rules = (block.rule,) if block.rule else ()
        found = [Mention(start=one.start, end=one.end, rules=rules, reason="boilerplate") for one in excluded]
        for candidate in candidates:
            quantity = None if candidate.ordinal else candidate.quantity
            found.append(
                Mention(start=candidate.start, end=candidate.end, rules=rules, quantity=quantity, reason="boilerplate")
            )
        return found

    def _content(self, text: str, block: Block, annotation: Annotation, scanned: ScannedBlock) -> list[Mention]:
        """The numbers of a block of the article: what the exclusions find, then what the scanner finds, judged."""
        excluded, candidates = scanned
        found = [self._excluded_form(text, one) for one in excluded]
        if not candidates:
            return found
        taken = [(one.start, one.end) for one in excluded]
        readings = self._refined(text, [Reading.of(one, annotation) for one in candidates], [*taken, (block.end,) * 2])
        return found + list(self._judged(text, block, readings))

    def _excluded_form(self, text: str, excluded: Excluded) -> Mention:
        """An excluded form; an age or a result with the figures that it tells."""
        mention = Mention(start=excluded.start, end=excluded.end, rules=(excluded.rule,), reason=excluded.reason)
        if excluded.reason not in ("age", "score"):
            return mention
        for candidate in self._scanner.scan(text, excluded.start, excluded.end):
            found = _as_age(candidate.quantity) if excluded.reason == "age" else _as_result(candidate.quantity)
            if found is not None:
                return with_fields(mention, quantity=found)
        return mention

    def _refined(self, text: str, readings: Sequence[Reading], taken: Sequence[Span]) -> list[Reading]:
        """The readings with units, changes and rates; none reaches into the next or into what is taken."""
        counted = self._changes.refine(self._counter.refine(readings))
        starts = sorted([start for start, _ in taken] + [reading.candidate.start for reading in counted])
        refined = []
        for reading in counted:
            limit = starts[bisect_right(starts, reading.candidate.start)]
            rated = self._rates.refine(reading, limit)
            refined.append(replace(rated, end=_clipped(text, rated, limit)))
        return refined

    def _judged(self, text: str, block: Block, readings: Sequence[Reading]) -> Iterator[Mention]:
        placed = self._periods.find(text, block.start, block.end)
        spans = (block.start, block.end)
        verdicts = [self._judge.judge(reading, text, spans) for reading in readings]
        claims = tuple(
            (reading.start, reading.end) for reading, verdict in zip(readings, verdicts, strict=True) if not verdict
        )
        floor, claim = block.start, None
        for reading, verdict in zip(readings, verdicts, strict=True):
            if verdict:
                mention = _excluded(reading, verdict, floor)
            elif claim is not None and restates(text, claim, reading):
                mention = restated(claim, reading)
            else:
                mention = self._claim(reading, placed, claims, text)
            claim = None if verdict else mention
            floor = mention.end
            yield mention

    def _claim(self, reading: Reading, placed: Sequence[Placed], claims: Sequence[Span], text: str) -> Mention:
        first, last = sentence_around(reading)
        near = placed[bisect_left(placed, (first, 0, "")) : bisect_left(placed, (last, 0, ""))]
        beside = claims[bisect_left(claims, (first, 0)) : bisect_left(claims, (last, 0))]
        period = period_of(reading, near, beside, text)
        modality = self._modalities.of(reading)
        rules = [*reading.rules, *((period.rule,) if period else ()), *((modality[1],) if modality else ())]
        return Mention(
            start=reading.start,
            end=reading.end,
            rules=tuple(dict.fromkeys(rules)),
            quantity=reading.quantity,
            period=" ".join(text[period.start : period.end].split()) if period else None,
            subject=subject_text(reading),
            modality=modality[0] if modality else "actual",
            confidence=confidence_of(reading),
        )


def _apart(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions in text order, each cut where the next begins, and without white space at its ends."""
    ordered = sorted(found, key=lambda mention: mention.start)
    for mention, following in zip_longest(ordered, ordered[1:]):
        end = min(mention.end, following.start) if following else mention.end
        surface = text[mention.start : end]
        start = mention.start + len(surface) - len(surface.lstrip())
        end = start + len(surface.strip())
        if start < end:
            yield with_fields(mention, start=start, end=end)


def _clipped(text: str, reading: Reading, limit: int) -> int:
    """Where a mention ends that has grown up to the next number."""
    surface = text[reading.start : min(reading.end, limit)]
    return reading.start + len(surface.rstrip())


def _excluded(reading: Reading, verdict: Verdict, floor: int) -> Mention:
    """An excluded mention: the deciding rule first, without what makes a claim of it."""
    quantity = with_fields(reading.quantity, change=None) if verdict.normalised else None
    if quantity is not None and verdict.reason == "age":
        quantity = _as_age(quantity) or quantity
    start, end = verdict.span
    return Mention(
        start=max(start, floor) if start < reading.candidate.start else start,
        end=end,
        rules=tuple(dict.fromkeys((verdict.rule, *reading.rules))),
        quantity=quantity,
        reason=verdict.reason,
    )


def _as_age(quantity: Quantity) -> Quantity | None:
    """A bare number or a span of time as an age; None where it tells no figure."""
    if quantity.kind not in ("count", "duration") or (quantity.value is None and quantity.low is None):
        return None
    unit = quantity.unit or "year"
    return with_fields(quantity, kind="duration", unit=unit if unit.endswith(_OF_AGE) else f"{unit}{_OF_AGE}")


def _as_result(quantity: Quantity) -> Quantity | None:
    """Two numbers of a result or of odds; None for anything else."""
    return quantity if quantity.low is not None and quantity.unit is None else None


def _unread(text: str, block: Block, found: Sequence[Mention]) -> list[Mention]:
    """Digits that nothing has read (part of some code or mangled word), so that none is passed over in silence."""
    spans = sorted((mention.start, mention.end) for mention in found)
    unread: list[Mention] = []
    index = 0
    floor = block.start
    for match in _DIGITS.finditer(text, block.start, block.end):
        while index < len(spans) and spans[index][1] <= match.start():
            index += 1
        if match.start() < floor or (index < len(spans) and match.end() > spans[index][0]):
            continue
        start, floor = _piece_around(text, match.start(), floor, block.end)
        apart = index == 0 or spans[index - 1][1] <= start
        if apart and (index == len(spans) or floor <= spans[index][0]):
            unread.append(Mention(start=start, end=floor, rules=(), reason="reference"))
    return unread


def _piece_around(text: str, at: int, floor: int, end: int) -> Span:
    """The letters and digits in one piece around a place, from `floor` to `end`."""
    start = at
    while start > max(floor, at - _LONGEST_CODE) and text[start - 1].isalnum():
        start -= 1
    piece = _ALPHANUMERIC.match(text, at, end)
    return start, piece.end() if piece else at + 1
