"""Changes told from one level to another with a date, an age or an aside between the two."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from claimx.model import Extract

Run = Callable[[str], Extract]


@pytest.mark.parametrize(
    ("text", "surface", "old", "new"),
    [
        ("Rents grew from £410 in 2016 to £520.", "from £410 in 2016 to £520", 410, 520),
        ("Rents grew from £410 in 2016 to about £520 in 2019.", "from £410 in 2016 to about £520", 410, 520),
        ("Rents rose to £520 in 2019, from £410.", "£520 in 2019, from £410", 410, 520),
        ("Rents rose to £520 in 2019, up from £410 in 2016.", "£520 in 2019, up from £410", 410, 520),
        ("The loss was £91 in the year to 3 May, down from £140.", "£91 in the year to 3 May, down from £140", 140, 91),
        (
            "The rate was 7% in the three months to June, well up from 5%.",
            "7% in the three months to June, well up",
            5,
            7,
        ),
        ("About 800 hats were sold in May, up slightly from 770.", "About 800 hats were sold in May, up", 770, 800),
        ("Its share slipped to 4% in May from a peak of 8% in 1996.", "4% in May from a peak of 8%", 8, 4),
        ("Profits fell to £3 from a record £5 a year ago.", "£3 from a record £5", 5, 3),
        (
            "The share fell from 31% of 16 to 18 year olds in 1998 (when it was first asked) to 22% in 2008.",
            "from 31% of 16 to 18 year olds in 1998 (when it was first asked) to 22%",
            31,
            22,
        ),
    ],
)
def test_two_levels_with_more_between_are_one_claim(
    extract_sentence: Run, text: str, surface: str, old: int, new: int
) -> None:
    (claim,) = extract_sentence(text).claims
    assert claim.surface.startswith(surface)
    assert claim.change is not None
    assert (claim.change.from_, claim.change.to) == (Decimal(old), Decimal(new))


def test_what_is_excluded_between_two_levels_stays_in_the_ledger(extract_sentence: Run) -> None:
    extract = extract_sentence("Rents grew from £410 in June 2016 to £520 in 2019.")
    assert [(one.surface, one.reason) for one in extract.excluded] == [("June 2016", "date"), ("2019", "date")]
    assert extract.claims[0].value == Decimal(520)


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose to £520 in 2019 and wages grew from £410.",
        "Rents rose to £520 in 2019, the landlord said, from £410.",
        "Rents rose to £520 in 2019; from £410 they had once been cut.",
        "The loss was £9m in the year to 3 May, a cut from £14m.",
        "Rents rose to £520 in 2019, from 410 flats.",
        "Rents grew from £410 in 2016 and fell to £390 in 2017.",
    ],
)
def test_levels_of_two_clauses_or_kinds_stay_apart(extract_sentence: Run, text: str) -> None:
    assert len(extract_sentence(text).claims) > 1
