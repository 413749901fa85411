"""Records on disk are what they were, wherever they are asked for."""

from decimal import Decimal

import pytest

from claimx.model import Change
from claimx.sequences import Mapped, Spool


def changes(number: int) -> list[Change]:
    return [Change(direction="increase", delta=Decimal(f"{n}.10"), from_=Decimal("1e3")) for n in range(number)]


def spooled(records: list[Change]) -> Spool[Change]:
    spool = Spool(Change)
    for record in records:
        spool.append(record)
    return spool


@pytest.mark.parametrize("in_memory", [10**9, 100, 0])
def test_records_come_back_as_they_were(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr("claimx.sequences._IN_MEMORY", in_memory)
    monkeypatch.setattr("claimx.sequences._AT_ONCE", 200)
    monkeypatch.setattr("claimx.sequences._KEPT", 7)
    records = changes(60)
    spool = spooled(records)
    assert len(spool) == 60
    assert repr(list(spool)) == repr(records)  # figures to the digit
    assert [spool[index] for index in (59, 0, -1, 30, 0)] == [records[index] for index in (59, 0, -1, 30, 0)]
    assert spool[5:50:9] == tuple(records[5:50:9])
    spool.append(records[3])
    assert list(spool)[-1] == spool[60] == records[3]


def test_they_can_be_gone_through_while_others_are_asked_for() -> None:
    spool = spooled(changes(60))
    assert all(one == spool[index] and spool[59 - index] for index, one in enumerate(spool))


@pytest.mark.parametrize("index", [3, -4])
def test_beyond_the_end_there_is_nothing(index: int) -> None:
    with pytest.raises(IndexError):
        spooled(changes(3))[index]


def test_nothing_is_in_an_empty_one() -> None:
    assert not Spool(Change)
    assert list(Spool(Change)) == []


def test_what_is_made_when_asked_for() -> None:
    made = Mapped("abc", lambda index, letter: f"{letter}{index}")
    assert (list(made), made[-1], made[:2], len(made)) == (["a0", "b1", "c2"], "c2", ("a0", "b1"), 3)
