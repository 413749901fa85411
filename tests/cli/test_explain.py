"""`claimx explain`: a line's numbers, or one claim."""

from pathlib import Path

import pytest

from claimx.model import Document
from claimx.pipeline import Pipeline
from tests.cli.conftest import Claimx

TEXT = "The pier is old.\nRepairs of the pier cost £4.2m in 2019.\n"


SITE = """\
Harbour Gazette
Gossip corner
Read by 40,000 people in the county
Tides
Berths
Letters

The harbour took in {0}40 boats in May, more than in any month since the pier was built.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file with a claim and a date on its second line."""
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_line_is_explained(claimx: Claimx, source: Path) -> None:
    result = claimx("explain", f"{source}:2")
    assert (result.code, result.err) == (0, "")
    heads = [line for line in result.out.splitlines() if line.startswith(str(source))]
    assert heads == [
        f"{source}:2:26: '£4.2m': claim (characters 42-47)",
        f"{source}:2:35: '2019': excluded: date (characters 51-55)",
    ]
    assert "  value          4200000\n" in result.out


def test_a_claim_is_explained_by_its_id(claimx: Claimx, source: Path, pipeline: Pipeline) -> None:
    (claim,) = pipeline.extract(Document("pier.txt", TEXT, "")).claims
    result = claimx("explain", claim.id, source.parent)
    assert result.out.startswith("pier.txt:2:26: '£4.2m': claim")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("{source}:1", "pier.txt:1: there is no number on this line"),
        ("{source}:9", "pier.txt: has no line 9; it has 2"),
        ("{source}x:1", "pier.txtx"),
        ("c_0000", "no document of {folder} has this claim"),
        ("pier", "neither PATH:LINE nor the id of a claim"),
    ],
)
def test_what_cannot_be_explained_is_an_error(claimx: Claimx, source: Path, target: str, message: str) -> None:
    result = claimx("explain", target.format(source=source), source.parent)
    assert (result.code, result.out) == (2, "")
    assert message.format(folder=source.parent) in result.err
    assert len(result.lines) == 1


def test_what_a_site_repeats_is_explained_as_extract_sees_it(claimx: Claimx, tmp_path: Path) -> None:
    """A line alone is the article's; beside the other pages of its site it is known for furniture."""
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_text(SITE.format(number), encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01")
    place = f"{tmp_path / '1.txt'}:3"
    alone, beside = (claimx("explain", place, *paths) for paths in ((), (tmp_path,)))
    assert ("claim" in alone.out.splitlines()[0], alone.code) == (True, 0)
    assert ("excluded: boilerplate" in beside.out.splitlines()[0], beside.code) == (True, 0)
    assert claimx("explain", place, tmp_path, "--no-recurring").out == alone.out


def test_limits_and_zones_are_those_of_an_extraction(claimx: Claimx, tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(f"{TEXT}\nBoats\t40\nCranes\t3\nSheds\t12\n" + 50 * f"\n{TEXT}", encoding="utf-8")
    small, large = (claimx("explain", f"{path}:2", "--max-size", size) for size in ("0.001", "1"))
    assert ("raise --max-size" in small.err, small.code) == (True, 2)
    assert ("£4.2m" in large.out, large.code) == (True, 0)
    whole, main = (claimx("explain", f"{path}:4", "--zones", zones) for zones in ("all", "main"))
    assert "excluded: boilerplate" not in whole.out
    assert "excluded: boilerplate" in main.out
