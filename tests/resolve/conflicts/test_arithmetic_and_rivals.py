"""Conflicts are found where a person would stand behind them, and nowhere else."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from claimx.model import Claim, Conflict, DocumentRecord
from claimx.resolve import wording
from claimx.resolve.conflicts import find_conflicts
from claimx.resolve.evidence import Evidence
from claimx.resolve.figures import find_figures
from claimx.resolve.table import Table
from tests.resolve.conftest import ChangeMaker, ClaimMaker
from tests.resolve.test_parties import extract


def conflicts(claims: Sequence[Claim], published: dict[str, str] | None = None) -> tuple[Conflict, ...]:
    """The conflicts of claims that an earlier stage made."""
    named: list[DocumentRecord] = [
        replace(extract(name).document, published=(published or {}).get(name))
        for name in dict.fromkeys(claim.document for claim in claims)
    ]
    table = Table(claims, {}, wording())
    return find_conflicts(Evidence(*find_figures(table, str), named, table))


Rise = tuple[str, dict[str, Any]]


def money(change: ChangeMaker, old: float, new: float) -> dict[str, Any]:
    return {"change": change("increase" if new > old else "decrease", from_=old, to=new), "subject": "rents"}


@pytest.mark.parametrize(
    ("size", "percent", "direction", "comparator", "levels", "old", "new", "expected", "confidence"),
    [
        ("more than 44.5%", 44.5, "increase", ">", "from £5bn to £7.2bn", 5e9, 7.2e9, "+44%, not more than 44.5%", 0.5),
        ("20%", 20, "increase", "=", "from £400 to £600", 400, 600, "+50%, not 20%", 0.9),
        ("by 5%", 5, "decrease", "=", "from £400 to £440", 400, 440, "+10%, not by 5%", 0.9),
        ("at least 60%", 60, "decrease", ">=", "from £100 to £70", 100, 70, "-30%, not at least 60%", 0.9),
    ],
)
def test_a_percentage_that_its_levels_do_not_give(
    make: ClaimMaker,
    change: ChangeMaker,
    size: str,
    percent: int,
    direction: str,
    comparator: str,
    levels: str,
    old: float,
    new: float,
    expected: str,
    confidence: float,
) -> None:
    sentence = f"Rents have changed {size} in a year, {levels}."
    stated = change(direction, delta=percent)
    claims = [
        make(size, sentence, kind="percentage", value=percent, comparator=comparator, change=stated, subject="rents"),
        make(levels, sentence, **money(change, old, new)),
    ]
    (conflict,) = conflicts(claims)
    assert conflict.kind == "arithmetic"
    assert conflict.explanation.startswith(f"{levels} is {expected}")
    assert conflict.claims == (claims[1].id, claims[0].id)
    assert conflict.confidence == confidence


@pytest.mark.parametrize(
    ("size", "percent", "direction", "comparator", "old", "new"),
    [
        ("44%", 44, "increase", "=", 5e9, 7.2e9),
        ("more than a third", 33, "increase", ">", 3e9, 4.1e9),
        ("38%", 38, "increase", "=", 3e9, 4.1e9),
        ("about 35%", 35, "increase", "~", 3e9, 4.1e9),
        ("nearly 40%", 40, "increase", "->", 3e9, 4.1e9),
        ("a quarter", 25, "decrease", "=", 400, 300),
        ("up to 10%", 10, "decrease", "<=", 100, 95),
    ],
)
def test_a_percentage_that_its_levels_give(
    make: ClaimMaker,
    change: ChangeMaker,
    size: str,
    percent: int,
    direction: str,
    comparator: str,
    old: float,
    new: float,
) -> None:
    sentence = f"Rents have changed by {size} in a year, from {old} to {new}."
    stated = change(direction, delta=percent)
    claims = [
        make(size, sentence, kind="percentage", value=percent, comparator=comparator, change=stated, subject="rents"),
        make(f"from {old} to {new}", sentence, **money(change, old, new)),
    ]
    assert conflicts(claims) == ()


def test_changes_of_two_things_are_not_held_against_each_other(make: ClaimMaker, change: ChangeMaker) -> None:
    sentence = "Rents rose by 5%, and fares from £2 to £3."
    claims = [
        make("5%", sentence, kind="percentage", value=5, change=change("increase", delta=5), subject="rents"),
        make("from £2 to £3", sentence, change=change("increase", from_=2, to=3), subject="fares"),
    ]
    assert conflicts(claims) == ()


@pytest.mark.parametrize(("surface", "value", "found"), [("trebled", 3, True), ("doubled", 2, False)])
def test_a_multiple_against_its_levels(
    make: ClaimMaker, change: ChangeMaker, surface: str, value: int, found: bool
) -> None:
    sentence = f"Rents {surface} from £410 to £822."
    claims = [
        make(surface, sentence, kind="multiple", value=value, unit=None, change=change("increase"), subject="rents"),
        make("from £410 to £822", sentence, **money(change, 410, 822)),
    ]
    assert [c.explanation for c in conflicts(claims)] == ["from £410 to £822 is 2 times, not trebled"] * found


def test_a_difference_against_its_levels(make: ClaimMaker, change: ChangeMaker) -> None:
    sentence = "Rents rose by £30 from £410 to £460."
    claims = [
        make("£30", sentence, value=30, change=change("increase", delta=30), subject="rents"),
        make("from £410 to £460", sentence, **money(change, 410, 460)),
    ]
    assert [c.explanation for c in conflicts(claims)] == ["from £410 to £460 is +50 GBP, not £30"]


def test_percentage_points(make: ClaimMaker, change: ChangeMaker) -> None:
    sentence = "Turnout fell eight points, from 61% to 55%."
    points: dict[str, Any] = {"kind": "percentage_points", "value": 8, "unit": "pp", "subject": "turnout"}
    levels = change("decrease", from_=61, to=55)
    claims = [
        make("eight points", sentence, **points, change=change("decrease", delta=8)),
        make("from 61% to 55%", sentence, kind="percentage", change=levels, subject="turnout"),
    ]
    assert [c.explanation for c in conflicts(claims)] == ["from 61% to 55% is -6 percentage points, not eight points"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Of the staff, 55% were paid, 30% were not and the remaining 25% did not say.", True),
        ("Of the staff, 55% were paid, 30% were not and the remaining 15% did not say.", False),
        ("Some said tea (55%), others juice (30%) or water (25%).", False),
    ],
)
def test_parts_that_exceed_the_whole(make: ClaimMaker, sentence: str, found: bool) -> None:
    values = [55, 30, 15 if "15%" in sentence else 25]
    claims = [make(f"{value}%", sentence, kind="percentage", value=value, subject="staff") for value in values]
    assert [c.explanation for c in conflicts(claims)] == [
        "55% + 30% + 25% is 110%: parts and the rest of a whole exceed 100%"
    ] * found


def test_rival_figures_of_two_documents(make: ClaimMaker) -> None:
    early = "Owners of boats fear an about £90m levy on moorings so that locks can be mended."
    later = "Owners of boats on the canal would pay the £150m levy on canal moorings every year."
    subjects = "levy on moorings", "levy on canal moorings"
    rough: dict[str, Any] = {"comparator": "~", "speaker": "owners"}
    claims = [
        make("about £90m", early, "a.txt", value=90e6, subject=subjects[0], **rough),
        make("£150m", later, "b.txt", value=150e6, per="year", subject=subjects[1]),
    ]
    (conflict,) = conflicts(claims)
    assert conflict.kind == "rival_figures"
    assert conflict.explanation == (
        "about £90m (owners, a.txt) against £150m (b.txt): both name a figure for "
        f"{subjects[0]!r} and {subjects[1]!r}; £150m is per year, the other states no rate"
    )
    assert conflict.confidence < 0.5


def test_rival_figures_of_two_speakers(make: ClaimMaker) -> None:
    count: dict[str, Any] = {"kind": "count", "unit": "people", "subject": "the crowd"}
    claims = [
        make("5,000", "Police put the crowd at 5,000.", value=5000, speaker="Police", **count),
        make("20,000", "Organisers said the crowd was 20,000.", value=20000, speaker="Organisers", **count),
    ]
    (conflict,) = conflicts(claims)
    assert conflict.explanation.startswith("5,000 (Police, a.txt) against 20,000 (Organisers, a.txt)")


@pytest.mark.parametrize(
    ("sentence", "subject", "rivals"),
    [
        ("Police put the crowd at 5,000, organisers at 20,000.", "crowd", True),
        ("Police put the crowd in Leeds at 5,000, the organisers at 20,000.", "crowd", True),
        ("Wales has 5,000 nurses, she said, while Scotland, he said, has 20,000 of them.", "nurses", False),
        ("Kenya expects a rate of 5,000, he said, and Ghana, she said, one of 20,000.", "rate", False),
        ("He said the total was 5,000, she said it was 20,000.", "total", False),
    ],
)
def test_rival_figures_of_one_sentence(make: ClaimMaker, sentence: str, subject: str, rivals: bool) -> None:
    count: dict[str, Any] = {"kind": "count", "subject": subject}
    claims = [
        make("5,000", sentence, value=5000, speaker="Ann", **count),
        make("20,000", sentence, value=20000, speaker="Bob", **count),
    ]
    assert [conflict.kind for conflict in conflicts(claims)] == ["rival_figures"] * rivals


@pytest.mark.parametrize(
    ("other", "rivals"),
    [
        ("The union said 44% of farmers in the valley had sold land.", True),
        ("The union said 44% of farmers in the valley were struggling to heat their barns.", False),
    ],
)
def test_rival_shares_are_answers_to_one_question(make: ClaimMaker, other: str, rivals: bool) -> None:
    share: dict[str, Any] = {"kind": "percentage", "subject": "farmers in the valley"}
    one = "The bank said 30% of farmers in the valley had sold land."
    claims = [
        make("30%", one, value=30, speaker="bank", **share),
        make("44%", other, value=44, speaker="union", **share),
    ]
    assert [conflict.kind for conflict in conflicts(claims)] == ["rival_figures"] * rivals


COMPATIBLE: list[Any] = [
    pytest.param({"subject": "cost of the bridge"}, {"subject": "cost of the tunnel"}, id="two subjects"),
    pytest.param({"period": "in 2019"}, {"period": "in 2020"}, id="two periods"),
    pytest.param({"per": "week"}, {"per": "month"}, id="two rates"),
    pytest.param({"comparator": ">"}, {}, id="more than the lower one"),
    pytest.param({"modality": "proposal"}, {}, id="a plan"),
    pytest.param({"modality": "forecast"}, {}, id="what was expected and what came"),
    pytest.param({"subject": "cost of the Leith bridge"}, {"subject": "cost of the Perth bridge"}, id="two places"),
    pytest.param({"subject": "cost"}, {"subject": "cost"}, id="a subject that says nothing"),
]


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_figures_that_can_both_be_right(make: ClaimMaker, one: dict[str, Any], other: dict[str, Any]) -> None:
    usual = {"subject": "cost of the bridge"}
    claims = [
        make("£21m", "The cost of the bridge is £21m.", "a.txt", **{"value": 21e6} | usual | one),
        make("£34m", "The bridge will cost £34m.", "b.txt", **{"value": 34e6} | usual | other),
    ]
    assert conflicts(claims) == ()


def test_levels_of_two_times_are_no_rivals(make: ClaimMaker) -> None:
    claims = [
        make("£21m", "The cost of the bridge is £21m.", "a.txt", value=21e6, subject="cost of the bridge"),
        make("£34m", "The cost of the bridge is £34m.", "b.txt", value=34e6, subject="cost of the bridge"),
    ]
    assert len(conflicts(claims)) == 1
    assert conflicts(claims, {"a.txt": "2019-03-01", "b.txt": "2021-03-01"}) == ()


@pytest.mark.parametrize(("rest", "rivals"), [("locks on the Mersey canal", True), ("a theatre in Cork", False)])
def test_rivals_are_in_texts_of_one_topic(make: ClaimMaker, rest: str, rivals: bool) -> None:
    claims = [
        make("£21m", "The cost of the new roof is £21m.", "a.txt", value=21e6, subject="cost of the new roof"),
        make("£5", "Barges pay £5 at the locks on the Mersey canal.", "a.txt", value=5),
        make("£34m", "The cost of the new roof is £34m.", "b.txt", value=34e6, subject="cost of the new roof"),
        make("£7", f"Sailors and owners of dogs bring friends to {rest} for £7 on summer nights.", "b.txt", value=7),
    ]
    assert [conflict.kind for conflict in conflicts(claims)] == ["rival_figures"] * rivals


@pytest.mark.parametrize(("firm", "rivals"), [("Alder", True), ("Birch", False)])
def test_rivals_are_in_texts_that_name_the_same(make: ClaimMaker, firm: str, rivals: bool) -> None:
    claims = [
        make("£21m", "For Alder plc the final dividend came to £21m.", "a.txt", value=21e6, subject="final dividend"),
        make("£34m", f"For {firm} plc the final dividend came to £34m.", "b.txt", value=34e6, subject="final dividend"),
    ]
    assert [conflict.kind for conflict in conflicts(claims)] == ["rival_figures"] * rivals


def test_a_name_alone_is_no_measure(make: ClaimMaker) -> None:
    claims = [
        make("£21m", "The money for Wales is £21m.", "a.txt", value=21e6, subject="South Wales"),
        make("£34m", "South Wales got £34m.", "b.txt", value=34e6, subject="South Wales"),
    ]
    assert conflicts(claims) == ()


def test_a_line_break_within_a_figure_hides_nothing(make: ClaimMaker) -> None:
    sentence = "Nearly two thirds of the drivers (41 per cent) said so."
    thirds = make("two thirds", sentence, kind="fraction", numerator=2, denominator=3, unit=None, comparator="->")
    share = make("41 per cent", sentence, kind="percentage", value=41)
    [usual] = conflicts([thirds, share])
    [broken] = conflicts([replace(thirds, surface="two\nthirds"), replace(share, surface="41 per\n   cent")])
    assert broken.explanation == usual.explanation
