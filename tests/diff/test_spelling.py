"""Which words differ by a slip of the pen only."""

import pytest

from claimx.diff.spelling import misspelt, respelt


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("infrastucture", "infrastructure", True),
        ("goverment", "government", True),
        ("libarian", "librarian", True),
        ("recieved", "received", True),
        ("harbours", "harbour", True),
        ("county", "country", False),
        ("Austria", "Australia", False),
        ("increase", "decrease", False),
        ("imports", "exports", False),
    ],
)
def test_misspelt(one: str, other: str, slip: bool) -> None:
    assert misspelt(one, other) is slip
    assert misspelt(other, one) is slip


def test_respelt() -> None:
    assert respelt(["the", "goverment", "said"], ["the", "government", "said"])
    assert not respelt(["the", "goverment", "said"], ["the", "government", "has", "said"])
    assert not respelt(["the", "minister", "said"], ["the", "government", "said"])
