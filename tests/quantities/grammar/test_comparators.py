"""Words around a number that say where the true figure lies."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], dict[str, dict[str, Any]]]


@pytest.mark.parametrize(
    ("phrase", "sign"),
    [
        ("about 50", "~"),
        ("some 50", "~"),
        ("an estimated 50", "~"),
        ("in the region of 50", "~"),
        ("50 or so", "~"),
        ("50-odd", "~"),
        ("nearly 50", "->"),
        ("just under 50", "->"),
        ("not quite 50", "->"),
        ("more than 50", ">"),
        ("well over 50", ">"),
        ("upwards of 50", ">"),
        ("in excess of 50", ">"),
        ("more than an estimated 50", ">"),
        ("over than 50", ">"),
        ("at least 50", ">="),
        ("no fewer than 50", ">="),
        ("not less than 50", ">="),
        ("as few as 50", ">="),
        ("50 or more", ">="),
        ("50-plus", ">="),
        ("50+", ">="),
        ("less than 50", "<"),
        ("well below 50", "<"),
        ("up to 50", "<="),
        ("no more than 50", "<="),
        ("as many as 50", "<="),
        ("a maximum of 50", "<="),
        ("up to around 50", "<="),
        ("about 50 or less", "<="),
        ("more than 50 or equal to it", ">="),
        ("≥ 50", ">="),
        ("at or above 50", ">="),
        ("greater or equal than 50", ">="),
        ("greater than or equals 50", ">="),
        ("not shallower than 50", ">="),
        ("at most or equal to 50", "<="),
        ("cheaper or equal to 50", "<="),
        ("at or under 50", "<="),
        ("never wider than 50", "<="),
        ("50 onwards", ">="),
        ("c. 50", "~"),
    ],
)
def test_comparators(read: Read, phrase: str, sign: str) -> None:
    assert read(f"They took {phrase} then.")[phrase]["comparator"] == sign


@pytest.mark.parametrize(
    ("text", "surface", "sign"),
    [
        ("The toll passed the 50 mark.", "passed the 50", ">"),
        ("Gold is just below the £50 level.", "just below the £50", "->"),
        ("It won 50 seats or fewer.", "50", "<="),
        ("It keeps 50 sheep or fewer.", "50", "<="),
        ("It has 50 staff or more", "50", ">="),
        ("It bought up to an additional $50.", "up to an additional $50", "<="),
        ("At least another 50 came.", "At least another 50", ">="),
        ("It seats 50 staff members at most.", "50", "<="),
        ("Groups of 50 people or more are barred.", "50", ">="),
    ],
)
def test_comparators_past_other_words(read: Read, text: str, surface: str, sign: str) -> None:
    assert read(text)[surface]["comparator"] == sign


@pytest.mark.parametrize(
    "text",
    [
        "It went up to £50.",
        "He handed over £50.",
        "They took the 50 by bus.",
        "They passed the 50 men.",
        "It has 50 members or more than it had.",
        "There were 50 people at the meeting.",
        "It is just below the £50 fare.",
        "Only 50 came.",
    ],
)
def test_words_that_compare_nothing(read: Read, text: str) -> None:
    (found,) = read(text).values()
    assert "comparator" not in found


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It took nearly half an hour.", "nearly half an hour"),
        ("It took more than between five and ten days.", "more than between five and ten days"),
        ("It took about £20 to £30.", "about £20 to £30"),
    ],
)
def test_comparators_reach_over_the_whole_quantity(read: Read, text: str, surface: str) -> None:
    assert surface in read(text)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The mark is 200 or greater than 190.", "=", ">"),
        ("Ages were less than 5 or more than 70.", "<", ">"),
        ("Take 10 or fewer than 8.", "=", "<"),
    ],
)
def test_comparator_after_or_belongs_to_the_number_after_it(read: Read, text: str, first: str, second: str) -> None:
    assert [one.get("comparator", "=") for one in read(text).values()] == [first, second]


def test_dangling_comparison_stays_with_its_number(read: Read) -> None:
    assert read("The mark is 5000 or more than")["5000 or more than"]["comparator"] == ">="
