"""The resolving stage: all documents' extracts in, one report out."""

from collections.abc import Sequence

from claimx.cycles import no_search_for_cycles
from claimx.model import ConflictKind, Extract, Generator, Problem, Report
from claimx.model.report import SCHEMA_VERSION
from claimx.resolve.conflicts import ALL_KINDS, find_conflicts
from claimx.resolve.evidence import Evidence
from claimx.resolve.figures import find_figures
from claimx.resolve.parties import find_parties
from claimx.resolve.partitions import Share
from claimx.resolve.quotations import printed_twice
from claimx.resolve.retelling import Wording, wording
from claimx.resolve.statements import link_statements
from claimx.resolve.table import Table


def resolve(
    extracts: Sequence[Extract],
    problems: Sequence[Problem],
    generator: Generator,
    words: Wording | None = None,
    conflicts: frozenset[ConflictKind] = ALL_KINDS,
    share: Share | None = None,
) -> Report:
    """The report over all extracts; near-linear in the number of claims.

    `words` holds what the rules say of the words by which claims are compared (without it: the built-in rules),
    `conflicts` the kinds of conflict that are looked for; `share` has claims of different documents compared elsewhere,
    with the same result.
    """
    with no_search_for_cycles():
        return _resolved(extracts, problems, generator, words or wording(), conflicts, share)


def _resolved(
    extracts: Sequence[Extract],
    problems: Sequence[Problem],
    generator: Generator,
    words: Wording,
    kinds: frozenset[ConflictKind],
    share: Share | None,
) -> Report:
    parties = find_parties(extracts)
    documents = tuple(extract.document for extract in extracts)
    titles = {document.id: document.title for document in documents}
    table = Table([claim for extract in extracts for claim in extract.claims], titles, words)
    claims, figures = find_figures(table, parties.named, share)
    quotations = tuple(printed_twice(extracts)) if "quotation_altered" in kinds else ()
    return Report(
        schema_version=SCHEMA_VERSION,
        generator=generator,
        documents=documents,
        claims=claims,
        figures=figures,
        conflicts=find_conflicts(Evidence(claims, figures, documents, table, quotations), kinds),
        statements=link_statements(extracts),
        speakers=parties.speakers,
        organisations=parties.organisations,
        excluded=tuple(number for extract in extracts for number in extract.excluded),
        problems=tuple(problems),
    )
