"""How far what somebody says reaches, and what is said by nobody though it looks so: who says each of the figures
between ⟦ and ⟧."""

import re
from collections.abc import Callable

import pytest

from claimx.attribution import attribution_of
from claimx.model import Attributions

Attribute = Callable[[str], Attributions]

_MARKED = re.compile("⟦([^⟧]+)⟧")


def speakers(attribute: Attribute, marked: str) -> list[str | None]:
    """The first speaker of each marked figure."""
    text = marked.replace("⟦", "").replace("⟧", "")
    attributions = attribute(text)
    found: list[str | None] = []
    for number, match in enumerate(_MARKED.finditer(marked)):
        start = match.start() - 2 * number
        told = attribution_of(attributions, (start, start + len(match[1]))).speakers
        found.append(told[0].name if told else None)
    return found


@pytest.mark.parametrize(
    ("marked", "said_by"),
    [
        # what parts a cue from its *that* is the narrator's
        ("The chair argued – for the ⟦third⟧ time – that ⟦12⟧ pools would close.", [None, "chair"]),
        ("The union insisted, after ⟦40⟧ days of talks, that ⟦300⟧ jobs were safe.", [None, "union"]),
        ("Police told reporters, wiping off ⟦two⟧ eggs, that ⟦40⟧ men had run.", [None, "Police"]),
        ("Rents rose by ⟦4%⟧, the bank said on Friday, after a fall of ⟦2%⟧ in May.", ["bank", "bank"]),
        # the last of a series vouches for all of it
        ("Hull has ⟦3⟧ baths; Goole has ⟦4⟧; and Selby has ⟦5⟧, according to the council.", ["council"] * 3),
        ("Sales fell by ⟦4%⟧; rents rose by ⟦3%⟧, according to the bank.", [None, "bank"]),
        # clauses that lean on the one before them
        ("She noted that ⟦70%⟧ of homes had gas in 1990, while only ⟦30%⟧ do now.", ["She", "She"]),
        ("He said that ⟦half⟧ of staff got shares, but only ⟦9%⟧ of the cleaners did.", ["He", "He"]),
        ("The firm said sales had grown, had passed ⟦£1bn⟧ in May, and would be ⟦£3bn⟧.", ["firm", "firm"]),
        ("She said firms had been ready, had planned to hire, and had spent ⟦£3m⟧.", ["She"]),
        # a clause within a relative one, and what the narrator adds to what is wanted
        ("It has a gap that officers said this week had grown by ⟦£9m⟧.", ["officers"]),
        ("The council backed a plea to shut the museum, which costs ⟦£90,000⟧ a year.", [None]),
        ("Ministers want it to sell the hall, which it bought for ⟦£3m⟧.", [None]),
        # who asks why something is so asserts nothing beside it
        ("Tom wonders why rents rose, but wages fell ⟦3%⟧.", [None]),
        ("The chair asked whether it was safe, but ⟦40⟧ people had died.", [None]),
        ("The bank said rents rose, but wages fell ⟦3%⟧.", ["bank"]),
        # findings set against each other
        ("The Post found women liked him, ⟦72%⟧ to ⟦8%⟧, while men liked her, ⟦82%⟧ to ⟦6%⟧.", ["Post"] * 4),
        # a subject with an addition of its own
        ("Aides think his record in office, cutting thefts by ⟦30%⟧, will help.", ["Aides"]),
        ("The mayor, meanwhile, who owns ⟦3⟧ flats, said rents had ⟦doubled⟧.", [None, "mayor"]),
        ("Mrs Day, however, whose son was hurt, said ⟦40⟧ men saw it.", ["Mrs Day"]),
        ("An aide to Hale - a chain sold as “the best” - said it would shut ⟦40⟧ shops.", ["aide to Hale"]),
        ("Absent Mr Day's plan, which is late, Ann Hale pointed to ⟦40⟧ cases.", ["Ann Hale"]),
        ("Aides believe her ⟦eight⟧ years in office, serving Hull, will help her.", ["Aides"]),
        ("It got £4m, less than half of the ⟦£9m⟧ the union had demanded.", ["union"]),
        # an infinitive that goes with a sum, a clause that an agent's names part from its noun
        ("Mr Day has proposed a ⟦10 percent⟧ tax to go with a ⟦17 percent⟧ duty.", ["Mr Day", "Mr Day"]),
        ("She denounced hints by her rivals, Day and Bell (of Hull), that ⟦40⟧ would go.", ["her rivals"]),
        # reasons of a judgement
        ("Ms Hale portrayed him as greedy because he had taken “⟦£900⟧” in fees.", ["Ms Hale"]),
    ],
)
def test_a_statement_reaches_as_far_as_its_source_vouches(
    attribute: Attribute, marked: str, said_by: list[str | None]
) -> None:
    assert speakers(attribute, marked) == said_by


@pytest.mark.parametrize(
    ("marked", "said_by"),
    [
        ("Ministers are keen to stress that ⟦40⟧ clinics have opened.", ["Ministers"]),
        ("The firm was quick to deny that ⟦40⟧ posts would go.", ["firm"]),
        ("The bank was slow to admit that it had lost ⟦£3m⟧.", ["bank"]),
        ("Police were at pains to point out that only ⟦3⟧ men were local.", ["Police"]),
        ("The bank was likely to admit that it had lost ⟦£3m⟧.", [None]),
        ("The firm does not expect to open ⟦40⟧ shops.", ["firm"]),
        ("Residents are bewildered that ⟦40⟧ buses were sold.", ["Residents"]),
        ("Traders see a ⟦40%⟧ chance of a cut.", ["Traders"]),
        ("The bookmaker gives Hale a ⟦60%⟧ chance of winning.", ["bookmaker"]),
        ("The “⟦40 percent⟧” figure came from the Hale campaign.", ["Hale campaign"]),
        ("The estimate of ⟦3,000⟧ deaths was taken from a study by Oxfam.", ["study by Oxfam"]),
        ("The total of ⟦300⟧ comes from three sites.", [None]),
        ("The bank's estimate is ⟦£3bn⟧.", ["bank"]),
        ("The ranking has him at ⟦£4bn⟧.", ["ranking"]),
        ("The bank's forecast for next year is ⟦2%⟧.", ["bank"]),
        ("Ann Hale defended her call to cut fares by ⟦10%⟧.", ["Ann Hale"]),
        ("The council used its appeal to raise ⟦£3m⟧.", [None]),
        ("Ministers dismissed claims by unions that ⟦40⟧ posts would go.", ["unions"]),
        ("The court rejected arguments by the firm, Hale Foods, that it lost ⟦£3m⟧.", ["Hale Foods"]),
    ],
)
def test_more_ways_of_saying(attribute: Attribute, marked: str, said_by: list[str | None]) -> None:
    assert speakers(attribute, marked) == said_by


@pytest.mark.parametrize(
    "marked",
    [
        # nobody has said it
        "They cannot make the argument that ⟦40%⟧ of people are poor.",
        "Nobody has made the claim that ⟦40%⟧ of people are poor.",
        "If he goes there and says ⟦40⟧ men were hurt, nobody will listen.",
        "Ministers never gave an assurance that ⟦40⟧ schools would stay.",
        # what was taken, asked, found or counted
        "The council has found ways it can save ⟦£28m⟧.",
        "The case on which the bank has ruled was of ⟦three⟧ schools, to pay £9m.",
        "The mayor accepted “about ⟦£900⟧” from the firm.",
        "Each week we ask ⟦12⟧ bakers who they think is best.",
        "The poll has a credibility interval of ⟦5⟧ points.",
        # *would* goes on only with what stands in the past or is but possible
        "Ann Hale has said Hull plans a pier. Only ⟦120⟧ yards long, it would be a toy.",
        "The pit has been sold, according to the mayor. The lease would run for ⟦nine⟧ years.",
        # names that head what is told of them
        "Ann Hale: Tax. Mrs Hale wants it cut.\n\nBob Day: Rents. Mr Day has none.\n\nCy Bell: Homes. There are ⟦300⟧.",
    ],
)
def test_what_nobody_says(attribute: Attribute, marked: str) -> None:
    assert speakers(attribute, marked) == [None]


def test_a_quotation_that_names_its_speaker_as_another_is_not_his(attribute: Attribute) -> None:
    text = "Ann Hale wrote: “We lost £2m.”\n\n“The lack of Hale’s plan is that ⟦40⟧ homes would go.”"
    assert speakers(attribute, text) == [None]
    assert speakers(attribute, text.replace("Hale’s", "his")) == ["Ann Hale"]


def test_a_result_of_a_vote_is_no_stance(attribute: Attribute) -> None:
    text = "Officers favored Mr Day ⟦46 percent⟧ to ⟦32 percent⟧; the Greens want a tax of ⟦5 percent⟧."
    assert speakers(attribute, text) == [None, None, "Greens"]


def test_of_two_polls_the_first_found_it(attribute: Attribute) -> None:
    text = "Some ⟦39 percent⟧ liked him in the May poll, compared to ⟦50 percent⟧ in a survey in March."
    assert speakers(attribute, text)[0] == "May poll"


def test_what_could_be_goes_on_with_what_would_be(attribute: Attribute) -> None:
    text = "If nothing is done, the paper warns, losses could double. A drain would cut them by ⟦40%⟧."
    assert speakers(attribute, text) == ["paper"]


def test_people_in_a_transcript_speak(attribute: Attribute) -> None:
    text = "HALE: Mr Thorne has ⟦40⟧ votes.\n\nTHORNE: I have ⟦50⟧ votes at least."
    assert speakers(attribute, text) == ["HALE", "Mr Thorne"]


def test_a_share_with_a_view_of_somebody_is_the_polls(attribute: Attribute) -> None:
    text = "Just ⟦18 percent⟧ of voters have a good view of Mr Hale in a new CBS poll."
    assert speakers(attribute, text) == ["new CBS poll"]
