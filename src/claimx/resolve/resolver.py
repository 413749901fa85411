"""The resolving stage: all documents' extracts in, one report out."""

from collections.abc import Sequence

from claimx.model import Extract, Generator, Problem, Report
from claimx.model.report import SCHEMA_VERSION
from claimx.resolve.conflicts import find_conflicts
from claimx.resolve.figures import find_figures
from claimx.resolve.parties import find_parties
from claimx.resolve.statements import link_statements


def resolve(extracts: Sequence[Extract], problems: Sequence[Problem], generator: Generator) -> Report:
    """The report over all extracts; near-linear in the number of claims."""
    parties = find_parties(extracts)
    claims, figures = find_figures([claim for extract in extracts for claim in extract.claims], parties.named)
    documents = tuple(extract.document for extract in extracts)
    return Report(
        schema_version=SCHEMA_VERSION,
        generator=generator,
        documents=documents,
        claims=claims,
        figures=figures,
        conflicts=find_conflicts(claims, figures, documents),
        statements=link_statements(extracts),
        speakers=parties.speakers,
        organisations=parties.organisations,
        excluded=tuple(number for extract in extracts for number in extract.excluded),
        problems=tuple(problems),
    )
