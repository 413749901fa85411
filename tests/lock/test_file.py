"""The lock file: what is written is read again, and what cannot be understood is told with what to do."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from claimx.diff import Fact
from claimx.errors import LockError
from claimx.lock import Entry, Lock, lock_text, read_lock, write_lock
from claimx.lock.versions import LATEST, all_versions
from tests.lock.conftest import MakeEntry

HEADER = '{"claimx_lock":1}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a lock file can be."""
    return tmp_path / "claimx.lock.jsonl"


def lock_of(*entries: Entry) -> Lock:
    """A lock file of claims alone."""
    return Lock({one.fact: one for one in entries})


def test_what_is_written_is_read(full_lock: Lock, path: Path) -> None:
    write_lock(path, full_lock)
    assert read_lock(path) == full_lock
    assert lock_text(read_lock(path)) == path.read_text(encoding="utf-8")


def test_the_latest_version_can_be_read() -> None:
    assert max(all_versions()) == LATEST


def test_a_line_is_one_claim_in_sorted_order(full_lock: Lock, entry: MakeEntry) -> None:
    lines = lock_text(full_lock).splitlines()
    assert lines == sorted(lines)
    assert lines[0] == HEADER
    assert lines[2] == (
        '{"document":"pier.txt","surface":"£4m","kind":"money","value":4000000,"unit":"GBP",'
        '"subject":"repairs of the pier","speakers":["Ruth Okafor"],'
        '"sentence":"Repairs of the pier cost £4m, she said."}'
    )
    assert lines[-1].startswith('{"suppress":"0123456789abcdef"')


def test_figures_are_written_digit_by_digit(full_lock: Lock) -> None:
    first = lock_text(full_lock).splitlines()[1]
    assert '"value":8250000000,"low":0.10,"high":12345678901234567890.5' in first
    assert '"change":{"direction":"increase","from":6000000000,"to":8250000000}' in first


def test_nothing_tells_place_or_time(full_lock: Lock) -> None:
    keys = {key for line in lock_text(full_lock).splitlines() for key in json.loads(line)}
    assert not keys & {"line", "column", "start", "end", "id", "date", "time", "path"}


@pytest.mark.parametrize(
    "merged",
    [
        pytest.param(lambda lines: [lines[0], *reversed(lines[1:])], id="another order"),
        pytest.param(lambda lines: [*lines, *lines[1:]], id="lines twice"),
        pytest.param(lambda lines: [*lines[:2], "", lines[0], *lines[2:], ""], id="blank lines, the first again"),
        pytest.param(lambda lines: [f"{line}\r" for line in lines], id="line ends of another system"),
    ],
)
def test_what_a_merge_leaves_makes_no_difference(merged: object, full_lock: Lock, path: Path) -> None:
    assert callable(merged)
    path.write_text("\n".join(merged(lock_text(full_lock).splitlines())), encoding="utf-8")
    assert read_lock(path) == full_lock


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
NUMBER = st.decimals(allow_nan=False, allow_infinity=False)
FACT = st.builds(
    Fact, document=TEXT, surface=TEXT, sentence=TEXT, kind=st.just("count"), value=NUMBER, speakers=st.tuples(TEXT)
)
ENTRIES = st.lists(st.builds(Entry, fact=FACT, verdict=st.sampled_from([None, "verified"]), note=TEXT), max_size=4)


@given(ENTRIES, ENTRIES)
def test_any_claims_are_read_as_they_were_written_and_merge(ours: list[Entry], theirs: list[Entry]) -> None:
    both = lock_of(*ours, *(one for one in theirs if one.fact not in lock_of(*ours).entries))
    texts = [lock_text(one) for one in (both, lock_of(*ours))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lock"
        path.write_text("".join(texts), encoding="utf-8")
        assert read_lock(path) == both
        assert lock_text(read_lock(path)) == texts[0]


def test_a_judged_line_outweighs_one_that_is_not(entry: MakeEntry, path: Path) -> None:
    plain, judged = entry("£4m", "4000000"), entry("£4m", "4000000", verdict="verified")
    for pair in ((plain, judged), (judged, plain)):
        lines = [lock_text(lock_of(one)).splitlines()[1] for one in pair]
        path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
        assert read_lock(path) == lock_of(judged)


def refusal(path: Path, text: str | bytes) -> str:
    """Why a lock file is refused, without its name."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(LockError) as caught:
        read_lock(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message.removeprefix(str(path))


def test_a_missing_file_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(LockError, match=r"there is no lock file; claimx init .* claimx check --accept"):
        read_lock(path)


@pytest.mark.parametrize("text", ["", "\n", "{}", '{"document":"a.txt"}', "[1]", "claims", b"\xff\xfe"])
def test_another_file_is_refused(text: str | bytes, path: Path) -> None:
    assert refusal(path, text).startswith(':1: not a lock file of claimx, which begins with {"claimx_lock":1}')


def test_a_newer_version_is_refused(path: Path) -> None:
    assert refusal(path, '{"claimx_lock":99}\n') == (
        ":1: version 99 of the lock file's form; this claimx knows 1: update it"
    )


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "||||||| 3fa", "=======", ">>>>>>> other"])
def test_conflict_markers_are_named(marker: str, path: Path) -> None:
    message = refusal(path, f"{HEADER}\n{marker}\n")
    assert message.startswith(":2: a merge conflict; keep the lines of both sides")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not JSON", "invalid character"),
        ('{"document":"a.txt"}', "object missing required field `surface`"),
        ('{"document":"a.txt","surface":"5","kind":"weight","sentence":"5."}', "invalid enum value 'weight'"),
        ('{"document":"a.txt","surface":"5","kind":"count","sentence":"5.","veridct":"verified"}', "object contains"),
        ('{"suppress":"0123","check":"vague-figure","document":"a.txt"}', "object missing required field `reason`"),
        (b"\xff", "not a line"),
    ],
)
def test_a_broken_line_is_named(line: str | bytes, reason: str, path: Path) -> None:
    data = line.encode() if isinstance(line, str) else line
    message = refusal(path, f"{HEADER}\n\n".encode() + data)
    assert message.startswith(":3: not a line of a lock file: ")
    assert reason in message
    assert message.endswith("take the file's last good version from version control")


def test_two_verdicts_on_a_claim_are_refused(entry: MakeEntry, path: Path) -> None:
    verified = entry("£4m", "4000000", verdict="verified")
    disputed = structs.replace(verified, verdict="disputed")
    lines = [lock_text(lock_of(one)).splitlines()[1] for one in (verified, disputed)]
    message = refusal(path, "\n".join([HEADER, *lines]))
    assert message == ":3: says something else of the claim of line 2; delete one of them"


def test_two_reasons_for_a_finding_are_refused(full_lock: Lock, path: Path) -> None:
    [known] = full_lock.suppressions.values()
    other = structs.replace(known, reason="another")
    texts = [lock_text(replace(full_lock, entries={}, suppressions={"": one})) for one in (known, other)]
    message = refusal(path, "".join(texts))
    assert message == ":4: says something else of the finding of line 2; delete one of them"
