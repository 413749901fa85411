"""A cluster gives what one process gives, whatever happens to its workers and to the run."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.engines.cluster import Cluster
from claimx.engines.parts import PartFiles
from claimx.errors import EngineError
from claimx.model import Document, Extract, Problem
from claimx.pipeline import Pipeline
from claimx.settings import Options

Make = Callable[[str], Document]


@pytest.fixture(scope="module")
def documents(document: Make) -> list[Document]:
    """Three batches."""
    return [document(f"The council spent £{number}m on roads, officials said.") for number in range(1, 22)]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_a_killed_worker_costs_nothing_and_a_killed_run_goes_on(
    documents: list[Document], pipeline: Pipeline, tmp_path: Path
) -> None:
    expected: list[Extract | Problem] = [Problem("broken.txt", "not a text")]
    expected += [pipeline.extract(document) for document in documents]
    items = [expected[0], *documents]

    with Cluster(None, 1, PartFiles(tmp_path)) as cluster:
        assert next(cluster.extract(items, Options())) == expected[0]
    [first] = tmp_path.iterdir()
    before = first.stat()

    with Cluster(None, 1, PartFiles(tmp_path)) as cluster:
        run = cluster.extract(items, Options())
        found = [next(run) for _ in range(8)]
        os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
        assert [*found, *run] == expected
        assert list(cluster.share(abs, range(-9, 9))) == [abs(number) for number in range(-9, 9)]
    assert first.stat().st_mtime_ns == before.st_mtime_ns
    assert len(list(tmp_path.iterdir())) == 3
    assert not multiprocessing.active_children()

    with Cluster("nowhere", 1, PartFiles(tmp_path)) as cluster:
        assert list(cluster.extract(items, Options())) == expected


def test_address_that_is_none(documents: list[Document]) -> None:
    with (
        Cluster("nowhere", 1) as cluster,
        pytest.raises(EngineError, match="no Dask cluster with workers at nowhere"),
    ):
        list(cluster.extract(documents, Options()))


def test_what_needs_no_work_needs_no_cluster() -> None:
    problems = [Problem(f"{number}.txt", "not a text") for number in range(20)]
    with Cluster("nowhere", 1) as cluster:
        assert list(cluster.extract(problems, Options())) == problems
