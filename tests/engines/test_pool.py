"""Work shared by several processes gives what one process gives, whatever happens to them."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from claimx.engines import engine_for, jobs_for
from claimx.model import Document, Extract, Problem
from claimx.pipeline import Pipeline
from claimx.settings import Options

Make = Callable[[str], Document]


@pytest.fixture(scope="module")
def documents(document: Make) -> list[Document]:
    """Five batches."""
    return [document(f"The council spent £{number}m on roads, officials said.") for number in range(1, 41)]


def extracts(documents: list[Document], pipeline: Pipeline) -> list[Extract]:
    return [pipeline.extract(document) for document in documents]


def test_order_and_results_are_those_of_one_process(documents: list[Document], pipeline: Pipeline) -> None:
    problem = Problem("broken.txt", "not a text")
    found = list(engine_for(2)([problem, *documents[:20]], Options()))
    assert found == [problem, *extracts(documents[:20], pipeline)]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_a_killed_worker_costs_nothing(documents: list[Document], pipeline: Pipeline) -> None:
    results = engine_for(2)(documents, Options())
    found = [next(results)]
    os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
    found += results
    assert found == extracts(documents, pipeline)


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
