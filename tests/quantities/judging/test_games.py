"""What the figures of texts about games are: the state of play, or what somebody did."""

from collections.abc import Callable

import pytest

from claimx.model import Extract

Run = Callable[[str], Extract]


def results(run: Run, text: str) -> list[str]:
    """What is excluded as the state of play."""
    return [one.surface for one in run(text).excluded if one.reason == "score"]


def claims(run: Run, text: str) -> list[str]:
    return [one.surface for one in run(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The batsmen slumped from 88 without loss to 9 for 212.", ["88 without loss", "9 for 212"]),
        ("Kent resumed their innings on 4/210 and made 356.", ["4/210", "356"]),
        ("The batsmen added 61 runs, Shah making 40 and Tull 19.", ["61 runs", "40", "19"]),
        ("Kent need 87 runs, with six wickets in hand.", ["87 runs", "six wickets in hand"]),
        ("She bowled him for 38, a first-innings lead of 112 in a drawn cricket match.", ["38", "112"]),
        ("They closed on 229 for the loss of eight wickets.", ["229 for the loss of eight wickets"]),
        ("The paceman had both caught for nought.", ["nought"]),
        ("Set 200 to 250, the batsmen gave up.", ["200 to 250"]),
        ("The batsmen return, Shah on 31 and Amy Tull eight.", ["31", "eight"]),
        ("Both openers hit half centuries in the second innings.", ["half"]),
    ],
)
def test_the_state_of_a_cricket_match(extract_sentence: Run, text: str, expected: list[str]) -> None:
    assert results(extract_sentence, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The paceman took five wickets and held four catches.", ["five wickets"]),
        ("Her innings had nine fours and two sixes.", ["nine fours", "two sixes"]),
        ("The innings break was watched by 23,512 people, 38 of them children.", ["23,512 people", "38"]),
        ("Police arrested 14 at the ground; wickets fell all day.", ["14"]),
        ("The batsman lost 50 per cent of his fee, about $3,000.", ["50 per cent", "about $3,000"]),
        ("He made 9,012 runs, more than any batsman of his day.", ["9,012 runs"]),
        ("Ministers were on a sticky wicket when sales fell to 310.", ["310"]),
    ],
)
def test_what_was_done_in_a_game_is_claimed(extract_sentence: Run, text: str, expected: list[str]) -> None:
    assert [one for one in claims(extract_sentence, text) if one != "four catches"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She holed her putt for a 68, two shots clear of Ito on 70.", ["68", "two shots", "70"]),
        ("A birdie at the last gave him 271 and a three-stroke win.", ["271", "three-stroke"]),
        ("Two putts fell and she won 3 and 2.", ["3 and 2"]),
        (
            "Essex led by 14 points at half-time in the rugby, then lost 24 to 20 to their old coach.",
            ["14 points", "24 to 20"],
        ),
        ("The Swans kicked 12.10 (82) to 9.14 (68) in the AFL.", ["12.10 (82)", "9.14 (68)"]),
        ("In netball, Fiji 51 Samoa 44 was the shock.", ["Fiji 51 Samoa 44"]),
        ("The NBA guard scored 37, in a six-point win.", ["37", "six-point"]),
        ("In tennis she won her singles in three sets.", ["three sets"]),
        ("The tennis seed won 6/4 7/6 (7/3) in straight sets.", ["6/4 7/6 (7/3)"]),
    ],
)
def test_the_state_of_other_games(extract_sentence: Run, text: str, expected: list[str]) -> None:
    assert results(extract_sentence, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Labour leads by 14 points in the poll.",
        "The index lost 68, two strokes of bad luck, the broker said.",
        "The rugby coach said 37 players had signed for 12 clubs.",
        "The golfer earned $1.2 million with five birdies.",
    ],
)
def test_other_figures_are_no_results(extract_sentence: Run, text: str) -> None:
    assert results(extract_sentence, text) == []


def test_paragraphs_of_other_news_are_not_about_the_game(extract_sentence: Run) -> None:
    text = "The road toll has risen to 37.\n\nJobs fell to 120.\n\nThe batsmen fell for 99 in the second innings."
    assert claims(extract_sentence, text)[0].endswith("37")
    assert results(extract_sentence, text) == ["99"]
