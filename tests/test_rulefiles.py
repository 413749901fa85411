"""The files of rules, as bytes."""

import os
from pathlib import Path

import pytest

from claimx.errors import RuleError
from claimx.rulefiles import digest, rule_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_bytes(b"[]")
    return tmp_path


def test_the_digest_goes_by_names_and_bytes(folder: Path) -> None:
    digests = [digest(rule_files()), digest(rule_files(folder))]
    (folder / "a.yaml").write_bytes(b"[ ]")
    digests.append(digest(rule_files(folder)))
    (folder / "a.yaml").rename(folder / "b.yaml")
    digests.append(digest(rule_files(folder)))
    assert len({*digests}) == 4


def test_a_folder_without_rules_is_a_mistake(folder: Path) -> None:
    (folder / "a.yaml").rename(folder / "a.yml")
    with pytest.raises(RuleError, match="holds no rule files"):
        rule_files(folder)


def test_names_in_no_known_encoding_have_a_digest(folder: Path) -> None:
    name = os.fsencode(folder / "b") + b"\xff.yaml"
    (folder / "a.yaml").rename(os.fsdecode(name))
    assert digest(rule_files(folder)).startswith("sha256:")
