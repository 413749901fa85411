"""Title, byline, date, publisher and language, where the text shows them."""

from collections.abc import Callable

import pytest

from claimx.cleaning import Cleaner
from claimx.model import Document, Metadata
from claimx.rulebook import Rulebook

STORY = "The ferry company is to add two more sailings a day from May, its director said on Monday."


@pytest.fixture(scope="module")
def metadata(rulebook: Rulebook, document: Callable[[str], Document]) -> Callable[[str], Metadata]:
    cleaner = Cleaner(rulebook)
    return lambda text: cleaner.clean(document(text)).metadata


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Two more ferries a day\n\n{STORY}", "Two more ferries a day"),
        (f"Two more ferries a day | Bay Courier\n\nTwo more ferries a day\n\n{STORY}", "Two more ferries a day"),
        (
            f"Two More Ferries a Day | Bay\nFriday\nPier\nFriday\nTwo more ferries a day\n{STORY}",
            "Two more ferries a day",
        ),
        (f"Watch it live\nFerry company adds sailings\nTell a friend of this\n{STORY}", "Ferry company adds sailings"),
        (f"Watch it live\nhttps://bay.example/ferry-company-sailings\nTwo more boats\n{STORY}", "Watch it live"),
        (f"Anna Pell 3 May 2021\n\nTwo more ferries a day\n\n{STORY}", "Two more ferries a day"),
        (f"Ferries need state money now, writes Anna Pell, a sailor {STORY}", "Ferries need state money now"),
        (f"Two More Boats - Bay Courier\nLog in\nShare this\nWatch it live\n{STORY}", "Two More Boats"),
        (f"Two boats – and no crew to sail them\nLog in\nShare this\n{STORY}", "Two boats – and no crew to sail them"),
        (f"Ferry at its pier (Ada Pell/Bay Press)\nTwo more boats a day\n{STORY}", "Two more boats a day"),
        (f"Two more boats for the U.S.\n\n{STORY}", "Two more boats for the U.S."),
        (STORY, None),
        (f"- two more ferries a day\n- a third boat\n\n{STORY}", None),
    ],
)
def test_title(metadata: Callable[[str], Metadata], text: str, title: str | None) -> None:
    assert metadata(text).title == title


@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        ("By Anna Pell", ("Anna Pell",), None),
        ("By Anna Pell and John van der Moss", ("Anna Pell", "John van der Moss"), None),
        ("Anna Pell 3 May 2021", ("Anna Pell",), "2021-05-03"),
        ("By Anna Pell | March 14, 2022", ("Anna Pell",), "2022-03-14"),
        ("Published: 1st September 2020, 10:31", (), "2020-09-01"),
        ("2019-11-18", (), "2019-11-18"),
        ("By Anna Pell Tuesday, Aug. 17, 2010", ("Anna Pell",), "2010-08-17"),
        ("By Anna Pell2014-01-26 21:32:46 UTC", ("Anna Pell",), "2014-01-26"),
        ("Current time: 08:51 23 Sep 2011", (), None),
        ("31 February 2020", (), None),
        ("By Friday", (), None),
    ],
)
def test_byline_and_date(
    metadata: Callable[[str], Metadata], line: str, authors: tuple[str, ...], published: str | None
) -> None:
    found = metadata(f"Two more ferries a day\n\n{line}\n\n{STORY}")
    assert (found.authors, found.published) == (authors, published)


def test_dates_of_the_text_are_not_the_articles(metadata: Callable[[str], Metadata]) -> None:
    assert metadata(f"Two more ferries a day\n\n{STORY}\n\nThe pier opened on 4 May 1988.").published is None


@pytest.mark.parametrize("line", ["The pier was opened on May 4, 1988", "Built by men who died on 4 May 1988"])
def test_dates_that_a_sentence_tells_are_not_the_articles(metadata: Callable[[str], Metadata], line: str) -> None:
    assert metadata(f"Two more ferries a day\n\n{line}\n\n{STORY}").published is None


def test_dates_of_teasers_are_not_the_articles(metadata: Callable[[str], Metadata]) -> None:
    teasers = "\n".join(f"Ferry number {n} runs aground\nMay {n}, 2018" for n in range(2, 7))
    title = "Two more ferries a day"
    assert metadata(f"{title} | Bay Courier\n{teasers}\n{title}\nMay 9, 2019\n{STORY}").published == "2019-05-09"


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("© 2021 Harbour Media Ltd. All rights reserved.", "Harbour Media Ltd"),
        ("Copyright 2019-2021 Bay Courier", "Bay Courier"),
        ("© All rights reserved", None),
        ("Thank you for reading.", None),
    ],
)
def test_publisher(metadata: Callable[[str], Metadata], foot: str, publisher: str | None) -> None:
    assert metadata(f"{STORY}\n\n{foot}").publisher == publisher


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("Der Rat hat am Dienstag mit 14 zu 9 Stimmen beschlossen, ein neues Bad zu bauen.", "de"),
        ("Le conseil a voté mardi la construction d'une piscine qui coûtera 11 millions d'euros à la ville.", "fr"),
        ("El ayuntamiento ha aprobado la construcción de una piscina que costará 11 millones de euros.", "es"),
        ("市议会周二以14票对9票通过决议，将兴建一座泳池。", None),
        ("£4m", "en"),
        ("", "en"),
    ],
)
def test_language(metadata: Callable[[str], Metadata], text: str, language: str | None) -> None:
    assert metadata(text).language == language
