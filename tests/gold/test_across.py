"""What the seeds say together: conflicts, a statement that two of them print, parties under one name."""

from claimx.model import Report


def test_the_conflicts(seeds_report: Report) -> None:
    arithmetic, rivals = seeds_report.conflicts
    surfaces = {claim.id: claim.surface for claim in seeds_report.claims}
    assert arithmetic.kind == "arithmetic"
    assert arithmetic.explanation.startswith("from £6bn to £8.2bn is +36.7%, not more than 37%")
    assert rivals.kind == "rival_figures"
    assert [surfaces[claim] for claim in rivals.claims] == ["nearly £800 million", "£1.6bn"]


def test_a_statement_that_two_documents_print(seeds_report: Report) -> None:
    statements = {statement.id: statement for statement in seeds_report.statements}
    (cut,) = (statement for statement in seeds_report.statements if statement.same_as)
    whole = statements[cut.same_as or ""]
    assert (cut.document[:3], whole.document[:3]) == ("003", "001")
    assert cut.speaker == whole.speaker == "Steve Crocker"


def test_parties_of_several_documents_have_one_name(seeds_report: Report) -> None:
    aliases = {party.name: party.aliases for party in seeds_report.organisations}
    assert aliases["Local Government Association"] == ("LGA",)
    assert "ADCS" in aliases["Association of Directors of Children’s Services"]
    names = [party.name for party in seeds_report.speakers]
    assert names.count("Steve Crocker") == 1


def test_every_claim_has_a_figure_that_has_it(seeds_report: Report) -> None:
    holders = {claim: figure.id for figure in seeds_report.figures for claim in figure.claims}
    assert holders == {claim.id: claim.figure for claim in seeds_report.claims}
