"""Whom the source of a statement means."""

import pytest

from claimx.attribution.context import Context
from claimx.model import Speaker
from tests.attribution.conftest import Resolve

QUOTED = Context(
    quoted=True, quotee=(Speaker(name="Ann Lowe", type="person", role="director", organisation="Marsh Trust"),)
)
QUOTED_ALONE = Context(quoted=True, quotee=(Speaker(name="Ann Lowe", type="person"),))


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        # surnames, titles, first names
        ("Ed Balls spoke in Leeds on Monday. ⟦Mr Balls⟧ said the sums were wrong.", ["Ed Balls"]),
        ("Ed Balls spoke in Leeds on Monday. ⟦Balls⟧ said the sums were wrong.", ["Ed Balls"]),
        ("⟦Balls⟧ was in Leeds, his office said. Ed Balls later flew home.", ["Ed Balls"]),
        ("“Homes were damp,” adds Ruth Calder, the chief surveyor. ⟦Ruth⟧ said 40 had been sold.", ["Ruth Calder"]),
        ("Sir Alan Moore led the inquiry. ⟦Sir Alan⟧ said 40 files were lost.", ["Alan Moore"]),
        ("⟦Lord Harris⟧ said 300 jobs would go.", ["Lord Harris"]),
        ("⟦Mr Day⟧, 54, said he had waited a year.", ["Mr Day"]),
        ("President Maria Okafor spoke on Friday. ⟦The president⟧ said growth had reached 4%.", ["Maria Okafor"]),
        ("Donald J. Trent spoke first. ⟦Donald Trent⟧ said taxes would fall.", ["Donald J. Trent"]),
        ("Tom Smith met Jane Smith in Hull. ⟦Mrs Smith⟧ said rents had doubled.", ["Jane Smith"]),
        # premodifiers and appositions
        ("⟦Barclays chief executive Ann Lowe⟧ said profits had risen.", ["Ann Lowe"]),
        ("⟦Ann Lowe, who runs the bank⟧, said profits had risen.", ["Ann Lowe"]),
        ("⟦Her lawyer, David Kendall,⟧ said the files were lost.", ["David Kendall"]),
        ("⟦Keith Marsh of the Rivers Network⟧ said two banks had burst.", ["Keith Marsh"]),
        ("⟦The outgoing head of the Marsh Agency Doug Reid⟧ said two banks had burst.", ["Doug Reid"]),
        ("⟦The leader of the opposition group Ann Hale⟧ said 40 jobs would go.", ["Ann Hale"]),
        ("⟦A Tesco spokesman, Neil Ward,⟧ said sales had fallen.", ["Neil Ward"]),
        # organisations
        (
            "The Harbour Pilots Association (HPA) met on Monday. ⟦The HPA⟧ said 40 pilots had left.",
            ["Harbour Pilots Association"],
        ),
        (
            "The European Union met in Brussels. ⟦The EU⟧ said trade had grown by 4%.",
            ["European Union"],
        ),
        ("Oxfam published its accounts on Monday. ⟦The charity⟧ said it had raised £9m.", ["Oxfam"]),
        ("Kent County Council met on Monday. ⟦The council⟧ said rates would rise.", ["Kent County Council"]),
        ("⟦The government⟧ said rates would rise.", ["government"]),
        ("⟦China⟧ said it would buy less coal.", ["China"]),
        # coordination
        ("⟦Ann Lowe and Tom Reid⟧ said profits had risen.", ["Ann Lowe", "Tom Reid"]),
        ("⟦Shelter, Crisis and Oxfam⟧ said 4,000 people slept rough.", ["Shelter", "Crisis", "Oxfam"]),
        (
            "⟦The Department for Work and Pensions⟧ said 300 offices would close.",
            ["Department for Work and Pensions"],
        ),
        ("⟦Doctors and nurses⟧ said wards were full.", ["Doctors", "nurses"]),
        # groups
        ("⟦Critics of the government⟧ said the plan would cost £3bn.", ["Critics of the government"]),
        ("⟦Some City experts⟧ said growth would be lower.", ["City experts"]),
        ("⟦Researchers from Leeds University⟧ said a third of homes were damp.", ["Researchers from Leeds University"]),
        ("⟦A number of readers⟧ said the paper was wrong.", ["readers"]),
        ("⟦Some Democrats⟧ said the bill went too far.", ["Democrats"]),
        ("Barclays and HSBC met on Monday. ⟦The banks⟧ said wages fell.", ["Barclays", "HSBC"]),
        # short forms, and nouns beside names
        (
            "Hexley Foods, which Amos Hexley founded, met on Monday. ⟦Hexley⟧ expects a loss of £9m.",
            ["Hexley Foods"],
        ),
        ("The Guardian met Oxfam on Monday. ⟦The newspaper⟧ said 40 staff had left.", ["Guardian"]),
        ("⟦One of the authors, Dr Emma Reid,⟧ said so.", ["Emma Reid"]),
        ("⟦Prosecutor Jane Doe KC⟧ said the fine was £3m.", ["Jane Doe"]),
        ("⟦Campaign group Liberty⟧ said 4,000 had marched.", ["Liberty"]),
        ("⟦The Bakers’ Guild of Wales⟧ said flour cost more.", ["Bakers’ Guild of Wales"]),
        ("⟦The Institute for Fiscal Studies’ director, Paul Marsh⟧, said so.", ["Paul Marsh"]),
        ("The Home Office met on Monday. ⟦The department⟧ said 40,000 visas were out.", ["Home Office"]),
        ("Kent Police met on Monday. ⟦The force⟧ said 40 people were held.", ["Kent Police"]),
        ("Oxfam met on Monday. ⟦The campaign group⟧ said 40 had come.", ["Oxfam"]),
        ("Oxfam met on Monday. ⟦The parent company⟧ said 40 had come.", ["parent company"]),
        ("Oxfam met a bank on Monday. ⟦The charity⟧ said so. The Bank of Wales was there.", ["Oxfam"]),
        ("Ann Lowe, director of Marsh Trust, spoke. ⟦Her group⟧ wants a fare of £2.", ["Marsh Trust"]),
        ("⟦Tom Reid MP⟧ said 40 homes were empty.", ["Tom Reid"]),
        ("⟦The developer, Hexbank,⟧ said 40 homes were empty.", ["Hexbank"]),
        ("⟦Tom Reid, a carter who⟧ said so, met Ann Lowe.", ["Tom Reid"]),
        # documents
        (
            "The Independent Review of School Meals came out on Monday. ⟦The review⟧ found that trays came back full.",
            ["Independent Review of School Meals"],
        ),
        ("⟦A survey of bakers⟧ suggests flour costs 40% more.", ["survey of bakers"]),
        ("⟦Our latest poll⟧ suggests that a third of homes are damp.", ["Our latest poll"]),
        (
            "⟦A petition to the three elderly aldermen and the mayor of a small town⟧ said so.",
            ["petition"],
        ),
        (
            "⟦A report of the committee on the old roads and bridges of a county⟧ said so.",
            ["report of the committee"],
        ),
        ("⟦Data released by NHS England on Monday⟧ show that waits grew.", ["Data released by NHS England"]),
        ("Tesco met its banks on Monday. ⟦Its own forecasts⟧ show a loss.", ["Tesco's own forecasts"]),
        ("Ann Lowe spoke on Friday. ⟦Her review⟧ found that a third of homes were damp.", ["Ann Lowe"]),
        # no speaker
        ("⟦It⟧ is believed that 270 boats sailed.", []),
        ("Sales fell ⟦on Wednesday⟧.", []),
    ],
)
def test_resolves(resolve: Resolve, marked: str, names: list[str]) -> None:
    assert [speaker.name for speaker in resolve(marked)] == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ann Lowe met Tom Reid in York. ⟦She⟧ said rents had doubled.", ["Ann Lowe"]),
        ("Ann Lowe met Tom Reid in York. ⟦He⟧ said rents had doubled.", ["Tom Reid"]),
        ("Tom Reid criticised Mark Hall. ⟦He⟧ said rents had doubled.", ["Tom Reid"]),
        ("Oxfam published its accounts on Monday. ⟦It⟧ said it had raised £9m.", ["Oxfam"]),
        ("PARIS (AFP) — Oxfam sold 3 shops. Sales rose by 4%. In May, ⟦it⟧ said rents would rise.", ["Oxfam"]),
        ("Oxfam told Tom Reid that ⟦it⟧ had raised £9m.", ["Oxfam"]),
        (
            "Researchers from Leeds University spoke on Friday. ⟦They⟧ said a third of homes were damp.",
            ["Researchers from Leeds University"],
        ),
        (
            "We met young farmers in May. They hope to be trained by the doctors in their valley. "
            "⟦They⟧ want more than 40 days off.",
            ["young farmers"],
        ),
        ("City experts were surprised. ⟦Many⟧ believe that growth will be lower.", ["City experts"]),
        ("Tom Reid, ⟦who⟧ says rents have doubled, lives in York.", ["Tom Reid"]),
        ("Ann Lowe and Tom Reid met. ⟦They⟧ said rents had doubled.", ["Ann Lowe", "Tom Reid"]),
        ("Mark Hall spoke in York. Tom Reid told us: “⟦He⟧ thinks that rents have doubled.”", ["Mark Hall"]),
        ("“Mark Hall is wrong,” Tom Reid wrote. ⟦He⟧ said rents had doubled.", ["Tom Reid"]),
    ],
)
def test_pronouns_mean_the_salient_party_that_agrees(resolve: Resolve, marked: str, names: list[str]) -> None:
    assert [speaker.name for speaker in resolve(marked)] == names


@pytest.mark.parametrize(
    ("marked", "context", "names"),
    [
        ("“⟦We⟧ found that a third of homes were damp,” she said.", QUOTED, ["Marsh Trust"]),
        ("“⟦We⟧ found that a third of homes were damp,” she said.", QUOTED_ALONE, ["Ann Lowe"]),
        ("“⟦I⟧ said a third of homes were damp,” she said.", QUOTED, ["Ann Lowe"]),
        ("At Marsh Trust, we help 40 farms. ⟦We⟧ found that a third were damp.", Context(), ["Marsh Trust"]),
        ("⟦We⟧ found that a third were damp.", Context(), []),
    ],
)
def test_we_means_the_side_that_speaks(resolve: Resolve, marked: str, context: Context, names: list[str]) -> None:
    assert [speaker.name for speaker in resolve(marked, context)] == names


def test_the_charities_are_those_that_the_text_lists(resolve: Resolve) -> None:
    marked = (
        "In a letter to ministers ⟦the charities⟧ warn that 4,000 people sleep rough. “It is winter,” added the letter "
        "from Shelter, Crisis, Oxfam and Age UK."
    )
    assert [speaker.name for speaker in resolve(marked)] == ["Shelter", "Crisis", "Oxfam", "Age UK"]


@pytest.mark.parametrize(
    ("marked", "name", "role", "organisation"),
    [
        (
            "⟦Harbour Pilots Association (HPA) chairman James Reid⟧ said 40 had left.",
            "James Reid",
            "chairman",
            "Harbour Pilots Association",
        ),
        (
            "⟦Ann Lowe, director of the Council on Rural Roads and former county surveyor⟧, said so.",
            "Ann Lowe",
            "director",
            "Council on Rural Roads",
        ),
        ("⟦Keith Marsh of the Rivers Network⟧ said two banks had burst.", "Keith Marsh", None, "Rivers Network"),
        (
            "“It works,” says ⟦Tom Reid, Head of Services at Marsh Trust⟧.",
            "Tom Reid",
            "Head of Services",
            "Marsh Trust",
        ),
        ("⟦The BBC’s Tara Finch⟧ said 2,000 people had come.", "Tara Finch", None, "BBC"),
        ("⟦Tara Finch, BBC correspondent⟧, said 2,000 people had come.", "Tara Finch", "correspondent", "BBC"),
        (
            "Education Secretary Carl Clarke spoke. ⟦Mr Clarke⟧ said 62% took part.",
            "Carl Clarke",
            "Education Secretary",
            None,
        ),
        (
            "⟦ONS director of economic statistics Ann Lowe⟧ said prices rose.",
            "Ann Lowe",
            "director of economic statistics",
            "ONS",
        ),
        (
            "⟦The outgoing head of the Marsh Agency Doug Reid⟧ said so.",
            "Doug Reid",
            "outgoing head",
            "Marsh Agency",
        ),
        (
            "Hull City Council met. ⟦A council spokesman⟧ said it cost £3m.",
            "council spokesman",
            "spokesman",
            "Hull City Council",
        ),
        ("⟦A Labour spokesman⟧ said 62% took part.", "Labour spokesman", "spokesman", "Labour"),
        (
            "Refuge says 40% of its beds are empty. ⟦The charity’s chief executive, Ann Lowe,⟧ said so.",
            "Ann Lowe",
            "chief executive",
            "Refuge",
        ),
        ("⟦Tom Reid MP⟧ said 40 homes were empty.", "Tom Reid", "MP", None),
    ],
)
def test_roles_and_organisations(
    resolve: Resolve, marked: str, name: str, role: str | None, organisation: str | None
) -> None:
    (speaker,) = resolve(marked)
    assert (speaker.name, speaker.role, speaker.organisation) == (name, role, organisation)


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("⟦Ann Lowe⟧ said so.", "person"),
        ("⟦Oxfam⟧ said so.", "organisation"),
        ("⟦China⟧ said so.", "organisation"),
        ("⟦Researchers⟧ said so.", "group"),
        ("⟦A survey of bakers⟧ said so.", "document"),
        ("⟦A spokesman for the bakers⟧ said so.", "person"),
    ],
)
def test_types(resolve: Resolve, marked: str, kind: str) -> None:
    assert [speaker.type for speaker in resolve(marked)] == [kind]
