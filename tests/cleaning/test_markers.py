"""Phrases found in one pass."""

import pytest

from claimx.cleaning.lines import words
from claimx.cleaning.markers import PhraseIndex


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sign up to our newsletter", [(0, 4, "sign-up"), (4, 5, "letter")]),
        ("She did not sign up", []),
        ("112 shares", [(0, 2, "shares")]),
        ("shares fell", []),
        ("", []),
    ],
)
def test_find(line: str, expected: list[tuple[int, int, str]]) -> None:
    index = PhraseIndex([("sign up to our", "sign-up"), ("newsletter", "letter"), ("# shares", "shares")])
    assert index.find(words(line)) == expected
