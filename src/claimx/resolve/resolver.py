"""The resolving stage: all documents' extracts in, one report out."""

from collections.abc import Iterable, Sequence

from claimx.cycles import no_search_for_cycles
from claimx.model import ConflictKind, Extract, Generator, Problem, Report
from claimx.model.report import SCHEMA_VERSION
from claimx.resolve.conflicts import ALL_KINDS, find_conflicts
from claimx.resolve.evidence import Evidence
from claimx.resolve.figures import find_figures
from claimx.resolve.material import Material
from claimx.resolve.parties import find_parties
from claimx.resolve.partitions import Share
from claimx.resolve.quotations import printed_twice
from claimx.resolve.retelling import Wording, wording
from claimx.resolve.statements import link_statements
from claimx.resolve.table import Table


def resolve(
    extracts: Iterable[Extract],
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

    Extracts that are not in a sequence are taken one by one and laid by in temporary files, and so is the report: what
    stays in memory is what they are compared by.
    """
    material = Material(extracts)
    with no_search_for_cycles():
        return _resolved(material, problems, generator, words or wording(), conflicts, share)


def _resolved(
    material: Material,
    problems: Sequence[Problem],
    generator: Generator,
    words: Wording,
    kinds: frozenset[ConflictKind],
    share: Share | None,
) -> Report:
    parties = find_parties(material.speakers, material.organisations)
    titles = {document.id: document.title for document in material.documents if document.title is not None}
    table = Table(material.claims, titles, words)
    claims, figures = find_figures(table, parties.named, share)
    quotations = printed_twice(material.statements, material.contents) if "quotation_altered" in kinds else ()
    return Report(
        schema_version=SCHEMA_VERSION,
        generator=generator,
        documents=material.documents,
        claims=claims,
        figures=figures,
        conflicts=find_conflicts(Evidence(claims, figures, material.documents, table, quotations), kinds),
        statements=link_statements(material.statements, material.contents),
        speakers=parties.speakers,
        organisations=parties.organisations,
        excluded=material.excluded,
        problems=tuple(problems),
    )
