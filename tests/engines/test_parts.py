"""Part files: found again only for the same work, there whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.engines import Found
from claimx.engines.parts import PartFiles, Parts, pack, unpack
from claimx.errors import OutputError
from claimx.model import Document, LeftOut, Problem
from claimx.pipeline import Pipeline
from claimx.settings import Options, generator

Make = Callable[[str], Document]


def test_what_is_packed_comes_back(document: Make, pipeline: Pipeline) -> None:
    found: list[Found] = [
        pipeline.extract(document("The council spent £3.10 on 1 in 3 roads, up from £2m in 2019, Ann Lee said.")),
        Problem("broken.txt", "not a text"),
        LeftOut("french.txt", "not in English"),
    ]
    assert unpack(pack(found)) == found
    assert [type(item) for item in unpack(pack(found))] == [type(item) for item in found]


def test_kept_under_all_that_it_depends_on(document: Make, tmp_path: Path) -> None:
    parts = PartFiles(tmp_path / "new" / "parts")
    made_by = generator(Options())
    key = parts.key(Options(), made_by, (document("Two."),))
    parts.put(key, b"\x90")
    assert parts.get(key) == b"\x90"
    assert parts.get(parts.key(Options(), made_by, (document("Three."),))) is None
    assert parts.get(parts.key(Options(clean=False), made_by, (document("Two."),))) is None
    assert parts.get(parts.key(Options(rules=(tmp_path,)), made_by, (document("Two."),))) is None


def test_broken_part_is_worked_out_again(tmp_path: Path) -> None:
    parts = PartFiles(tmp_path)
    (tmp_path / "0f.part").write_bytes(b"\xc1 not a part")
    assert parts.get("0f") is None


def test_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot keep part files"):
        PartFiles(tmp_path / "file")


def test_without_files_nothing_is_known() -> None:
    parts = Parts()
    parts.put("", b"x")
    assert parts.get("") is None
