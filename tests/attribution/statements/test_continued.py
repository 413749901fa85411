"""What only goes on with a statement is none of its own, but its figures have the same speaker."""

from collections.abc import Callable

import pytest

from claimx.model import Document, Extract
from claimx.pipeline import Options, Pipeline

Make = Callable[[str], Document]

GOING_ON = [
    ("A Gallup poll showed that 45% of voters liked Mr Hale.", "Some 30% disagreed."),
    ("According to a survey by the bank, one shop in ten has closed.", "A further 8% were for sale."),
    ("Ann Hale said rents averaged £900.", "In Hull the figure was £700."),
    ("Police said 40 boats were lost.", "Another 12 boats were towed to Hull."),
    ("Ann Hale said the bridge was unsafe.", "It would cost £3m to mend."),
]


@pytest.fixture
def extract(bare_pipeline: Pipeline, document: Make) -> Callable[[str], Extract]:
    """What a text yields."""
    return lambda text: bare_pipeline.extract(document(text))


def continued(extract: Extract, text: str) -> list[str]:
    """What goes on with the first statement of a text."""
    return [text[later.start : later.end] for later in extract.statements[0].continued]


@pytest.mark.parametrize(("said", "later"), GOING_ON)
def test_a_sentence_without_a_cue_goes_on_with_a_statement(
    extract: Callable[[str], Extract], said: str, later: str
) -> None:
    text = f"{said} {later}"
    found = extract(text)
    assert len(found.statements) == 1
    assert continued(found, text) == [later.rstrip(".")]
    names = {speaker.name for claim in found.claims for speaker in claim.attribution.speakers}
    assert names == {found.statements[0].speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale said rents averaged £900. “In Hull it is £700.”",
        "Ann Hale said rents averaged £900. In Hull it was £700, she added.",
        "A Gallup poll showed that 45% of voters liked Mr Hale. Asked again, 30% in the poll disagreed.",
    ],
)
def test_what_has_a_cue_marks_or_a_source_of_its_own_is_a_statement(
    extract: Callable[[str], Extract], text: str
) -> None:
    found = extract(text)
    assert len(found.statements) == 2
    assert not continued(found, text)


def test_what_goes_on_with_no_statement_stays_one(extract: Callable[[str], Extract]) -> None:
    text = "The bank took a poll of firms in May. A third of them wanted lower taxes."
    [statement] = extract(text).statements
    assert (statement.speaker, statement.cue, statement.continued) == ("poll of firms", (), ())


def test_the_rules_by_which_it_goes_on_are_told(extract: Callable[[str], Extract]) -> None:
    [statement] = extract(" ".join(GOING_ON[2])).statements
    assert [later.rules[-1] for later in statement.continued] == ["continuing.figure"]


def test_a_statement_is_kept_for_the_figures_that_it_goes_on_with(document: Make) -> None:
    [statement] = Pipeline(Options(clean=False, figures_only=True)).extract(document(" ".join(GOING_ON[4]))).statements
    assert len(statement.continued) == 1
