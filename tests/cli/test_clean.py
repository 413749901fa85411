"""`claimx clean`: the content of documents, and on request the rest with its reasons."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Claimx

PAGE = """<html><head><title>Rents rise</title></head><body><nav><a href="/">Home (3)</a></nav><article>
<h1>Rents rise</h1>
<p>Average rents rose by 8% last year, the Harbour Trust said on Tuesday in its report on the towns of the coast.</p>
<p>The council plans to build 600 homes by 2030, which would cost £90m, according to its own budget for the year.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with a menu."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_kept_text_is_printed(claimx: Claimx, page: Path) -> None:
    result = claimx("clean", page)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "Rents rise"
    assert [line[:7] for line in lines[1:]] == ["", "Average", "", "The cou"]


def test_dropped_lines_are_shown_with_their_reasons(claimx: Claimx, page: Path) -> None:
    assert "- [markup.navigation] Home (3)" in claimx("clean", page, "--show-dropped").out.splitlines()


def test_several_documents_are_named(claimx: Claimx, page: Path) -> None:
    (page.parent / "b.txt").write_text("It cost £3.")
    assert claimx("clean", page.parent).out.startswith("==> b.txt <==\nIt cost £3.\n\n==> page.html <==\nRents")


def test_what_a_site_repeats_is_dropped(claimx: Claimx, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        story = f"The harbour took in {number}40 boats in May, more than in any month since the pier was built."
        (tmp_path / f"{number}.txt").write_text(f"Harbour Gazette\nGossip corner\nTides\n\n{story}\n")
    dropped = claimx("clean", tmp_path, "--show-dropped").out
    assert dropped.count("- [markup.recurring] Gossip corner") == 3
    assert "Gossip corner" not in claimx("clean", tmp_path).out
    assert claimx("clean", tmp_path, "--no-recurring").out.count("Gossip corner") == 3


def test_broken_file_is_named_and_the_others_are_cleaned(claimx: Claimx, page: Path) -> None:
    (page.parent / "a.txt").write_bytes(b"\x01\x00 and more text")
    result = claimx("clean", page.parent / "a.txt", page)
    assert result.code == 2
    assert result.lines == ["claimx: error: a.txt: a binary file, not text (it has a NUL byte at 1)"]
    assert "Average" in result.out


def test_cut_lines_are_put_together(claimx: Claimx, tmp_path: Path) -> None:
    text = "It cost £3. Read the original article here: https://example.org/1 In May it cost £4."
    (tmp_path / "a.txt").write_text(text)
    assert claimx("clean", tmp_path / "a.txt").out == "It cost £3. In May it cost £4.\n"


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")
def test_dropped_lines_are_grey_on_a_terminal(environment: dict[str, str], page: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*COMMAND, "clean", str(page), "--show-dropped"]
    done = subprocess.Popen(command, stdout=theirs, env={**environment, "TERM": "xterm", "COLUMNS": "200"})
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert done.wait() == 0
    assert b"\x1b[2m- [markup.navigation] Home (3)\x1b[0m" in shown
    assert b"\x1b[2mAverage" not in shown
