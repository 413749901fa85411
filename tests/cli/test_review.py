"""`claimx review`: verdicts and notes, from a script's standard input."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.cli.conftest import Claimx, Result

TEXT = """\
Repairs of the pier cost £4.2m in 2019, Ruth Okafor, the chair of the trust, said.
The deck cost £2m and the roof cost £2m, she said.
"""

Review = Callable[..., Result]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claimx: Claimx) -> Path:
    """A source in the working directory, and a lock file that holds nothing yet."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "claimx.lock.jsonl").write_text('{"claimx_lock":1}\n', encoding="utf-8")
    return path


@pytest.fixture
def review(claimx: Claimx, monkeypatch: pytest.MonkeyPatch) -> Review:
    """Runs it with these lines of answers."""

    def run(*answers: str, options: tuple[str, ...] = ()) -> Result:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return claimx("review", "pier.txt", *options)

    return run


def held() -> list[dict[str, Any]]:
    """The lock file's claims."""
    lines = Path("claimx.lock.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def test_verdicts_and_notes_are_written(source: Path, review: Review, claimx: Claimx) -> None:
    result = review("v", "annual report", "d", "", "i", "a slip")
    assert (result.code, result.err) == (0, "1 verified, 1 disputed, 1 ignore\n")
    assert sorted((one["surface"], one["verdict"], one.get("note")) for one in held()) == [
        ("£2m", "disputed", None),
        ("£2m", "ignore", "a slip"),
        ("£4.2m", "verified", "annual report"),
    ]
    assert [line.rpartition(" ")[0] for line in claimx("check", "pier.txt").out.splitlines()] == [
        "pier.txt:2:15: warning: disputed claim '£2m', deck (Ruth Okafor) [disputed-claim"
    ]


def test_the_claim_is_shown_with_its_figure_marked(source: Path, review: Review) -> None:
    shown = review("s", "s", "q").out
    assert "1/3 pier.txt:1:26 new\n" in shown
    assert "  Repairs of the pier cost [£4.2m] in 2019, Ruth Okafor" in shown
    assert "  The deck cost [£2m] and the roof cost £2m, she said." in shown
    assert "  The deck cost £2m and the roof cost [£2m], she said." in shown
    assert "  speaker  Ruth Okafor, chair" in shown


def test_it_can_be_left_and_taken_up_again(source: Path, review: Review) -> None:
    assert review("verified", "", "q").err == "1 verified; 2 left\n"
    assert "1/2 pier.txt:2:" in review("d", "too long").out
    assert [one["verdict"] for one in held()].count("disputed") == 1
    assert "1/1 " in review().out


def test_what_is_no_answer_is_asked_again(source: Path, review: Review) -> None:
    result = review("", "dunno", "V", "", "q")
    assert result.out.count("[q]uit?") == 4
    assert result.err == "1 verified; 2 left\n"


def test_a_changed_claim_shows_what_it_was(source: Path, review: Review) -> None:
    review("v", "annual report", "s", "s")
    source.write_text(TEXT.replace("£4.2m", "£5.2m"), encoding="utf-8")
    shown = review("d", "a new report").out
    assert "1/3 pier.txt:1:26 changed\n" in shown
    assert "  was      £4.2m\n" in shown
    assert "  verdict  verified: annual report (of what it was)\n" in shown
    [entry] = held()
    assert (entry["surface"], entry["verdict"]) == ("£5.2m", "disputed")
    assert entry["was"] == [
        {"surface": "£4.2m", "speakers": ["Ruth Okafor"], "verdict": "verified", "note": "annual report"}
    ]


def test_accepted_claims_are_asked_for_where_that_is_wanted(source: Path, review: Review, claimx: Claimx) -> None:
    claimx("check", "pier.txt", "--accept")
    assert review().err == "no claim waits for a verdict\n"
    assert review("v", "", options=("--unreviewed",)).err == "1 verified; 2 left\n"
    assert "1/2 " in review(options=("--unreviewed",)).out
    assert "1/3 " in review(options=("--all",)).out


def test_it_needs_a_lock_file(source: Path, review: Review) -> None:
    Path("claimx.lock.jsonl").unlink()
    result = review("v")
    assert (result.code, len(result.lines)) == (2, 1)


def test_what_others_write_to_the_lock_file_meanwhile_is_kept(
    source: Path, review: Review, claimx: Claimx, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source.parent / "quay.txt").write_text("The quay took 48 ships in May.", encoding="utf-8")

    def readline() -> str:
        if len(answers) == 3:  # while the person thinks, somebody else accepts another document
            assert claimx("check", "quay.txt", "--accept").code == 0
        return answers.pop(0)

    answers = ["v\n", "\n", "q\n"]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(readline=readline))
    assert claimx("review", "pier.txt").code == 0
    assert {one["surface"]: one.get("verdict") for one in held()} == {"48 ships": None, "£4.2m": "verified"}
