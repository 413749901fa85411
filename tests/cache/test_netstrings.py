"""Strings packed as one come apart as they were; what is damaged is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.cache.netstrings import packed, unpacked


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_they_come_apart_as_they_were(parts: list[bytes]) -> None:
    assert list(unpacked(packed(parts))) == parts


@pytest.mark.parametrize("data", [b"5:four", b"x:ab", b"12", b"-1:a", b"3:abc2:", b"9" * 30])
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 whichever it is
        list(unpacked(data))
