"""Pairs of text and the statements that it holds: who, what, how."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.model import Attributions, Span

Attribute = Callable[[str], Attributions]


def surfaces(text: str, spans: tuple[Span, ...]) -> str:
    """The stretches of the text, joined by a tilde."""
    return " ~ ".join(text[start:end] for start, end in spans)


Row = tuple[str, str, str]
"""Source, content and mode; a stance has mode `stance`."""

DIRECT: list[tuple[str, list[Row]]] = [
    ('"We are full," the matron said.', [("the matron", '"We are full,"', "direct")]),
    (
        '"We are full," said the matron. "Nobody can stay."',
        [("the matron", '"We are full," ~ "Nobody can stay."', "direct")],
    ),
    ('The matron said: "We are full. Nobody can stay."', [("The matron", '"We are full. Nobody can stay."', "direct")]),
    ("‘We don’t have beds,’ the matron added.", [("the matron", "‘We don’t have beds,’", "direct")]),
    (
        "Jane Doe, chair of the board, said:\n“We lost 40 nurses.\n“We need them back.”",
        [("Jane Doe, chair of the board", "“We lost 40 nurses. ~ “We need them back.”", "direct")],
    ),
    ('The matron said it was "a disgrace".', [("The matron", 'it was "a disgrace"', "indirect")]),
    ('The so-called "poll tax" cost the town £3m.', []),
    ('She starred in "Gone with the Wind" twice.', []),
    ("Ann Hale: City is out of money\nThe city has no money.", [("Ann Hale", "City is out of money", "indirect")]),
]

INDIRECT: list[tuple[str, list[Row]]] = [
    ("The bank said that 300 jobs would go.", [("The bank", "that 300 jobs would go", "indirect")]),
    ("The plan, officials said, would cost £3bn.", [("officials", "The plan ~ would cost £3bn", "indirect")]),
    ("The plan would cost £3bn, officials said.", [("officials", "The plan would cost £3bn", "indirect")]),
    (
        "The report said that costs had risen, adding that pay had not.",
        [
            ("The report", "that costs had risen", "indirect"),
            ("The report", "that pay had not", "indirect"),
        ],
    ),
    ("Doctors warned of a shortage of 300 beds.", [("Doctors", "a shortage of 300 beds", "indirect")]),
    ("The insurers put the damage at £40m.", [("The insurers", "the damage at £40m", "indirect")]),
    ("The firm reported spending $1m on adverts.", [("The firm", "spending $1m on adverts", "indirect")]),
    ("As the Times reported, sales fell by 4%.", [("the Times", "sales fell by 4%", "indirect")]),
    ("According to the ministry, rents rose by 9%.", [("the ministry", "rents rose by 9%", "indirect")]),
    (
        "Rents rose by 9% and wages by 2%, according to the ministry.",
        [("the ministry", "Rents rose by 9% and wages by 2%", "indirect")],
    ),
    ("The union’s claim that 900 posts will go was denied.", [("The union", "that 900 posts will go", "indirect")]),
    ("A CNN poll showed Hale at 11 percent.", [("A CNN poll", "Hale at 11 percent", "indirect")]),
    (
        "In a YouGov poll, 40 percent of tenants said they had moved.",
        [("a YouGov poll", "40 percent of tenants said they had moved", "indirect")],
    ),
    ("The chancellor boasted of 4% growth.", [("The chancellor", "4% growth", "indirect")]),
    ("The cost was put at £40m by auditors.", [("auditors", "The cost ~ £40m", "indirect")]),
    (
        "She puts the cost at £10bn a year, or close to 8% of the budget.",
        [("She", "the cost at £10bn a year, or close to 8% of the budget", "indirect")],
    ),
    (
        "Sales were £86m, below the £92m that analysts had forecast.",
        [("analysts", "the £92m", "indirect")],
    ),
    (
        "Reuters quoted officials as saying that 40 people had died.",
        [
            ("Reuters", "officials as saying that 40 people had died", "indirect"),
            ("officials", "that 40 people had died", "indirect"),
        ],
    ),
    (
        "Figures released by the Treasury show borrowing rose to £9bn.",
        [("Figures released by the Treasury", "borrowing rose to £9bn", "indirect")],
    ),
    (
        "Bert Day, coxswain of the boat, said his crew had been at sea for 11 hours.",
        [("Bert Day", "his crew had been at sea for 11 hours", "indirect")],
    ),
    (
        "The Eastlake poll found Hale, a Democrat, with 47 percent of the vote to 44 percent for Day.",
        [("The Eastlake poll", "Hale, a Democrat, with 47 percent of the vote to 44 percent for Day", "indirect")],
    ),
    (
        "The governor noted in a statement that rents had climbed 68 percent.",
        [("The governor", "that rents had climbed 68 percent", "indirect")],
    ),
    ("The union demanded a raise of 18 percent.", [("The union", "a raise of 18 percent", "stance")]),
    (
        "The bank attributed the rise to higher rates.",
        [("The bank", "the rise to higher rates", "indirect")],
    ),
    ("Poll: Hale edges ahead in the north", [("Poll", "Hale edges ahead in the north", "indirect")]),
    ("Some of it, he conceded, was already spent.", [("he", "Some of it ~ was already spent", "indirect")]),
    ("The deal values the firm at £4m.", []),
    ("The cold put them off at once.", []),
    ("The priest said a prayer for 40 people.", []),
    ("The tribunal heard evidence for 3 days.", []),
    ("She might say that it costs £3.", []),
    ("That said, 3 of them left.", []),
]

INSERTED: list[tuple[str, list[Row]]] = [
    (
        "Hiring rose by 212,000, the ministry said on Friday, after a gain of 168,000 in April.",
        [("the ministry", "Hiring rose by 212,000 ~ after a gain of 168,000 in April", "indirect")],
    ),
    (
        "A new road costs £40 a metre, he said, and lasts for 15 years.",
        [("he", "A new road costs £40 a metre ~ and lasts for 15 years", "indirect")],
    ),
    (
        "Vans made up 6% of sales, according to the dealers, against 5% a year before.",
        [("the dealers", "Vans made up 6% of sales ~ against 5% a year before", "indirect")],
    ),
    ("Sales rose by 4%, the firm said, but shops were empty.", [("the firm", "Sales rose by 4%", "indirect")]),
    (
        "Sales rose by 4%, said Ann Hale, who runs the firm.",
        [("Ann Hale, who runs the firm", "Sales rose by 4%", "indirect")],
    ),
]

STANCE: list[tuple[str, list[Row]]] = [
    ("The charity called for a freeze on rents.", [("The charity", "a freeze on rents", "stance")]),
    ("The council agreed to build 400 homes.", [("The council", "to build 400 homes", "stance")]),
    ("Residents condemned the closure of 5 pools.", [("Residents", "the closure of 5 pools", "stance")]),
    ("Critics described the plan as a waste of money.", [("Critics", "the plan as a waste of money", "stance")]),
]


@pytest.mark.parametrize(("text", "expected"), [*DIRECT, *INDIRECT, *INSERTED, *STANCE])
def test_statements(attribute: Attribute, text: str, expected: list[Row]) -> None:
    found = [
        (surfaces(text, one.source), surfaces(text, one.content), "stance" if one.kind == "stance" else one.mode)
        for one in attribute(text).statements
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said schools were safe. The road would cost £3bn.", "The road would cost £3bn"),
        ("The mayor said 40 homes stood empty. The share was currently at 62%.", "The share was currently at 62%"),
        ("A Gallup poll showed that Hale was ahead. Half of voters are undecided.", "Half of voters are undecided"),
    ],
)
def test_a_statement_goes_on(attribute: Attribute, text: str, content: str) -> None:
    first, second = attribute(text).statements
    assert surfaces(text, second.content) == content
    assert second.source == first.source
    assert second.cue == ()


def test_a_quotation_that_is_a_paragraph_is_said_by_the_source_before(attribute: Attribute) -> None:
    text = "Ann Hale said the plan was sound.\n“It will save 40 schools from closing.”"
    first, second = attribute(text).statements
    assert second.mode == "direct"
    assert second.speaker == first.speaker == "Ann Hale"


def test_a_cue_after_a_quotation_stands_behind_the_source_in_it(attribute: Attribute) -> None:
    text = '"The ministry said 40 beds would close," Ann Hale told the committee.'
    inner = next(one for one in attribute(text).statements if one.cue_lemma == "say")
    assert [one.name for one in inner.via] == ["Ann Hale"]


def test_what_is_said_twice_has_two_ids(attribute: Attribute) -> None:
    found = attribute("Ann Hale said 40 beds would close.\nAnn Hale said 40 beds would close.").statements
    assert len({one.id for one in found}) == 2


def test_a_statement_stops_at_plain_narration(attribute: Attribute) -> None:
    assert len(attribute("The mayor said schools were safe. The road costs £3bn.").statements) == 1


def test_a_nested_source_has_the_outer_one_behind_it(attribute: Attribute) -> None:
    text = "The charity said research by Leeds University found that 40% of tenants had moved."
    inner = next(one for one in attribute(text).statements if one.cue_lemma == "find")
    assert inner.speaker is not None
    assert "Leeds" in inner.speaker
    assert [one.name for one in inner.via] == ["charity"]


def test_nobody_stands_behind_himself(attribute: Attribute) -> None:
    text = "Health Secretary Ian Dunn pointed to figures showing that the number of patients has fallen by 10,000."
    found = [one for one in attribute(text).statements if one.speaker == "Ian Dunn"]
    assert found
    assert not any(one.via for one in found)


@pytest.mark.parametrize("text", ["The deal will see the firm pay £3m.", "Last year saw prices rise by 4%."])
def test_a_plan_or_a_year_sees_and_says_nothing(attribute: Attribute, text: str) -> None:
    assert not attribute(text).statements


def test_what_a_quotation_thinks_is_no_statement_of_another(attribute: Attribute) -> None:
    assert len(attribute('"I think people believe we can win," Ann Hale said.').statements) == 1


def test_an_id_does_not_depend_on_the_place(attribute: Attribute) -> None:
    sentence = "The bank said that 300 jobs would go."
    (here,) = attribute(sentence).statements
    (there,) = attribute("It rained.\n" + sentence).statements
    assert here.id == there.id
    assert here.start != there.start


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_gives_statements_within_it(attribute: Attribute, text: str) -> None:
    found = attribute(text).statements
    assert [(one.start, -one.end) for one in found] == sorted((one.start, -one.end) for one in found)
    for one in found:
        assert all(0 <= start < end <= len(text) for start, end in (*one.source, *one.cue, *one.content))


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("The charity wants ministers to spend £3m.", True),
        ("The charity called for a grant of £3m.", True),
        ("The charity wants to spend £3m.", False),
        ("The charity condemned the closure of 3 pools.", False),
    ],
)
def test_a_demand_says_what_others_should_do(attribute: Attribute, text: str, demand: bool) -> None:
    (found,) = attribute(text).statements
    assert (found.kind, found.demand) == ("stance", demand)
