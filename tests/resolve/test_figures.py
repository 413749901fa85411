"""Claims of one figure and one subject share a figure; claims of two subjects that share a number do not."""

import random
from collections.abc import Sequence
from time import process_time
from typing import Any

import pytest

from claimx.model import Claim
from tests.resolve.conftest import ClaimMaker, find


def clusters(claims: Sequence[Claim]) -> list[list[str]]:
    """The surfaces of each figure's claims."""
    surfaces = {claim.id: claim.surface for claim in claims}
    return [[surfaces[id_] for id_ in figure.claims] for figure in find(claims)[1]]


Row = tuple[str, str, dict[str, Any]]

MERGED: list[Any] = [
    pytest.param(
        [
            ("£3.4m", "Council to close its £3.4m deficit", {"value": 3_400_000, "subject": "deficit"}),
            (
                "£3,400,000",
                "Leaders said on Monday that the deficit of £3,400,000 would be closed by spring.",
                {"value": 3_400_000, "subject": "deficit"},
            ),
        ],
        id="headline and story, written differently",
    ),
    pytest.param(
        [
            (
                "£60m",
                "The mayor launched a £60m scheme for cycling.",
                {"value": 60_000_000, "subject": "scheme for cycling"},
            ),
            ("£60m", "Most of the £60m will go to the outer boroughs.", {"value": 60_000_000, "subject": None}),
        ],
        id="a reference back",
    ),
    pytest.param(
        [
            ("£60m", "The club asked for a loan of £60m.", {"value": 60_000_000, "subject": "loan"}),
            ("£60m", '"What happens to our £60m?" she asked.', {"value": 60_000_000, "subject": None}),
        ],
        id="a sum that is somebody's",
    ),
    pytest.param(
        [
            (
                "half",
                "Half of nurses want to leave, half of nurses said.",
                {
                    "kind": "fraction",
                    "numerator": 1,
                    "denominator": 2,
                    "unit": None,
                    "subject": "nurses who want to leave",
                },
            ),
            (
                "50%",
                "The survey found that 50% of nurses want to leave.",
                {"kind": "percentage", "value": 50, "subject": "nurses who want to leave"},
            ),
        ],
        id="a fraction and a percentage",
    ),
    pytest.param(
        [
            (
                "nearly half a million",
                "Patients wait: nearly half a million are on the list.",
                {
                    "kind": "count",
                    "value": 500_000,
                    "comparator": "->",
                    "unit": "patient",
                    "subject": "patients on the list",
                },
            ),
            (
                "493,140",
                "At the end of June 493,140 patients were on the list.",
                {"kind": "count", "value": 493_140, "unit": "patient", "subject": "patients on the list"},
            ),
        ],
        id="a rounding",
    ),
    pytest.param(
        [
            ("$3bn", "The deal is worth $3bn (£1.58bn).", {"value": 3_000_000_000, "unit": "USD", "subject": "deal"}),
            ("£1.58bn", "The deal is worth $3bn (£1.58bn).", {"value": 1_580_000_000, "subject": "deal"}),
        ],
        id="a conversion",
    ),
    pytest.param(
        [
            (
                "90m francs",
                "It lost 90m francs ($70m; £40m) in May.",
                {"value": 90_000_000, "unit": "CHF", "subject": "loss"},
            ),
            (
                "$70m",
                "It lost 90m francs ($70m; £40m) in May.",
                {"value": 70_000_000, "unit": "USD", "subject": "loss"},
            ),
            ("£40m", "It lost 90m francs ($70m; £40m) in May.", {"value": 40_000_000, "subject": "loss"}),
        ],
        id="two conversions",
    ),
    pytest.param(
        [
            (
                "31%",
                "Bus journeys in rural counties have fallen by 31% since deregulation.",
                {"kind": "percentage", "value": 31, "subject": "bus journeys in rural counties"},
            ),
            (
                "31%",
                "Bus journeys in rural counties have fallen by 31% since deregulation.",
                {"kind": "percentage", "value": 31, "subject": "bus journeys in rural counties", "document": "b.txt"},
            ),
        ],
        id="a sentence that two documents print",
    ),
]

APART: list[Any] = [
    pytest.param(
        [
            (
                "12",
                "Only 12 states have signed the treaty.",
                {"kind": "count", "value": 12, "unit": "state", "subject": "states"},
            ),
            (
                "12",
                "The plague spread to 12 states in autumn.",
                {"kind": "count", "value": 12, "unit": "state", "subject": "states", "document": "b.txt"},
            ),
        ],
        id="a small number of one noun in two stories",
    ),
    pytest.param(
        [
            ("£5m", "The council will spend £5m on roads.", {"value": 5_000_000, "subject": "roads"}),
            ("£5m", "It will also spend £5m on schools.", {"value": 5_000_000, "subject": "schools"}),
        ],
        id="two subjects in one document",
    ),
    pytest.param(
        [
            ("£3.2m", "Leeds spent £3.2m on road repairs.", {"value": 3_200_000, "subject": "Leeds road repairs"}),
            (
                "£3.2m",
                "Bradford spent £3.2m on road repairs.",
                {"value": 3_200_000, "subject": "Bradford road repairs"},
            ),
        ],
        id="two places",
    ),
    pytest.param(
        [
            ("5%", "Sales rose 5% and profits rose 5%.", {"kind": "percentage", "value": 5, "subject": "sales"}),
            ("5%.", "Sales rose 5% and profits rose 5%.", {"kind": "percentage", "value": 5, "subject": "profits"}),
        ],
        id="two subjects in one sentence",
    ),
    pytest.param(
        [
            ("£2m", "In 2019 the grant was £2m.", {"value": 2_000_000, "subject": "grant", "period": "in 2019"}),
            ("£2m", "In 2021 the grant was £2m.", {"value": 2_000_000, "subject": "grant", "period": "in 2021"}),
        ],
        id="two years",
    ),
    pytest.param(
        [
            (
                "two years",
                "The inquiry took two years.",
                {"kind": "duration", "value": 2, "unit": "year", "subject": "inquiry"},
            ),
            (
                "two years",
                "He was jailed for two years.",
                {"kind": "duration", "value": 2, "unit": "year", "subject": "jail term"},
            ),
        ],
        id="a common number",
    ),
    pytest.param(
        [
            ("£40", "A permit costs £40 a week.", {"value": 40, "per": "week", "subject": "permit"}),
            ("£40", "A permit costs £40 a year.", {"value": 40, "per": "year", "subject": "permit"}),
        ],
        id="two rates",
    ),
    pytest.param(
        [
            (
                "12,300",
                "Some 12,300 homes were built.",
                {"kind": "count", "value": 12_300, "unit": "home", "subject": "homes built"},
            ),
            (
                "12,300",
                "The club sold 12,300 tickets.",
                {"kind": "count", "value": 12_300, "unit": "ticket", "subject": "tickets", "document": "b.txt"},
            ),
        ],
        id="a telling number of two things",
    ),
    pytest.param(
        [
            ("160", "Some 160 staff work there.", {"kind": "count", "value": 160, "unit": "staff", "subject": "staff"}),
            ("163", "The building has 163 rooms.", {"kind": "count", "value": 163, "unit": "room", "subject": "rooms"}),
        ],
        id="a near number of something else",
    ),
    pytest.param(
        [
            ("£2m", "They gave £2m and $3m.", {"value": 2_000_000, "subject": "gifts"}),
            ("$3m", "They gave £2m and $3m.", {"value": 3_000_000, "unit": "USD", "subject": "gifts"}),
        ],
        id="two currencies that are no conversion",
    ),
]

PRESENT: dict[str, Any] = {"kind": "percentage", "value": 4.7, "subject": "jobless rate"}
SET_APART: list[Any] = [
    ("The jobless rate was 4.7% in the previous quarter.", {"period": "in the previous quarter"}),
    ("In 2016 the jobless rate was 4.7%.", {"period": "In 2016"}),
    ("The jobless rate is expected to be 4.74%.", {"value": 4.74, "modality": "forecast"}),
    ("The jobless rate was 4.7% a year earlier.", {"period": "a year earlier"}),
    ("Last month 4.7% of the jobless died of cold.", {"subject": None, "period": "Last month"}),
]


@pytest.mark.parametrize(("sentence", "fields"), SET_APART)
def test_another_time_is_another_figure(make: ClaimMaker, sentence: str, fields: dict[str, Any]) -> None:
    first = make("4.7%", "One worker in twenty looked for a place as the jobless rate hit 4.7%.", **PRESENT)
    other = make("4.7", sentence, **(PRESENT | fields))
    assert len(find([first, other])[1]) == 2


HEADLINE = "Two die as ferry sinks off Skye"
UNDER_A_HEADLINE: list[Any] = [
    ("Two passengers have died after a ferry sank in a gale.", {"value": 2, "unit": "passenger"}, True),
    ("Two lifeboats searched the sea for most of the night.", {"value": 2, "unit": "lifeboat"}, False),
]


@pytest.mark.parametrize(("sentence", "fields", "same"), UNDER_A_HEADLINE)
def test_a_headline_is_told_again_in_the_story(
    make: ClaimMaker, sentence: str, fields: dict[str, Any], same: bool
) -> None:
    claims = [
        make("Two", HEADLINE, kind="count", value=2, unit="person"),
        make("Two", sentence, kind="count", **fields),
    ]
    assert (len(find(claims, {"a.txt": HEADLINE})[1]) == 1) == same


def test_a_common_fraction_stands_for_a_percentage(make: ClaimMaker) -> None:
    headline = "Barn fires up by a third"
    claims = [
        make("a third", headline, kind="fraction", numerator=1, denominator=3, unit=None, subject="barn fires"),
        make(
            "34%", "The number of barn fires rose by 34% last year.", kind="percentage", value=34, subject="barn fires"
        ),
        make("62%", "Of barn fires, 62% are never explained.", kind="percentage", value=62, subject="barn fires"),
    ]
    figures = find(claims, {"a.txt": headline})[1]
    assert [figure.claims for figure in figures] == [(claims[0].id, claims[1].id), (claims[2].id,)]


def made(make: ClaimMaker, rows: Sequence[Row]) -> list[Claim]:
    """Claims of (surface, sentence, fields) rows."""
    return [make(surface.rstrip("."), sentence, **fields) for surface, sentence, fields in rows]


@pytest.mark.parametrize("rows", MERGED)
def test_claims_of_one_figure_are_joined(make: ClaimMaker, rows: Sequence[Row]) -> None:
    assert len(clusters(made(make, rows))) == 1


@pytest.mark.parametrize("rows", APART)
def test_claims_of_two_figures_are_kept_apart(make: ClaimMaker, rows: Sequence[Row]) -> None:
    assert len(clusters(made(make, rows))) == len(rows)


def test_every_claim_has_a_figure(make: ClaimMaker) -> None:
    claims, figures = find(
        [
            make("12 pupils", "Only 12 pupils came.", kind="count", value=12, unit="pupil", subject="pupils"),
            make("thousands", "It costs thousands.", kind="count", vague="thousands"),
        ]
    )
    assert [claim.figure for claim in claims] == [figure.id for figure in figures]
    assert all(figure.claims for figure in figures)


def test_the_order_of_documents_changes_no_id(make: ClaimMaker) -> None:
    rows = [row for example in (*MERGED, *APART) for row in example.values[0]]
    claims = [
        make(surface.rstrip("."), sentence, **{"document": f"{i}.txt"} | fields)
        for i, (surface, sentence, fields) in enumerate(rows)
    ]
    shuffled = random.Random(7).sample(claims, len(claims))
    assert {f.id for f in find(claims)[1]} == {f.id for f in find(shuffled)[1]}


def test_of_figures_that_say_alike_their_claims_tell_which_is_which(make: ClaimMaker) -> None:
    fields = {"kind": "count", "value": 12, "unit": "person", "subject": "people"}
    leeds = make("12 people", "In Leeds, 12 people were killed by the storm.", "a.txt", **fields)
    paris = make("12 people", "In Paris, 12 people were hired by the bank.", "b.txt", **fields)
    rome = make("12 people", "In Rome, 12 people were elected to the senate.", "c.txt", **fields)
    ids = {claim.id: claim.figure for claim in find([leeds, paris, rome])[0]}
    assert len(set(ids.values())) == 3
    assert {claim.id: claim.figure for claim in find([rome, paris, leeds])[0]} == ids
    assert {figure.claims: figure.id for figure in find([paris, rome, leeds])[1]} == {
        (claim,): figure for claim, figure in ids.items()
    }


def test_the_id_does_not_depend_on_the_document(make: ClaimMaker) -> None:
    sentence, fields = (
        "Some 431 flats stand empty.",
        {"kind": "count", "value": 431, "unit": "flat", "subject": "empty flats"},
    )
    (one,) = find([make("431", sentence, "a.txt", **fields)])[1]
    (other,) = find([make("431", sentence, "b.txt", **fields)])[1]
    assert one.id == other.id


def test_a_figure_shows_its_exact_value_and_fullest_subject(make: ClaimMaker) -> None:
    rows = next(example.values[0] for example in MERGED if example.id == "a rounding")
    (figure,) = find(made(make, rows))[1]
    assert (str(figure.value), figure.unit, figure.subject) == ("493140", "patient", "patients on the list")


def test_a_common_figure_in_many_documents_stays_cheap_and_apart(make: ClaimMaker) -> None:
    claims = [
        make(
            "10%",
            f"Sales of brand{chr(97 + i % 26)}{chr(97 + i // 26)} rose 10%.",
            f"{i}.txt",
            kind="percentage",
            value=10,
            subject=f"sales of brand{chr(97 + i % 26)}{chr(97 + i // 26)}",
        )
        for i in range(300)
    ]
    assert len(clusters(claims)) == 300


def test_one_subject_in_the_same_words_needs_no_like_sentences(make: ClaimMaker) -> None:
    fields: dict[str, Any] = {"value": 3_450_000, "subject": "repair bill of the Leith ferry terminal"}
    rows = [
        make("£3.45m", "It faces a £3.45m repair bill.", "a.txt", **fields),
        make("£3.45m", "Councillors were shocked when £3.45m was named on Monday.", "b.txt", **fields),
        make("£3.45m", "In 2019 a sum of £3.45m was named.", "c.txt", **fields, period="in 2019"),
    ]
    assert clusters(rows) == [["£3.45m", "£3.45m"], ["£3.45m"]]


@pytest.mark.parametrize(("number", "together"), [("120", False), ("7,116", True)])
def test_a_subject_of_one_word_is_enough_for_a_precise_figure(make: ClaimMaker, number: str, together: bool) -> None:
    fields: dict[str, Any] = {"kind": "count", "value": int(number.replace(",", "")), "unit": "job", "subject": "jobs"}
    rows = [
        make(number, f"The mill will create {number} jobs in Perth.", "a.txt", **fields),
        make(number, f"{number} jobs would go, said the owner of the shipyard.", "b.txt", **fields),
    ]
    assert len(clusters(rows)) == (1 if together else 2)


def test_a_table_of_thousands_of_rows_stays_cheap(make: ClaimMaker) -> None:
    rows = [
        make("10%", f"Ward {number}: 10% of {number} households.", kind="percentage", value=10, subject="households")
        for number in range(4_000)
    ]
    begin = process_time()
    find(rows)
    assert process_time() - begin < 5
