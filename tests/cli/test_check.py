"""`claimx check`: the lock file, the configuration, and exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimx.cli.checking import survey as survey_module
from tests.cli.conftest import Claimx

PIER = """\
Repairs of the pier

The repairs will cost £4.2m, Ruth Okafor said on Monday.

"The new deck weighs 310 tonnes," she added.
"""
QUAY = "The quay took 48 ships in May, the harbour master Ben Sole said.\n"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of sources in the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "pier.txt").write_text(PIER, encoding="utf-8")
    (folder / "quay.txt").write_text(QUAY, encoding="utf-8")
    return folder


@pytest.fixture
def accepted(sources: Path, claimx: Claimx) -> Path:
    """The folder, its claims accepted."""
    assert claimx("check", "sources", "--accept").code == 0
    return sources


@pytest.fixture
def site(sources: Path) -> Path:
    """Three pages of a site in the sources' place, with the same head."""
    head = "Harbour Gazette\nGossip corner\nRead by 40,000 people in the county\nTides\nBerths\nLetters"
    for file in sources.iterdir():
        file.unlink()
    for number in (1, 2, 3):
        text = (
            f"{head}\n\nThe harbour took in {number}40 boats in May, more than in any month since the pier was built.\n"
        )
        (sources / f"{number}.txt").write_text(text, encoding="utf-8")
    return sources


def surfaces(lines: str) -> list[str]:
    """What the claims of a lock file, or of claims as JSON Lines, say."""
    return sorted(json.loads(line)["surface"] for line in lines.splitlines() if '"surface"' in line)


def test_what_a_site_repeats_is_left_out_as_extract_leaves_it_out(site: Path, claimx: Claimx) -> None:
    assert claimx("check", "sources", "--accept").code == 0
    locked = surfaces(Path("claimx.lock.jsonl").read_text(encoding="utf-8"))
    assert locked == ["140 boats", "240 boats", "340 boats"]
    assert locked == surfaces(claimx("extract", site, "--format", "jsonl").out)


def test_one_page_of_a_site_is_checked_as_all_are(site: Path, claimx: Claimx) -> None:
    assert claimx("check", "sources", "--accept").code == 0
    assert claimx("check", "sources/2.txt").code == 0


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def found(claimx: Claimx, *arguments: str) -> list[tuple[str, str]]:
    """The checks that a run's findings are of, with their places."""
    data = json.loads(claimx("check", "--format", "json", *arguments).out)
    places = ((one["place"]["path"], one["place"]["line"]) for one in data["findings"] if one["suppressed"] is None)
    return [
        (one["check"], f"{path}:{line}" if line else path)
        for one, (path, line) in zip(data["findings"], places, strict=True)
    ]


def test_without_a_lock_file_it_says_how_to_make_one(sources: Path, claimx: Claimx) -> None:
    result = claimx("check", "sources")
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert result.err.startswith("claimx: error: claimx.lock.jsonl: there is no lock file; claimx init")


def test_checks_that_compare_with_nothing_need_no_lock_file(sources: Path, claimx: Claimx) -> None:
    assert claimx("check", "sources", "--select", "vague-figure,no-claims").code == 0
    assert not Path("claimx.lock.jsonl").exists()


def test_what_is_accepted_is_clean(accepted: Path, claimx: Claimx) -> None:
    result = claimx("check", "sources")
    assert (result.code, result.out, result.err) == (0, "", "no findings in 2 files\n")


def test_accepting_again_changes_nothing(accepted: Path, claimx: Claimx) -> None:
    before = Path("claimx.lock.jsonl").read_bytes()
    assert claimx("check", "sources", "--accept").lines[0] == (
        "claimx.lock.jsonl: 0 new, 0 changed, 0 gone; 3 claims in all"
    )
    assert Path("claimx.lock.jsonl").read_bytes() == before


def test_new_changed_and_gone(accepted: Path, claimx: Claimx) -> None:
    edit(accepted / "pier.txt", "£4.2m", "£5.2m")
    edit(accepted / "pier.txt", '"The new deck weighs 310 tonnes," she added.', "")
    (accepted / "slip.txt").write_text("The slip is used by 90 boats a week, Ben Sole said.\n", encoding="utf-8")
    result = claimx("check", "sources")
    assert result.code == 1
    gone, changed, new = result.out.splitlines()
    assert gone.startswith("sources/pier.txt: error: gone: '310 tonnes'")
    assert changed.startswith("sources/pier.txt:3:23: error: changed claim '£5.2m'")
    assert ": figure £4.2m → £5.2m [changed-claim " in changed
    assert new.startswith("sources/slip.txt:1:21: error: new claim '90 boats a week'")
    assert claimx("check", "sources", "--exit-zero").code == 0
    assert claimx("check", "sources", "--accept").code == 0
    assert claimx("check", "sources").code == 0


def test_only_the_given_paths_are_compared(accepted: Path, claimx: Claimx) -> None:
    (accepted / "quay.txt").unlink()
    edit(accepted / "pier.txt", "£4.2m", "£5.2m")
    assert [name for name, _ in found(claimx, "sources/pier.txt")] == ["changed-claim"]
    claimx("check", "sources/pier.txt", "--accept")
    assert '"document":"sources/quay.txt"' in Path("claimx.lock.jsonl").read_text(encoding="utf-8")
    assert found(claimx, "sources") == [("vanished-claim", "sources/quay.txt")]


def test_a_deleted_file_that_is_named_is_gone_and_no_error(accepted: Path, claimx: Claimx) -> None:
    (accepted / "quay.txt").unlink()
    assert found(claimx, "sources/quay.txt") == [("vanished-claim", "sources/quay.txt")]
    assert claimx("check", "sources/quay.txt", "--accept").code == 0
    assert claimx("check", "sources").code == 0


def test_a_path_that_leads_to_nothing_is_an_error(accepted: Path, claimx: Claimx) -> None:
    result = claimx("check", "sources/pier.txt", "sources/none.txt")
    assert (result.code, result.lines[0]) == (
        2,
        "claimx: error: sources/none.txt: cannot be read: no such file or directory",
    )


def test_an_unread_document_has_not_lost_its_claims(accepted: Path, claimx: Claimx) -> None:
    (accepted / "quay.txt").write_bytes(b"\x00\x01\x02" * 400)
    assert found(claimx, "sources") == [("unread-document", "sources/quay.txt")]
    held = Path("claimx.lock.jsonl").read_bytes()
    claimx("check", "sources", "--accept")
    assert Path("claimx.lock.jsonl").read_bytes() == held


def test_a_broken_line_of_json_lines_is_named(accepted: Path, claimx: Claimx) -> None:
    (accepted / "corpus.jsonl").write_text('{"id": "a", "text": "No figure."}\nbroken\n', encoding="utf-8")
    assert found(claimx, "sources", "--ignore", "no-claims") == [("unread-document", "sources/corpus.jsonl:2")]


def test_a_file_that_the_folder_leaves_out_has_not_vanished(accepted: Path, claimx: Claimx) -> None:
    (accepted / "notes.odd").write_text(QUAY.replace("48", "50"), encoding="utf-8")
    claimx("check", "sources/notes.odd", "--accept")
    assert claimx("check", "sources").code == 0


def test_ids_are_relative_to_the_lock_file(accepted: Path, claimx: Claimx, monkeypatch: pytest.MonkeyPatch) -> None:
    (accepted.parent / "claimx.toml").write_text('paths = ["sources"]', encoding="utf-8")
    monkeypatch.chdir(accepted)
    assert claimx("check").code == 0
    edit(accepted / "quay.txt", "48", "49")
    assert found(claimx) == [("changed-claim", "quay.txt:1")]
    assert found(claimx, accepted / "quay.txt") == [("changed-claim", "quay.txt:1")]  # type: ignore[arg-type]


def test_patterns_go_by_the_configuration_wherever_the_lock_file_is(
    sources: Path, claimx: Claimx, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'paths = ["sources"]\nlock = "checks/claims.lock.jsonl"\nexclude = ["sources/quay.txt"]\n'
    Path("claimx.toml").write_text(text, encoding="utf-8")
    Path("checks").mkdir()
    assert claimx("check", "--accept").code == 0
    lock = Path("checks/claims.lock.jsonl").read_text(encoding="utf-8")
    assert lock.count('"document":"../sources/pier.txt"') == lock.count('"document":') == 2
    monkeypatch.chdir("checks")
    assert claimx("check", "..").lines == ["no findings in 1 file"]
    (sources / "pier.txt").unlink()
    assert found(claimx, "../sources") == [("vanished-claim", "../sources/pier.txt")] * 2


def test_documents_of_one_file(accepted: Path, claimx: Claimx) -> None:
    corpus = accepted / "corpus.jsonl"
    rows = [{"id": "a", "text": QUAY}, {"id": "b", "text": PIER}]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    claimx("check", "sources", "--accept")
    corpus.write_text(json.dumps({"id": "a", "text": QUAY.replace("48", "49")}) + "\n", encoding="utf-8")
    result = claimx("check", "sources/corpus.jsonl")
    assert [line.partition(" ")[0] for line in result.out.splitlines()] == [
        "sources/corpus.jsonl#a:",
        "sources/corpus.jsonl#b:",
        "sources/corpus.jsonl#b:",
    ]


def test_the_configuration_counts(accepted: Path, claimx: Claimx) -> None:
    (accepted / "letter.txt").write_text("Thousands of people wrote to the trust.\n", encoding="utf-8")
    (accepted / "old.txt").write_text(QUAY, encoding="utf-8")
    Path("claimx.toml").write_text(
        'paths = ["sources"]\nexclude = ["*/old.txt"]\nfail-on = "warning"\n[checks]\nvague-figure = "warning"\n'
        '[per-path-ignores]\n"sources/letter.txt" = ["new-claim"]\n',
        encoding="utf-8",
    )
    assert [name for name, _ in found(claimx)] == ["vague-figure", "unattributed-figure"]
    assert claimx("check").code == 1
    assert claimx("check", "--fail-on", "error").code == 0
    assert claimx("check", "--ignore", "vague-figure").code == 0


def test_broken_configurations_are_errors(sources: Path, claimx: Claimx) -> None:
    Path("claimx.toml").write_text("path = []", encoding="utf-8")
    assert claimx("check").code == 2
    result = claimx("check", "--config", "other.toml")
    assert (result.code, result.err) == (
        2,
        "claimx: error: other.toml: cannot be read: no such file or directory\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing to check; name files or folders, or set paths in the configuration (claimx init)"),
        (["-"], "checks need files, since the lock file goes by their paths; give files or folders"),
        (["sources", "--select", "vague"], "--select: there is no check vague; did you mean vague-figure?"),
        (["sources", "--format", "xml"], "no output format xml; there are github, gitlab, json, junit, sarif, text"),
        (["sources", "--suppress", "ab"], "--suppress and --reason go together: what may pass, and why"),
        (["sources", "--suppress", "xyz", "--reason", "so"], "xyz: no finding of these sources has these digits;"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: list[str], message: str, accepted: Path, claimx: Claimx) -> None:
    result = claimx("check", *arguments)
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert message in result.err


def test_a_finding_may_pass_for_a_reason(accepted: Path, claimx: Claimx) -> None:
    edit(accepted / "pier.txt", "310 tonnes", "dozens of tonnes")
    claimx("check", "sources", "--accept")
    [line] = claimx("check", "sources", "--fail-on", "note").out.splitlines()
    digits = line.rstrip("]").rpartition(" ")[2]
    result = claimx("check", "sources", "--fail-on", "note", "--suppress", digits, "--reason", "nobody counted")
    assert (result.code, result.lines[-1]) == (0, "no findings in 2 files; 1 suppressed")
    edit(accepted / "pier.txt", "Repairs of the pier\n", "Repairs of the old pier\n\nBy our reporter\n")
    assert claimx("check", "sources", "--fail-on", "note").code == 0
    [run] = json.loads(claimx("check", "sources", "--format", "sarif").out)["runs"]
    [suppression] = run["results"][0]["suppressions"]
    assert suppression["justification"] == "nobody counted"


def test_suppressions_that_let_nothing_pass_are_named(accepted: Path, claimx: Claimx) -> None:
    Path("claimx.toml").write_text('paths = ["sources"]', encoding="utf-8")
    line = '{"suppress":"0123456789abcdef","check":"vague-figure","document":"sources/pier.txt","reason":"a quiz"}\n'
    with Path("claimx.lock.jsonl").open("a", encoding="utf-8") as file:
        file.write(line)
    result = claimx("check")
    assert (result.code, len(result.lines)) == (0, 2)
    assert result.lines[0].endswith("delete their lines: 0123456789abcdef (vague-figure, sources/pier.txt)")
    assert claimx("check", "sources/pier.txt").lines == ["no findings in 1 file"]


def test_the_order_of_paths_makes_no_difference(accepted: Path, claimx: Claimx) -> None:
    for name, number in (("one.txt", "48"), ("two.txt", "52")):
        text = f"The harbour took {number} ships in May 2021, the harbour master Ben Sole said.\n"
        (accepted / name).write_text(text, encoding="utf-8")
    there, back = (
        claimx("check", *(accepted / name for name in names), "--format", "json").out
        for names in (("one.txt", "two.txt"), ("two.txt", "one.txt"))
    )
    assert there == back


def test_the_result_goes_into_a_file(accepted: Path, claimx: Claimx) -> None:
    result = claimx("check", "sources", "--format", "junit", "-o", "report.xml")
    assert (result.code, result.out) == (0, "")
    assert Path("report.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_the_checks_are_listed(sources: Path, claimx: Claimx) -> None:
    Path("claimx.toml").write_text('[checks]\nvague-figure = "off"\n', encoding="utf-8")
    rows = dict(line.split("\t")[:2] for line in claimx("check", "--list").out.splitlines())
    assert (rows["vague-figure"], rows["new-claim"], rows["unreviewed-claim"]) == ("off", "error", "off")


def test_a_broken_lock_file_is_an_error(accepted: Path, claimx: Claimx) -> None:
    with Path("claimx.lock.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")
    result = claimx("check", "sources")
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert "claimx.lock.jsonl:5: not a line of a lock file" in result.err


def test_extract_passes_the_lock_file_over(accepted: Path, claimx: Claimx) -> None:
    result = claimx("extract", ".", "--format", "jsonl")
    assert (result.code, len(result.out.splitlines())) == (0, 3)
    assert "1 claimx's lock file" in result.err


def test_an_altered_quotation_stands_at_its_words(accepted: Path, claimx: Claimx) -> None:
    said = '"We have mended every plank of the pier and shall mend the {} before the winter comes," Ruth Okafor said.\n'
    for name, word in (("one.txt", "quay"), ("two.txt", "slip")):
        (accepted / name).write_text(f"The old pier\n\n{said.format(word)}", encoding="utf-8")
    result = claimx("check", "sources", "--select", "quotation-altered", "--fail-on", "warning")
    assert (result.code, result.out.count("\n")) == (1, 1)
    assert result.out.startswith("sources/one.txt:3:1: warning: ")


@pytest.mark.parametrize("name", ["claimx.lock.jsonl", "claimx.toml", "sources/quay.txt"])
def test_findings_overwrite_nothing_that_is_needed(accepted: Path, claimx: Claimx, name: str) -> None:
    Path("claimx.toml").write_text('paths = ["sources"]\n', encoding="utf-8")
    before = Path(name).read_bytes()
    result = claimx("check", "-o", name)
    assert (result.code, result.lines[-1].partition(": is ")[0]) == (2, f"claimx: error: {name}")
    assert Path(name).read_bytes() == before


def test_what_others_accept_meanwhile_is_not_lost(
    sources: Path, claimx: Claimx, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert claimx("check", "sources/pier.txt", "--accept").code == 0
    survey = survey_module.survey

    def slow(*arguments: Any, **options: Any) -> survey_module.Survey:
        monkeypatch.setattr(survey_module, "survey", survey)
        assert claimx("check", "sources/quay.txt", "--accept").code == 0
        return survey(*arguments, **options)

    monkeypatch.setattr(survey_module, "survey", slow)
    edit(sources / "pier.txt", "£4.2m", "£5.2m")
    result = claimx("check", "sources/pier.txt", "--accept")
    assert result.code == 2
    assert "was changed meanwhile" in result.err
    lock = Path("claimx.lock.jsonl").read_text(encoding="utf-8")
    assert "48" in lock
    assert "£4.2m" in lock


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.SARIF", '{\n  "$schema"'), ("a.json", '{\n  "schema_version"'), ("a.xml", "<?xml"), ("a.txt", "")],
)
def test_a_files_suffix_says_its_format(accepted: Path, claimx: Claimx, name: str, start: str) -> None:
    assert claimx("check", "sources", "-o", name).code == 0
    text = Path(name).read_text(encoding="utf-8")
    assert text.startswith(start)
    assert bool(text) == bool(start)
