"""What a text says of the people whom a poll asked is what the poll found."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions

Attribute = Callable[[str], Attributions]

POLL = "A Gallup poll showed that 45% of voters liked Mr Hale."


def contents(attribute: Attribute, text: str) -> dict[str, str | None]:
    """The contents of the statements of a text, each with its speaker's name."""
    return {
        " ~ ".join(text[start:end] for start, end in one.content): one.speaker for one in attribute(text).statements
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 30% disagreed.",
        "Nearly one in five trusted nobody.",
        "A further 8% did not know.",
        "Fewer than half had heard of his rival.",
        "Among women the figure was 52%.",
        "Support was highest in Wales, at 61%.",
        "That compares with 38% last month.",
        "In London, by contrast, six out of ten were against.",
        "Older voters were keener (57%).",
        "Ms Day trails by 12 points.",
        "Most people want lower fares.",
        "Labour is on 37%, down two on last month.",
        "Mr Hale holds 86% of his own party.",
        "Women support the ban by 14 points.",
        "If repeated at an election, that would bring Mr Hale 90 seats.",
    ],
)
def test_a_run_of_findings_goes_on(attribute: Attribute, sentence: str) -> None:
    found = contents(attribute, f"{POLL}\n{sentence}")
    assert found[sentence.rstrip(".")] == "Gallup poll"


@pytest.mark.parametrize(
    "said",
    [
        "Of the women, 61 percent said they had a good opinion of the mayor.",
        "Some 20% think the offer of £3m is fair.",
    ],
)
def test_what_those_asked_say_of_others_ends_no_run(attribute: Attribute, said: str) -> None:
    assert (
        contents(attribute, f"{POLL}\n{said} But 27% of men had no view.")["But 27% of men had no view"]
        == "Gallup poll"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "He won the last election by 12 points.",
        "Four years ago 40% of people voted for him.",
        "In 2008, 40% of people voted for him.",
        "The campaign has cost £3m.",
        "Gallup interviewed 1,200 people by telephone.",
        "The poll has a margin of error of 3 points.",
    ],
)
def test_what_is_known_from_elsewhere_is_no_finding(attribute: Attribute, sentence: str) -> None:
    assert sentence.rstrip(".") not in contents(attribute, f"{POLL}\n{sentence}")


def test_whoever_else_speaks_ends_the_run(attribute: Attribute) -> None:
    text = f"{POLL}\nAnn Day said turnout would be low. Among women the figure was 52%."
    assert "Among women the figure was 52%" not in contents(attribute, text)


@pytest.mark.parametrize(
    "sentence", ["Two-thirds of those polled thought he was too old.", "Just 9% want him to stay."]
)
def test_what_a_share_of_people_thinks_is_found_wherever_it_stands(attribute: Attribute, sentence: str) -> None:
    text = f"{POLL}\nAnn Day said turnout would be low. The town has two stations. {sentence}"
    assert contents(attribute, text)[sentence.rstrip(".")] == "Gallup poll"


def test_those_whom_a_margin_parts_do_not_speak(attribute: Attribute) -> None:
    text = f"{POLL}\nBy a 58-34 percent margin, voters said they wanted a ban."
    assert contents(attribute, text)["By a 58-34 percent margin, voters said they wanted a ban"] == "Gallup poll"


def test_results_of_a_newer_survey_take_what_follows(attribute: Attribute) -> None:
    text = (
        f"{POLL}\nSurvey results released on Monday by a bank found strong majorities of shoppers say they are worried "
        "(81%); would like more choice (89%).\nOnly 16% had moved. And 71% say prices are fair."
    )
    found = contents(attribute, text)
    assert found["Only 16% had moved"] == found["And 71% say prices are fair"] == "Survey results"
    assert any("81%" in one and "89%" in one and name == "Survey results" for one, name in found.items())


def test_research_that_asked_people_is_a_survey(attribute: Attribute) -> None:
    text = "Some 40% of voters want Mr Hale to go, according to research by Gallup.\nOlder voters were keener (57%)."
    assert contents(attribute, text)["Older voters were keener (57%)"] == "research by Gallup"


def test_respondents_do_not_speak(attribute: Attribute) -> None:
    text = "A survey of tenants came out on Monday. Some 40% said they had moved."
    assert contents(attribute, text) == {"Some 40% said they had moved": "survey of tenants"}


def test_how_many_were_asked_is_no_finding(attribute: Attribute) -> None:
    text = "A survey of tenants came out on Monday. Of the 900 people asked, 40% had moved."
    assert "40% had moved" in contents(attribute, text)


@pytest.mark.parametrize(("first", "goes_on"), [("found that half snored", True), ("came out on Monday", False)])
def test_a_study_has_further_findings_once_it_gave_a_share(attribute: Attribute, first: str, goes_on: bool) -> None:
    found = contents(attribute, f"A study of 300 sleepers {first}. Some 30% died within a year. A third feared it.")
    assert ("Some 30% died within a year" in found) is goes_on
    assert found["A third feared it"] == "study of 300 sleepers"


def test_whoever_surveyed_people_made_a_survey(attribute: Attribute) -> None:
    text = "Research by Barnardo's came out. The charity surveyed 300 pupils. Some 30% were often late for school."
    assert "Some 30% were often late for school" in contents(attribute, text)


def test_another_who_reports_a_share_is_its_source(attribute: Attribute) -> None:
    text = f"{POLL}\nAnn Day said half of voters wanted lower fares."
    assert contents(attribute, text)["half of voters wanted lower fares"] == "Ann Day"


def test_each_of_two_polls_has_its_own_share(attribute: Attribute) -> None:
    text = "A Gallup poll had 50 percent in favour of it, a Harris poll showed 57 percent supportive."
    found = contents(attribute, text)
    assert found["57 percent supportive"] == "Harris poll"
    assert next(name for one, name in found.items() if one.startswith("50 percent")) == "Gallup poll"


def test_without_a_poll_nothing_is_found(attribute: Attribute) -> None:
    assert contents(attribute, "Some 30% disagreed. Among women the figure was 52%.") == {}


@pytest.mark.parametrize(
    "asked",
    [
        "The firm polled a representative sample of 1,204 adults in May.",
        "A sample of 1,204 adults was interviewed in May.",
    ],
)
def test_people_who_were_asked_are_no_study(attribute: Attribute, asked: str) -> None:
    found = contents(attribute, f"{POLL} {asked} Some 30% trusted nobody.")
    assert found["Some 30% trusted nobody"] == "Gallup poll"


def test_a_total_of_people_does_not_speak(attribute: Attribute) -> None:
    found = contents(attribute, f"{POLL} A total of 53% of those asked said they had met him.")
    assert set(found.values()) == {"Gallup poll"}
