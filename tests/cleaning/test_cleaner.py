"""What cleaning keeps and drops, and what it promises of every text."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.cleaning import Cleaner
from claimx.cleaning.lines import LONGEST
from claimx.model import Cleaned, Document
from claimx.rulebook import Rulebook

Clean = Callable[[str], Cleaned]

ARTICLE = """\
Town council backs new swimming pool

Councillors in Marlow Bay have voted by 14 to 9 to build a swimming pool that will cost £11.4m, after a debate that
lasted for more than three hours.

The old pool closed in 2017 when its roof was found to be unsafe. Children have since travelled 22 miles to lessons.

"We have waited far too long for this," said Joan Petrie, who leads the council.
"""


@pytest.fixture(scope="module")
def clean(rulebook: Rulebook, document: Callable[[str], Document]) -> Clean:
    cleaner = Cleaner(rulebook)
    return lambda text: cleaner.clean(document(text))


def dropped(cleaned: Cleaned, text: str) -> list[str]:
    return [text[block.start : block.end] for block in cleaned.blocks if block.zone == "boilerplate"]


def check(cleaned: Cleaned, text: str) -> None:
    """Blocks are in order, do not overlap, hold every character that is not white space, and are not too long."""
    at = 0
    for block in cleaned.blocks:
        assert not text[at : block.start].strip()
        assert at <= block.start < block.end
        assert block.end - block.start <= LONGEST
        assert 0 <= block.score <= 1
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "Profits rose by 12% to £3.2m.",
        "Profits up 12% to £3.2m",
        "1. Rents rose by 4%\n2. Wages rose by 3%\n3. Prices rose by 2%",
        "Northern line: 40 trains\nCentral line: 52 trains\nEastern line: 18 trains\nWestern line: 25 trains",
    ],
)
def test_plain_texts_are_kept_whole(clean: Clean, text: str) -> None:
    assert dropped(clean(text), text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nurses are paid £11.50 per hour, the union said.",
        "Lifeguards get £21,000 pro rata on a temporary contract.",
        "Up to £42,600 plus a car goes to whoever runs the pool.",
        "The weekly email bulletin reached 4,000 swimmers.",
        "Its next event drew 900 people.",
        "Keywords given to this page rose from 12 to 44.",
    ],
)
def test_sentences_that_use_the_words_of_furniture_are_kept(clean: Clean, sentence: str) -> None:
    text = f"{ARTICLE}\n{sentence}\n\nShare this\nFacebook\nSign up\n"
    assert sentence not in dropped(clean(text), text)


@pytest.mark.parametrize(
    "figures",
    [
        "Swimming prices\nAdult swim\n£3.90\n£5.20\nFamily of four\n£9.50\n£13.00",
        "The old pool in figures\nLength\n33.3 m\nVisits in 2016\n41,500\nLost heat\n62.2%",
        "Lessons\n30 minutes, beginners: £5.75\n30 minutes, improvers: £6.00\nOne to one: £22.50",
    ],
)
def test_rows_of_figures_below_the_article_are_kept(clean: Clean, figures: str) -> None:
    text = f"Log in\nSkip to content\nShare this\n\n{ARTICLE}\n{figures}\n\nContact us\nPrivacy policy\n"
    lost = dropped(clean(text), text)
    assert not [line for line in figures.splitlines() if line in lost and any(map(str.isdigit, line))]


@pytest.mark.parametrize(
    ("items", "button"),
    [
        ("Quay cottage\nTwo bedrooms, sea view\n£{}45,000", "More photos"),
        ("Herring, smoked\nBox of 2{} kg\n£8{}", "Add"),
        ("Soup of the day, with bread\n£{}.50", "Order"),
        ("Brass lamp 20{} cm\nIn stock\n${}9.99", "Details"),
    ],
)
def test_prices_of_a_page_without_an_article_are_kept(clean: Clean, items: str, button: str) -> None:
    offers = "\n\n".join(f"{items.replace('{}', str(n))}\n{button}" for n in range(1, 9))
    text = f"Log in\nSkip to content\nShare this\nHarbour\nTown\nMap\n\n{offers}\n\nPrivacy policy\nContact us\n"
    lost = dropped(clean(text), text)
    assert not [line for line in lost if line[-1].isdigit()]


@pytest.mark.parametrize(
    ("furniture", "lines"),
    [
        ("Share this\nFacebook\nTwitter\n\n{}", ["Share this", "Facebook", "Twitter"]),
        ("{}\nRelated articles\n\nPool costs rise to £12m\n", ["Related articles", "Pool costs rise to £12m"]),
        ("{}\n© 2024 Marlow Media Ltd. All rights reserved.", ["© 2024 Marlow Media Ltd. All rights reserved."]),
        ("{}\nTel: 01632 960123", ["Tel: 01632 960123"]),
        (
            "{}\nPlanning jobs\n\nSite Manager\nUp to £45,000\n\nSurveyor\n£18.50 per hour",
            ["Planning jobs", "Site Manager", "Up to £45,000", "Surveyor", "£18.50 per hour"],
        ),
        ("{}\nLeave a reply\n\nI paid £5 to swim there.", ["Leave a reply", "I paid £5 to swim there."]),
        ("{}\n£11.50 per hour PAYE / £14.20 Ltd Company", ["£11.50 per hour PAYE / £14.20 Ltd Company"]),
        ("{}\nUp to £42,600 plus car", ["Up to £42,600 plus car"]),
        ("{}\n£180 p/d, £22.50 p/h Umbrella", ["£180 p/d, £22.50 p/h Umbrella"]),
        ("{}\nHiring organisation: Northfield Council", ["Hiring organisation: Northfield Council"]),
        (
            "{}\nTrades vacancies\n\nElectrician\nFrom £38,000\n\nPlumber\nCompetitive plus benefits",
            ["Trades vacancies", "Electrician", "From £38,000", "Plumber", "Competitive plus benefits"],
        ),
        ("{}\nTwitter Banner", ["Twitter Banner"]),
        ("{}\nKeywords given to this page:\nFISH 12 BOATS 44", ["Keywords given to this page:", "FISH 12 BOATS 44"]),
        ("Find your next event\nWed 14 Aug 26 09:30\n\n{}", ["Find your next event", "Wed 14 Aug 26 09:30"]),
        ("{}\nYour latest council alerts by email", ["Your latest council alerts by email"]),
    ],
)
def test_furniture_is_dropped(clean: Clean, furniture: str, lines: list[str]) -> None:
    text = furniture.format(ARTICLE)
    assert dropped(clean(text), text) == lines


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_covered(clean: Clean, text: str) -> None:
    check(clean(text), text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*ARTICLE.splitlines(), "Share this", "Related articles", "Comments are closed.", "|"]))
)
def test_pages_are_covered(clean: Clean, lines: list[str]) -> None:
    text = "\n".join(lines)
    check(clean(text), text)


def test_posts_that_an_article_quotes_are_kept(clean: Clean) -> None:
    quoted = "#Pool closed, 40 of us outside @MarlowBay pic.example/x7Gd3"
    text = (
        f"Home\nSport\nShare this\n\n{ARTICLE}\n{quoted}\n\n— Ada Pell (@adapell) May 3, 2019\n\nShare this\nSign up\n"
    )
    assert quoted not in dropped(clean(text), text)
    unsigned = text.replace("(@adapell) ", "")
    assert quoted in dropped(clean(unsigned), unsigned)


def test_keep_all_keeps_all(rulebook: Rulebook, document: Callable[[str], Document]) -> None:
    text = ARTICLE + "Leave a reply\n" + "word " * 10_000
    cleaned = Cleaner(rulebook).keep_all(document(text))
    check(cleaned, text)
    assert {block.zone for block in cleaned.blocks} == {"main"}
