"""Scores a report against gold: detection, fields, ledger, reasons and clusters, and the rules behind each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import comb

from msgspec import Struct

from claimx.evaluation.comparison import Comparison, Mistake
from claimx.evaluation.fields import FIELDS
from claimx.evaluation.gold import GoldDocument, GoldMention
from claimx.model import Claim, Document, Excluded, Report


class Score(Struct, frozen=True):
    """How many are in the gold, how many were found, and how many of these are right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of the gold that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


class Evaluation(Struct, frozen=True):
    """All scores of one report. A field counts where it is stated: a rate that neither side has is no success."""

    scores: Mapping[str, Score]
    """`detection`, `strict` (value, unit and comparator right), `full` (and the speakers), `ledger`, `reasons`,
    `clusters`."""
    fields: Mapping[str, Score]
    rules: Mapping[str, Score]
    """Of what each rule had a part in, how much is right; the gold does not say which rules ought to have spoken."""
    mistakes: tuple[Mistake, ...]


def evaluate(
    report: Report, gold: Iterable[tuple[GoldDocument, Document]], *, across_documents: bool = False
) -> Evaluation:
    """Compares the report's documents with those of the gold; a claim is a gold claim's when they share a number.

    The gold's clusters hold within a document, or `across_documents` through the whole file.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    excluded: dict[str, list[Excluded]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.document].append(claim)
    for number in report.excluded:
        excluded[number.document].append(number)
    counts: Counter[tuple[str, str]] = Counter()
    rules: Counter[tuple[str, bool]] = Counter()
    mistakes: list[Mistake] = []
    pairs: list[tuple[GoldMention, Claim]] = []
    for annotated, document in gold:
        comparison = Comparison(annotated, document.text, claims[document.id], excluded[document.id])
        counts.update(comparison.counts())
        rules.update(comparison.rules())
        mistakes.extend(comparison.mistakes())
        pairs.extend(comparison.pairs)
    scores = {name: _score(counts, name) for name in ("detection", "strict", "full", "ledger", "reasons")}
    return Evaluation(
        scores={**scores, "clusters": _clusters(pairs, across_documents)},
        fields={name: _score(counts, name) for name in FIELDS},
        rules={
            rule: Score(total := rules[rule, True] + rules[rule, False], total, rules[rule, True])
            for rule in sorted({rule for rule, _ in rules})
        },
        mistakes=tuple(mistakes),
    )


def _score(counts: Mapping[tuple[str, str], int], name: str) -> Score:
    return Score(counts["gold", name], counts["found", name], counts["right", name])


def _clusters(pairs: Sequence[tuple[GoldMention, Claim]], across_documents: bool) -> Score:
    """Over pairs of claims: those that share a cluster in the gold, and those that share a figure."""
    gold, found, both = (Counter[object]() for _ in range(3))
    for mention, claim in pairs:
        scope = None if across_documents else claim.document
        if mention.cluster is not None:
            gold[scope, mention.cluster] += 1
        if claim.figure is not None:
            found[scope, claim.figure] += 1
        if mention.cluster is not None and claim.figure is not None:
            both[scope, mention.cluster, claim.figure] += 1
    return Score(*(sum(comb(size, 2) for size in counts.values()) for counts in (gold, found, both)))
