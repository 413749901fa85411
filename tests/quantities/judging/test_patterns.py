"""Forms that are never quantities."""

from collections.abc import Callable

import pytest

from claimx.quantities.grammar.scanner import Scanner
from claimx.quantities.judging.patterns import Excluded, Exclusions
from claimx.rulebook import Rulebook

Find = Callable[[str, int, int], tuple[Excluded, ...]]


@pytest.fixture(scope="module")
def exclusions(rulebook: Rulebook, scanner: Scanner) -> Find:
    built = Exclusions(rulebook)
    return lambda text, start, end: built.find(text, start, end, scanner.numbers(text, start, end))


def found(exclusions: Find, text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.reason) for one in exclusions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "surface", "reason"),
    [
        ("The inquiry opened on 3 March 1998 in Hull.", "3 March 1998", "date"),
        ("The inquiry opened on the 3rd of March in Hull.", "the 3rd of March", "date"),
        ("Updated: Mon, 14 Oct 2019 09:15 by staff", "Mon, 14 Oct 2019 09:15", "date"),
        ("Markets closed on Sept. 11, 2001.", "Sept. 11, 2001", "date"),
        ("The strike of 12-14 June cost little.", "12-14 June", "date"),
        ("Accounts for December 2009 are late.", "December 2009", "date"),
        ("Log of 2021-07-05T14:30 follows.", "2021-07-05T14:30", "date"),
        ("Posted 05/07/21 by the council.", "05/07/21", "date"),
        ("Doors open at 7.30pm.", "7.30pm", "date"),
        ("The train left at 14:05 sharp.", "14:05", "date"),
        ("Lessons run from 9am to 3.30pm.", "9am to 3.30pm", "date"),
        ("They arrived at ten o'clock.", "ten o'clock", "date"),
        ("They arrived at quarter to nine.", "quarter to nine", "date"),
        ("It grew from 1997 to 2001 only.", "from 1997 to 2001", "date"),
        ("In the 2019-20 season it folded.", "2019-20 season", "date"),
        ("It has been shut since 2011.", "2011", "date"),
        ("The mid-1980s were hard.", "1980s", "date"),
        ("The seventies were hard.", "seventies", "date"),
        ("A 17th-century chapel burned.", "17th-century", "date"),
        ("Losses widened in the second quarter.", "second quarter", "date"),
        ("Storms spoiled the first half of the season.", "first half of the season", "date"),
        ("The Q4 figures are out.", "Q4", "date"),
        ("See https://news.example.com/2020/05/a12 for more.", "https://news.example.com/2020/05/a12", "reference"),
        ("Mail desk9@example.org soon.", "desk9@example.org", "reference"),
        ("Follow @mayor2024 now.", "@mayor2024", "reference"),
        ("Call 0800 123 4567 free.", "0800 123 4567", "reference"),
        ("Phone +44 (0)20 7946 0958 now.", "+44 (0)20 7946 0958", "reference"),
        ("Write to SW1A 2AA today.", "SW1A 2AA", "reference"),
        ("The graph on page 12 is clear.", "page 12", "reference"),
        ("As note 4 says, costs vary.", "note 4", "reference"),
        ("Company number 04512384 is dormant.", "Company number 04512384", "reference"),
        ("2) Publish the accounts.", "2)", "reference"),
        ("He leads Group 4 in Crawley.", "Group 4", "name"),
        ("She read it on BBC Radio 2 today.", "Radio 2", "name"),
        ("Pupils in Year 6 sat the test.", "Year 6", "name"),
        ("The Boeing 737 was grounded.", "Boeing 737", "name"),
        ("Stop the G20 from stalling.", "G20", "name"),
        ("Traffic on the A14 stopped.", "A14", "name"),
        ("MI5 declined to comment.", "MI5", "name"),
        ("It cut CO2 and waste.", "CO2", "name"),
        ("The H5N1 strain spread.", "H5N1", "name"),
        ("Rules under the Data Protection Act 1998 apply.", "Data Protection Act 1998", "name"),
        ("UN Resolution 1441 was passed.", "Resolution 1441", "name"),
        ("A body lay at 25 Cromwell Street for years.", "25 Cromwell Street", "name"),
        ("Sources at Number 10 disagreed.", "Number 10", "name"),
        ("The FTSE 100 index slipped.", "FTSE 100", "name"),
        ("England play in the Six Nations.", "Six Nations", "name"),
        ("It broke out in World War Two.", "World War Two", "name"),
        ("Hull lost 2-1 at home.", "2-1", "score"),
        ("A 4-0 win lifted spirits.", "4-0", "score"),
        ("He won 6-3, 7-5 on grass.", "6-3, 7-5", "score"),
        ("He is the 7-2 favourite to win.", "7-2", "score"),
        ("Odds of 100-1 were offered.", "100-1", "score"),
        ("Boys aged between nine and 13 took part.", "between nine and 13", "age"),
        ("Drivers over the age of 70 must renew.", "over the age of 70", "age"),
        ("Free milk for under-fives is back.", "under-fives", "age"),
        ("Bus passes for over-60s cost more.", "over-60s", "age"),
        ("Women over 50 were asked.", "over 50", "age"),
        ("Ann Lee, 41, from Hove, complained.", "41", "age"),
        ("It is a once-in-a-lifetime offer.", "once-in-a-lifetime", "idiom"),
        ("First of all, thank you.", "First of all", "idiom"),
        ("Police promised zero tolerance.", "zero tolerance", "idiom"),
        ("It is a case of second best.", "second best", "idiom"),
        ("Both sisters agreed.", "Both", "enumeration"),
    ],
)
def test_excludes(exclusions: Find, text: str, surface: str, reason: str) -> None:
    assert found(exclusions, text) == [(surface, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose 3% and 12 shops closed.",
        "The firm cut between 1500 and 2000 jobs.",
        "It may cost £12 to enter and $14 to leave.",
        "By 310 votes to 297 peers rejected it.",
        "Waits of 18 weeks fell to 12 weeks.",
        "About 250ml of milk weighs 260g.",
        "It cost USD10m or RM23.50 a share.",
        "Over 60 councils and under 20 boards agreed.",
        "Some 1,441 homes and 5,600 flats were built.",
        "It scored 3.5 out of 5 in tests.",
        "Between 10 and 15 people were hurt.",
        "A range of 5-10 years is usual.",
        "One nurse cared for 30 patients.",
        "A week of rain cost 12 lives.",
        "Turnout was 61.4 per cent in 12 seats.",
    ],
)
def test_leaves_quantities_alone(exclusions: Find, text: str) -> None:
    assert found(exclusions, text) == []


def test_a_long_line_without_spaces_costs_no_more_than_its_length(exclusions: Find) -> None:
    text = "7a-" * 40_000
    assert len(exclusions(text, 0, len(text))) <= len(text)


def test_stays_inside_the_stretch(exclusions: Find) -> None:
    text = "In 1997 and in 2001 and in 2005."
    assert [text[one.start : one.end] for one in exclusions(text, 8, 20)] == ["2001"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hail fell on day two of the fair.", [("day two", "ordinal")]),
        (
            "Round six starts on Sunday, with round seven to come.",
            [("Round six", "ordinal"), ("round seven", "ordinal")],
        ),
        ("The stage three sprint was cut.", [("stage three", "ordinal")]),
        ("It reached phase three trials in Leeds.", [("phase three", "name")]),
        ("A category four storm is due.", [("category four", "name")]),
        ("That day two officers fell ill.", []),
        ("Each week three winners are drawn.", []),
        ("It rose by point four per cent.", []),
    ],
)
def test_which_of_a_series_is_told_in_words(exclusions: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(exclusions, text) == expected
