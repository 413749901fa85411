"""The detection stage: text and annotation in, quantity mentions out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from msgspec.structs import replace as with_fields

from claimx.model import Block, Cleaned, Document, Mention, Quantity, Span
from claimx.nlp import Annotation
from claimx.quantities.grammar.candidate import Candidate
from claimx.quantities.grammar.scanner import Scanner
from claimx.quantities.judging.carried import with_rate_of_other
from claimx.quantities.judging.changes import Changes
from claimx.quantities.judging.confidence import confidence_of
from claimx.quantities.judging.counted import Counter
from claimx.quantities.judging.excluded import excluded_form, excluded_reading
from claimx.quantities.judging.games import Games, Told
from claimx.quantities.judging.judgement import Judge
from claimx.quantities.judging.leads import Leads
from claimx.quantities.judging.modality import Modalities
from claimx.quantities.judging.moves import with_moves
from claimx.quantities.judging.patterns import Excluded, Exclusions
from claimx.quantities.judging.period import Periods, Placed, period_of
from claimx.quantities.judging.rates import Rates
from claimx.quantities.judging.reading import Reading, sentence_around
from claimx.quantities.judging.restated import restated, restates
from claimx.quantities.judging.search import words_of
from claimx.quantities.judging.shared_money import SharedMoneys
from claimx.quantities.judging.subject import subject_text
from claimx.quantities.judging.sums import in_own_money
from claimx.quantities.judging.unread import unread
from claimx.rulebook import Rulebook


class ScannedBlock(NamedTuple):
    """What a block's letters alone say of its numbers."""

    excluded: tuple[Excluded, ...]
    """Forms that are never quantities."""
    candidates: tuple[Candidate, ...]
    """The rest, to be judged."""
    periods: tuple[Placed, ...]
    """Phrases of time; looked for only where there is something to be judged."""
    told: Told
    """Its words of games."""
    games: frozenset[str] = frozenset()
    """The rules of the games that it tells of."""


Scanned = Mapping[int, ScannedBlock]
"""Scanned blocks by their starts."""


class Detector:
    """Detects quantity mentions by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._exclusions = Exclusions(rulebook)
        self._scanner = Scanner(rulebook)
        self._games = Games(rulebook)
        self._counter = Counter(rulebook)
        self._changes = Changes(rulebook)
        self._leads = Leads(rulebook)
        self._rates = Rates(rulebook)
        self._judge = Judge(rulebook, self._games)
        self._periods = Periods(rulebook)
        self._modalities = Modalities(rulebook)
        self._moneys = SharedMoneys(rulebook)

    def scan(self, document: Document, cleaned: Cleaned) -> Scanned:
        """What can be said of the content without annotation, block by block, by the block's start."""
        blocks = cleaned.content
        scanned = [self._scanned(document.text, block) for block in blocks]
        played = self._games.played([one.told for one in scanned])
        return {
            block.start: self._scanned(document.text, block, games) if games else plain
            for block, plain, games in zip(blocks, scanned, played, strict=True)
        }

    def detect(
        self, document: Document, cleaned: Cleaned, annotation: Annotation, scanned: Scanned | None = None
    ) -> tuple[Mention, ...]:
        """Every number of the document in a mention, in text order. They do not overlap, except that what is excluded
        between the two levels of a change stands within the claim of that. Blocks that have candidates must be
        annotated. `scanned`: what scanning found, if that is known."""
        scanned = self.scan(document, cleaned) if scanned is None else scanned
        mentions: list[Mention] = []
        for block in cleaned.blocks:
            if block.zone == "boilerplate":
                found = self._furniture(document.text, block)
            else:
                found = self._content(document.text, block, annotation, scanned[block.start])
            found += unread(document.text, block, found)
            mentions.extend(_apart(document.text, found))
        return in_own_money(self._moneys.settled(document, cleaned, mentions))

    def _scanned(self, text: str, block: Block, games: frozenset[str] = frozenset()) -> ScannedBlock:
        start, end = block.start, block.end
        numbers, words = self._scanner.numbers(text, start, end), words_of(text, start, end)
        excluded = self._exclusions.find(text, start, end, numbers, words, games)
        taken = [(one.start, one.end) for one in excluded]
        candidates = self._scanner.scan(text, start, end, taken, numbers)
        judged = candidates and block.zone != "boilerplate"
        periods = self._periods.find(text, start, end, words) if judged else ()
        return ScannedBlock(excluded, candidates, periods, self._games.told(words), games)

    def _furniture(self, text: str, block: Block) -> list[Mention]:
        """The numbers of a block that is no part of the article, normalised but all excluded."""
        scanned = self._scanned(text, block)
        rules = (block.rule,) if block.rule else ()
        found = [Mention(start=one.start, end=one.end, rules=rules, reason="boilerplate") for one in scanned.excluded]
        for candidate in scanned.candidates:
            quantity = None if candidate.ordinal else candidate.quantity
            found.append(
                Mention(start=candidate.start, end=candidate.end, rules=rules, quantity=quantity, reason="boilerplate")
            )
        return found

    def _content(self, text: str, block: Block, annotation: Annotation, scanned: ScannedBlock) -> list[Mention]:
        """The numbers of a block of the article: what the exclusions find, then what the scanner finds, judged."""
        found = [excluded_form(one, self._figures(text, one)) for one in scanned.excluded]
        if not scanned.candidates:
            return found
        taken = [(one.start, one.end) for one in scanned.excluded]
        candidates = [Reading.of(one, annotation) for one in scanned.candidates]
        readings = self._refined(text, candidates, [*taken, (block.end,) * 2])
        return found + with_moves(self._judged(text, block, readings, scanned))

    def _figures(self, text: str, excluded: Excluded) -> Iterator[Quantity]:
        """The figures that an excluded form is made of, scanned when they are asked for."""
        yield from (one.quantity for one in self._scanner.scan(text, excluded.start, excluded.end))

    def _refined(self, text: str, readings: Sequence[Reading], taken: Sequence[Span]) -> list[Reading]:
        """The readings with units, changes and rates; none reaches into the next or into what is taken."""
        counted = self._leads.refine(self._changes.refine(self._counter.refine(readings)))
        starts = sorted([start for start, _ in taken] + [reading.candidate.start for reading in counted])
        refined: list[Reading] = []
        for reading in counted:
            limit = starts[bisect_right(starts, reading.candidate.start)]
            rated = with_rate_of_other(self._rates.refine(reading, limit), refined)
            end = _clipped(text, rated, limit)
            refined.append(rated if end == rated.end else replace(rated, end=end))
        return self._rates.shared(refined)

    def _judged(
        self, text: str, block: Block, readings: Sequence[Reading], scanned: ScannedBlock
    ) -> Iterator[tuple[Reading, Mention]]:
        spans = (block.start, block.end)
        verdicts = [self._judge.judge(reading, text, spans, scanned.games) for reading in readings]
        claims = tuple(
            (reading.start, reading.end) for reading, verdict in zip(readings, verdicts, strict=True) if not verdict
        )
        floor, claim = block.start, None
        for reading, verdict in zip(readings, verdicts, strict=True):
            if verdict:
                mention = excluded_reading(reading, verdict, floor)
            elif claim is not None and restates(text, claim, reading):
                mention = restated(claim, reading)
            else:
                mention = self._claim(reading, scanned.periods, claims, text)
            claim = None if verdict else mention
            floor = mention.end
            yield reading, mention

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
    """The mentions in text order, each cut where the next begins that does not stand within it, and without white space
    at its ends."""
    ordered = sorted(found, key=attrgetter("start"))
    for index, mention in enumerate(ordered):
        end = _end_beside(ordered, index)
        surface = text[mention.start : end]
        start = mention.start + len(surface) - len(surface.lstrip())
        end = start + len(surface.strip())
        if start < end:
            yield with_fields(mention, start=start, end=end)


def _end_beside(ordered: Sequence[Mention], index: int) -> int:
    """Where a mention ends, at the latest where one begins that reaches further."""
    end = ordered[index].end
    for at in range(index + 1, len(ordered)):
        other = ordered[at]
        if other.start >= end or other.end > end:
            return min(end, other.start)
    return end


def _clipped(text: str, reading: Reading, limit: int) -> int:
    """Where a mention ends that has grown up to the next number."""
    surface = text[reading.start : min(reading.end, limit)]
    return reading.start + len(surface.rstrip())
