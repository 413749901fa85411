"""Work shared by several processes gives what one process gives, whatever happens to them."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimx.engines import engine_for, jobs_for
from claimx.engines.processes import Forked
from claimx.errors import EngineError, ModelError
from claimx.model import Document, Extract, Problem
from claimx.pipeline import Pipeline
from claimx.settings import Options

Make = Callable[[str], Document]


@pytest.fixture(scope="module")
def documents(document: Make) -> list[Document]:
    """Five batches."""
    return [document(f"The council spent £{number}m on roads, officials said.") for number in range(1, 41)]


linux = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked, and told of, there")

DEADLY = """
import os, sys
if "spawn_main" in " ".join(sys.orig_argv):
    import claimx.pipeline
    guarded = claimx.pipeline.guarded
    claimx.pipeline.guarded = lambda pipeline, some: (
        os._exit(9) if any(one.text == "Die." for one in some) else guarded(pipeline, some)
    )
"""


def extracts(documents: list[Document], pipeline: Pipeline) -> list[Extract]:
    return [pipeline.extract(document) for document in documents]


def test_order_and_results_are_those_of_one_process(documents: list[Document], pipeline: Pipeline) -> None:
    problem = Problem("broken.txt", "not a text")
    found = list(engine_for(2)([problem, *documents[:20]], Options()))
    assert found == [problem, *extracts(documents[:20], pipeline)]


def forked() -> list[int]:
    """The workers, which are forked from the one child that this process has."""
    [stem] = multiprocessing.active_children()
    return [int(pid) for pid in Path(f"/proc/{stem.pid}/task/{stem.pid}/children").read_text().split()]


@linux
@pytest.mark.parametrize("which", ["one worker", "all workers", "what they come from", "everything"])
def test_a_killed_process_costs_nothing(documents: list[Document], pipeline: Pipeline, which: str) -> None:
    results = engine_for(2)(documents, Options())
    found = [next(results)]
    [stem] = multiprocessing.active_children()
    workers = forked()
    assert len(workers) == 2
    killed = {"one worker": workers[:1], "all workers": workers, "everything": [stem.pid or 0, *workers]}
    for pid in killed.get(which, [stem.pid or 0]):
        os.kill(pid, signal.SIGKILL)
    found += results
    assert found == extracts(documents, pipeline)


@linux
def test_a_worker_comes_though_what_it_would_come_from_is_dying(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has been killed closes its files some time before it stops counting as alive."""
    processes = Forked(Options())
    try:
        assert processes.start().recv() is None
        [stem] = multiprocessing.active_children()
        os.kill(stem.pid or 0, signal.SIGKILL)
        os.waitid(os.P_PID, stem.pid or 0, os.WEXITED | os.WNOWAIT)
        monkeypatch.setattr(stem, "is_alive", lambda: True)
        assert processes.start().recv() is None
    finally:
        processes.close()
    assert not multiprocessing.active_children()


@linux
def test_a_document_that_two_workers_die_of_is_told(
    documents: list[Document], pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Workers take the code from the path: there is one here in which a document ends its process."""
    (tmp_path / "sitecustomize.py").write_text(DEADLY)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), *sys.path)))
    given = [*documents[:5], replace(documents[5], text="Die."), *documents[6:9]]
    found = list(engine_for(2)(given, Options()))
    assert found[5] == Problem(given[5].id, "the process that analysed it was killed twice; is there enough memory?")
    del given[5], found[5]
    assert found == extracts(given, pipeline)


def test_where_nothing_can_be_forked_workers_start_by_themselves(
    documents: list[Document], pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimx.engines.processes._FORKS", False)
    results = engine_for(2)(documents[:9], Options())
    found = [next(results)]
    assert len(multiprocessing.active_children()) == 2
    found += results
    assert found == extracts(documents[:9], pipeline)
    assert not multiprocessing.active_children()


def test_workers_that_cannot_start_are_told_of(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\nif 'spawn_main' in ' '.join(sys.orig_argv): os._exit(9)"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), *sys.path)))
    with pytest.raises(EngineError, match="die when they start"):
        list(engine_for(2)(documents, Options()))


def test_what_a_worker_raises_is_raised(documents: list[Document]) -> None:
    with pytest.raises(ModelError, match="no_such_model is not installed"):
        list(engine_for(2)(documents[:9], Options(model="no_such_model")))
    assert not multiprocessing.active_children()


def test_no_worker_is_left_when_the_results_are_not_wanted_any_more(documents: list[Document]) -> None:
    results = engine_for(2)(documents, Options())
    next(results)
    assert multiprocessing.active_children()
    results.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_problems_need_no_worker() -> None:
    problems = [Problem(f"{number}.txt", "not a text") for number in range(100)]
    results = engine_for(2)(problems, Options())
    found = [next(results)]
    assert not multiprocessing.active_children()
    assert [*found, *results] == problems


@pytest.mark.parametrize("size", [10_000, None])
def test_small_inputs_and_those_of_unknown_size_are_not_shared(size: int | None) -> None:
    assert jobs_for(size) == 1


KILLED = """
import time
from claimx.engines import engine_for
from claimx.model import Document
from claimx.settings import Options
if __name__ == "__main__":
    results = engine_for(2)((Document(f"{n}.txt", "Nine boats came in.", "") for n in range(40)), Options())
    next(results)
    print("started", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_workers_end_when_their_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "started\n"
    parent.kill()
    out, _ = parent.communicate(timeout=30)  # workers hold the pipe open as long as they live
    assert out == ""
