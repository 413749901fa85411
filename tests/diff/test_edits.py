"""Edits of real documents, and what is told of each: the right kind of change, and nothing of what changes no claim."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimx.diff.comparison import Comparison, Version, compare
from claimx.model import Document, Extract
from claimx.pipeline import Pipeline

Compare = Callable[[str, Callable[[str], str]], Comparison]

HOUSING, CHARITIES, RESPONSE, OPINION = "003", "004", "002", "000"
JOBS = "Highways jobs"


def _version(extract: Extract) -> Version:
    record = extract.document
    return Version(documents={record.id: record.sha256}, claims=extract.claims, excluded=extract.excluded)


@pytest.fixture(scope="module")
def edited(pipeline: Pipeline, seeds: Path) -> Compare:
    """Compares a seed with what an edit makes of it."""
    known: dict[str, Document] = {}
    versions: dict[str, Version] = {}
    for path in sorted(seeds.iterdir()):
        text = path.read_text(encoding="utf-8")
        known[path.name[:3]] = Document(path.name, text, hashlib.sha256(text.encode()).hexdigest())

    def run(seed: str, edit: Callable[[str], str]) -> Comparison:
        document = known[seed]
        text = edit(document.text)
        assert text != document.text, "the edit must find what it edits"
        if seed not in versions:
            versions[seed] = _version(pipeline.extract(document))
        return compare(
            versions[seed], _version(pipeline.extract(replace(document, text=text, sha256=f"edited {seed}")))
        )

    return run


def swap(old: str, new: str) -> Callable[[str], str]:
    """An edit that puts the new words in the place of the old ones."""
    return lambda text: text.replace(old, new)


def without_paragraph(words: str) -> Callable[[str], str]:
    """An edit that deletes the paragraph with these words."""
    return lambda text: "\n\n".join(part for part in text.split("\n\n") if words not in part)


def without_sentence(start: str, end: str) -> Callable[[str], str]:
    """An edit that deletes what begins and ends so."""

    def edit(text: str) -> str:
        head, _, rest = text.partition(start)
        return head + rest.partition(end)[2]

    return edit


def after_paragraph(words: str, added: str) -> Callable[[str], str]:
    """An edit that puts a paragraph after the one with these words."""
    return lambda text: "\n\n".join(f"{part}\n\n{added}" if words in part else part for part in text.split("\n\n"))


def into_furniture(words: str) -> Callable[[str], str]:
    """An edit that moves the paragraph with these words to the end, among the adverts."""

    def edit(text: str) -> str:
        moved = next(part for part in text.split("\n\n") if words in part)
        return without_paragraph(words)(text) + f"\n\n{moved}"

    return edit


LOUD = [
    pytest.param(
        HOUSING,
        swap("current £1.6bn shortfall", "current £1.8bn shortfall"),
        ["value: £1.6bn → £1.8bn: shortfall needed each year to maintain current service levels, James Jamieson"],
        id="value",
    ),
    pytest.param(
        HOUSING,
        swap("pilots in 12 local authorities", "pilots in 15 local authorities"),
        ["value: 12 local authorities → 15 local authorities: local authorities"],
        id="value of a count",
    ),
    pytest.param(
        CHARITIES,
        swap("more than 37%", "more than 41%"),
        ["value: more than 37% → more than 41%: spending on late intervention services"],
        id="value of one of two figures in a sentence",
    ),
    pytest.param(
        RESPONSE,
        swap("fallen by 48%", "risen by 48%"),
        ["value: decrease by 48% → increase by 48%: spending on early-stage services for families"],
        id="direction",
    ),
    pytest.param(
        RESPONSE,
        swap("by 48%", "by about 48%"),
        ["comparator: 48% → about 48% (hedge added): spending on early-stage services for families"],
        id="hedge added",
    ),
    pytest.param(
        CHARITIES,
        swap("by more than 37%", "by 37%"),
        ["comparator: more than 37% → 37% (hedge dropped): spending on late intervention services"],
        id="hedge dropped",
    ),
    pytest.param(
        OPINION,
        swap("nearly £800 million", "more than £800 million"),
        ["comparator: nearly £800 million → more than £800 million (hedge changed): shortfall"],
        id="hedge changed",
    ),
    pytest.param(
        HOUSING,
        swap("chairman James Jamieson", "chairman Simon Bailey"),
        ["speaker: £1.6bn, James Jamieson → Simon Bailey: shortfall needed each year"],
        id="speaker",
    ),
    pytest.param(
        RESPONSE,
        swap("over the last decade", "over the last two years"),
        ["period: 48%, over the last decade → over the last two years: spending on early-stage services"],
        id="period",
    ),
    pytest.param(
        HOUSING,
        swap("murders of two children in 2020", "murders of two children in 2021"),
        ["period: two children, in 2020 → in 2021"],
        id="year",
    ),
    pytest.param(
        RESPONSE,
        swap("has fallen by 48%", "will fall by 48%"),
        ["modality: 48%, actual → forecast: spending on early-stage services for families"],
        id="modality",
    ),
    pytest.param(
        RESPONSE,
        without_sentence("Our recent research found", "over the last decade."),
        ["removed: 48% removed: spending on early-stage services for families"],
        id="sentence deleted",
    ),
    pytest.param(
        HOUSING,
        without_paragraph("pilots in 12"),
        ["removed: 12 local authorities removed: local authorities"],
        id="paragraph deleted",
    ),
    pytest.param(
        HOUSING,
        after_paragraph("pilots in 12", "Some 450 new family hubs will open in northern towns."),
        ["added: Some 450 new family hubs added"],
        id="sentence added",
    ),
    pytest.param(
        HOUSING,
        into_furniture("pilots in 12"),
        ["moved_out_of_article: 12 local authorities moved out of article: local authorities"],
        id="moved out of the article",
    ),
]


@pytest.mark.parametrize(("seed", "edit", "told"), LOUD)
def test_change_is_told(edited: Compare, seed: str, edit: Callable[[str], str], told: list[str]) -> None:
    changes = [f"{change.kind}: {change.sentence}" for change in edited(seed, edit).changes]
    assert len(changes) == len(told), changes
    for change, start in zip(changes, told, strict=True):
        assert change.startswith(start)


def straightened(text: str) -> str:
    """The text with straight quotation marks and plain dashes."""
    return text.translate(str.maketrans("‘’“”–", "''\"\"-"))


def paragraphs_swapped(text: str) -> str:
    """The text with two paragraphs in the other order."""
    parts = text.split("\n\n")
    at = next(number for number, part in enumerate(parts) if "pilots in 12" in part)
    parts[at], parts[at - 1] = parts[at - 1], parts[at]
    return "\n\n".join(parts)


def other_jobs(text: str) -> str:
    """The text with other job adverts after it."""
    head, _, _ = text.partition(JOBS)
    return f"""{head}{JOBS}

Head of Highways

Northumberland County Council
£61,000 - £68,400 per annum
Lead a team of 40 engineers in one of England's largest counties Northumberland, Morpeth
Recuriter: Northumberland County Council

Senior Planner

Leeds City Council
£38,223 - £41,418
Work with 12 partners on regeneration across the city West Yorkshire, Leeds
Recuriter: Leeds City Council
"""


SILENT = [
    pytest.param(HOUSING, paragraphs_swapped, id="order of paragraphs"),
    pytest.param(HOUSING, lambda text: text.replace("\n\n", "\n\n\n"), id="blank lines"),
    pytest.param(HOUSING, lambda text: text.replace(". ", ".  "), id="two spaces between sentences"),
    pytest.param(HOUSING, lambda text: text.replace("\n", " \n"), id="spaces at the ends of lines"),
    pytest.param(HOUSING, lambda text: text.replace("\n", "\n  "), id="indented"),
    pytest.param(CHARITIES, lambda text: text.replace("\n", "\r\n"), id="line ends"),
    pytest.param(CHARITIES, lambda text: text.replace("£8.2bn", "£8.2\u00a0bn"), id="no-break space"),
    *(pytest.param(seed, straightened, id=f"quotes straightened in {seed}") for seed in (OPINION, HOUSING, CHARITIES)),
    pytest.param(HOUSING, other_jobs, id="job adverts replaced"),
    pytest.param(HOUSING, lambda text: text.partition(JOBS)[0], id="job adverts gone"),
    pytest.param(RESPONSE, swap("help’ services are being cut.", "help’ services are being cut!"), id="punctuation"),
    pytest.param(CHARITIES, swap("£8.2bn", "£8.2 billion"), id="unit written out"),
    pytest.param(CHARITIES, swap("£8.2bn", "£8,200m"), id="figure in millions"),
    pytest.param(CHARITIES, swap("This means that all too often", "All too often,"), id="a sentence without figures"),
]


@pytest.mark.parametrize(("seed", "edit"), SILENT)
def test_what_changes_no_claim_is_not_told(edited: Compare, seed: str, edit: Callable[[str], str]) -> None:
    assert [change.sentence for change in edited(seed, edit).changes if change.kind != "reworded"] == []


def test_other_words_are_reworded(edited: Compare) -> None:
    told = edited(HOUSING, swap("to provide more early support", "that bring more early help")).changes
    assert [change.kind for change in told] == ["reworded"]
