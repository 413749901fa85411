"""What holds for any text whatever: offsets, the ledger, and the same bytes each time."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.model import Claim, Document, Excluded, Extract
from claimx.pipeline import Pipeline
from claimx.resolve import resolve
from claimx.settings import Options, generator
from claimx.writers import writer

_WORDS = """
the council said that it spent and children rose fell by from to of a per year more than nearly at least up in over
half quarter third dozen twice doubled first second two three seven twelve twenty hundred thousand million billion
thousands Mr Smith NHS England London he she we they not if will could report warned according survey found percent
points pounds weeks aged under between because who January Monday ENDS Tags Cookies
"""
_MARKS = ". , ; : ! ? ' \" ‘ ’ “ ” ( ) - – — / % £ $ € + = & @ # * … • ½ ¼ ² ° \u00a0 \u200b \ufeff é 中 😀 ٣ \t"
_FIGURES = "62% £2.4bn $7bn 2020 1997-2001 3rd 10:30 50/50 1/3 5p 0.5 1. 4-2 1990s 9am 20mph 7m-£9m"

NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(1000, 10**9).map(lambda number: f"{number:,}"),
    st.decimals(0, 10**4, places=2).map(str),
    st.sampled_from(_FIGURES.split()),
)

TEXTS = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(_WORDS.split()), NUMBERS, st.sampled_from(_MARKS.split(" ")), st.text(max_size=6)),
        st.sampled_from([" ", " ", " ", "", "\n", "\r\n", "\n\n", ". "]),
    ),
    max_size=40,
).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))

NUMBER = re.compile(
    r"\d+|\b(?:two|three|seven|twelve|twenty|hundred|thousand|million|billion|thousands|half|third|dozen|twice|doubled)\b"
)

checked = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

Make = Callable[[str], Document]


@pytest.fixture(params=["cleaned", "bare"])
def stages(request: pytest.FixtureRequest, pipeline: Pipeline, bare_pipeline: Pipeline) -> Pipeline:
    """The pipeline with and without cleaning."""
    return pipeline if request.param == "cleaned" else bare_pipeline


def everything(extract: Extract) -> list[Claim | Excluded]:
    """The numbers of a document, claims first."""
    return [*extract.claims, *extract.excluded]


@given(text=TEXTS)
@checked
def test_offsets_and_ledger(text: str, stages: Pipeline, document: Make) -> None:
    extract = stages.extract(document(text))
    assert_offsets(text, extract)
    assert_ledger(text, extract)


def assert_offsets(text: str, extract: Extract) -> None:
    """Whatever has a place in the text stands there."""
    for found in everything(extract):
        assert text[found.start : found.end] == found.surface
        assert found.surface == found.surface.strip() != ""
    for claim in extract.claims:
        lines = text[: claim.start].split("\n")
        assert (claim.line, claim.column) == (len(lines), len(lines[-1]) + 1)
    for statement in extract.statements:
        spans = [*statement.source, *statement.cue, *statement.content]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert 0 <= statement.start < statement.end <= len(text)
    for speaker in (speaker for claim in extract.claims for speaker in claim.attribution.speakers):
        assert (speaker.start is None) == (speaker.end is None)
        assert speaker.start is None or 0 <= speaker.start < (speaker.end or 0) <= len(text)


def assert_ledger(text: str, extract: Extract) -> None:
    """Every number is in exactly one claim or exclusion; what is excluded within a claim is that claim's of two levels
    no more."""
    claims = sorted((found.start, found.end) for found in extract.claims)
    moves = [(one.start, one.end) for one in extract.claims if one.change and one.change.from_ is not None]
    excluded = sorted((found.start, found.end) for found in extract.excluded)
    within = [span for span in excluded if any(start < span[0] and span[1] < end for start, end in moves)]
    for spans in (claims, excluded, sorted({*claims, *excluded}.difference(within))):
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, f"overlap at {text[start : end + 10]!r}"
    for number in NUMBER.finditer(text):
        holders = [span for span in (*claims, *excluded) if span[0] < number.end() and number.start() < span[1]]
        inner = [span for span in holders if span in within]
        assert len(inner or holders) == 1, f"{number[0]!r} at {number.start()} is in {holders}"


@given(text=TEXTS)
@settings(checked, max_examples=15)
def test_the_same_text_gives_the_same_bytes(text: str, pipeline: Pipeline, document: Make) -> None:
    first, second = (
        writer("json").write(resolve([pipeline.extract(document(text))], [], generator(Options()))) for _ in range(2)
    )
    assert first == second


def test_two_pipelines_agree(pipeline: Pipeline, document: Make) -> None:
    text = "“Rents rose 12% in 2019, from £400 to £448,” Ann Hill, of Shelter, said. About 40 tenants left."
    assert Pipeline(Options()).extract(document(text)) == pipeline.extract(document(text))
