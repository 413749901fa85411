"""Items are taken in portions that stay within what may be held."""

from collections.abc import Iterator

import pytest

from claimx.portions import portions


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([3, 4, 3], [[3, 4, 3]]),
        ([3, 4, 4], [[3, 4], [4]]),
        ([12, 1, 12], [[12], [1], [12]]),
        ([0, 0, 0, 0], [[0, 0, 0], [0]]),
    ],
)
def test_a_portion_is_bounded_in_size_and_number(sizes: list[int], expected: list[list[int]]) -> None:
    assert list(portions(sizes, lambda size: size, most=10, count=3)) == expected


def test_no_more_is_taken_than_is_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(10):
            taken.append(number)
            yield number

    assert next(portions(items(), lambda _: 1, most=2, count=9)) == [0, 1]
    assert taken == [0, 1, 2]
