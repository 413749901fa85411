"""Every kind of conflict has its module, and can be left out."""

from typing import get_args

import pytest

from claimx.model import ConflictKind
from claimx.resolve import ALL_KINDS
from claimx.resolve.conflicts import finders
from tests.resolve.conflicts.conftest import Found


def test_every_kind_has_one_finder() -> None:
    assert [finder.kind for finder in finders()] == sorted(get_args(ConflictKind))


WRONG = (
    "Rents in Leeds rose by 20%, from £400 to £600 a month, the agency said.",
    "Of those asked, 1,300 out of 2,000 (45%) said they would move.",
    "In the poll 48% backed the plan, 41% were against it and the remaining 21% had no view.",
    "The number of nurses doubled from 410 to 640 in a year.",
    "Turnout rose eight percentage points, from 41% to 52%.",
    "Revenue increased by 16% to £279.9m (2010: £263.2m).",
    "The mill made a profit of £5m, up 50% on last year's £2m.",
    "The council cut its budget of £40m by 10% to £30m.",
    "One in four teachers (32%) said they would leave.",
    "More than half of the tenants (46%) were in arrears.",
)
RIGHT = (
    "Rents in Leeds rose by 50%, from £400 to £600 a month, the agency said.",
    "Of those asked, 1,300 out of 2,000 (65%) said they would move.",
    "In the poll 48% backed the plan, 41% were against it and the remaining 11% had no view.",
    "The number of nurses doubled from 410 to 840 in a year.",
    "Nearly two-thirds (64%) said they would move, and one in three (35%) would not.",
    "Turnout rose eight percentage points, from 41% to 49%.",
    "Revenue increased by 6.4% to £279.9m (2010: £263.2m).",
    "Revenue increased by 16% to £279.9m (budget: £263.2m).",
    "The mill made a profit of £5m, up 150% on last year's £2m.",
    "The mill made a profit of £5m, up 50% thanks to a grant of £2m.",
    "The council cut its budget of £40m by 25% to £30m.",
    "Just over a quarter of teachers (27%) said they would leave.",
    "More than half of the tenants (57.4%) were in arrears.",
    "One in four teachers (32% of them women) said they would leave.",
)


@pytest.mark.parametrize("text", WRONG)
def test_arithmetic_that_fails(found: Found, text: str) -> None:
    assert [conflict.kind for conflict in found(text)] == ["arithmetic"]
    assert found(text, kinds=ALL_KINDS - {"arithmetic"}) == ()


@pytest.mark.parametrize("text", RIGHT)
def test_arithmetic_that_holds(found: Found, text: str) -> None:
    assert found(text) == ()


def test_a_count_that_two_speakers_put_differently(found: Found) -> None:
    march = "{} said that {} people had joined the march through Dundee on Saturday. It ended at the docks."
    (conflict,) = found(march.format("Police", "5,000"), march.format("Organisers", "20,000"))
    assert conflict.kind == "rival_figures"
    assert found(march.format("Police", "5,000"), march.format("Organisers", "20,000"), kinds=frozenset()) == ()


def test_counts_of_two_events_are_no_rivals(found: Found) -> None:
    assert (
        found(
            "Police said that 5,000 people had joined the march through Dundee on Saturday.",
            "Organisers said that 20,000 people had seen the regatta at Whitby.",
        )
        == ()
    )
