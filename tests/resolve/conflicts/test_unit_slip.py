"""One figure a thousandfold is told; a budget and a grant from it are not."""

import pytest

from tests.resolve.conflicts.conftest import Found

BARRAGE = (
    "The Severn barrage scheme will cost £3.4 billion, the energy department said. Work on the barrage starts in May."
)


def test_million_for_billion(found: Found) -> None:
    (conflict,) = found(BARRAGE, BARRAGE.replace("billion", "million"))
    assert conflict.kind == "unit_slip"
    assert conflict.explanation == (
        "£3.4 million and £3.4 billion for 'Severn barrage scheme' and 'Severn barrage scheme' (b.txt and a.txt): "
        "the same digits, a thousandfold apart"
    )
    assert conflict.confidence == 0.6


def test_in_a_headline(found: Found) -> None:
    kinds = [conflict.kind for conflict in found("Severn barrage to cost £3.4m\n\n" + BARRAGE)]
    assert kinds == ["unit_slip"]


def test_of_a_count(found: Found) -> None:
    reached = "The flu vaccine reached 2.3 million children in Kenya last year, the ministry said."
    kinds = [conflict.kind for conflict in found(reached, reached.replace("million", "thousand"))]
    assert kinds == ["unit_slip"]


@pytest.mark.parametrize(
    "text",
    [
        "The budget of the health department is £5 billion. The museum won a grant of £5 million for its roof.",
        "The barrage will cost £3 billion. It will spend £3 million on a visitors' centre.",
        "The county of Essex spent £2 million on roads in 2019, and the county of Kent spent £2 billion on roads.",
        "The region grew 4 million tonnes of rice in 2019. In 1950 the region grew 4 thousand tonnes of rice.",
    ],
)
def test_two_things_a_thousandfold_apart(found: Found, text: str) -> None:
    assert found(text) == ()
