"""Who asserts what stands at a place."""

from claimx.attribution import attribution_of
from claimx.model import Attributions, Span, Speaker, Statement, StatementKind


def statement(
    name: str,
    content: Span,
    *,
    kind: StatementKind = "assertion",
    demand: bool = False,
    quoted: tuple[Span, ...] = (),
    via: str | None = None,
) -> Statement:
    """A statement of one speaker."""
    return Statement(
        id="s_" + name,
        document="d",
        mode="indirect",
        start=content[0],
        end=content[1],
        source=(),
        cue=(),
        content=(content,),
        quoted=quoted,
        speaker=name,
        speakers=(Speaker(name=name, type="person"),),
        via=(Speaker(name=via, type="person"),) if via else (),
        cue_lemma="say",
        kind=kind,
        demand=demand,
    )


def test_without_a_statement_the_document_asserts() -> None:
    assert attribution_of(Attributions(), (3, 4)).mode == "document"


def test_the_innermost_assertion_decides() -> None:
    held = Attributions(statements=(statement("Ann", (0, 50)), statement("Ben", (10, 30), via="Ann")))
    found = attribution_of(held, (12, 14))
    assert [one.name for one in found.speakers] == ["Ben"]
    assert [one.name for one in found.via] == ["Ann"]
    assert [one.name for one in attribution_of(held, (40, 44)).speakers] == ["Ann"]


def test_inside_quotation_marks_it_is_direct() -> None:
    held = Attributions(statements=(statement("Ann", (0, 50), quoted=((20, 30),)),))
    assert attribution_of(held, (22, 24)).mode == "direct"
    assert attribution_of(held, (2, 4)).mode == "indirect"


def test_a_stance_asserts_nothing() -> None:
    held = Attributions(statements=(statement("Ann", (0, 50), kind="stance"),))
    assert attribution_of(held, (22, 24)).mode == "document"


def test_what_is_demanded_is_asserted_by_whoever_demands_it() -> None:
    held = Attributions(statements=(statement("Ann", (0, 50), kind="stance", demand=True),))
    assert [one.name for one in attribution_of(held, (22, 24)).speakers] == ["Ann"]


def test_words_quoted_in_a_stance_are_asserted() -> None:
    held = Attributions(statements=(statement("Ann", (0, 50), kind="stance", quoted=((20, 30),)),))
    assert attribution_of(held, (22, 24)).mode == "direct"
    assert attribution_of(held, (2, 4)).mode == "document"


def test_many_statements_are_searched_fast() -> None:
    held = Attributions(statements=tuple(statement("Ann", (n * 10, n * 10 + 8)) for n in range(20_000)))
    assert attribution_of(held, (199_993, 199_995)).mode == "indirect"
