"""One reading of a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.model import StatementKind
from claimx.rulebook.kinds.reporting import ReportingVerb


@dataclass(frozen=True, slots=True)
class Cue:
    """What one rule says of one verb."""

    rule: str
    lemma: str
    particle: str | None
    complements: frozenset[str]
    prepositions: frozenset[str]
    statement: StatementKind
    sources: str
    agentless: bool
    nested: bool
    objects: frozenset[str]
    besides: frozenset[str]
    by: frozenset[str]
    not_by: frozenset[str]
    demand: bool
    present: bool

    @classmethod
    def of(cls, rule: ReportingVerb, verb: str, particle: str | None) -> Cue:
        """The cue that a rule makes of one of its verbs."""
        return cls(
            rule=rule.id,
            lemma=verb,
            particle=particle,
            complements=frozenset(rule.complements),
            prepositions=frozenset(rule.prepositions),
            statement=rule.statement,
            sources=rule.sources,
            agentless=rule.agentless,
            nested=rule.nested,
            objects=frozenset(rule.objects),
            besides=frozenset(rule.besides),
            by=frozenset(rule.by),
            not_by=frozenset(rule.not_by),
            demand=rule.demand,
            present=rule.present,
        )

    @property
    def finds(self) -> bool:
        """Whether it says what documents find or show."""
        return self.sources in ("document", "writing")
