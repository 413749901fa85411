"""The workers of a Dask cluster, with work that goes on though some of them die."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from claimx.engines.interrupts import interrupts_held_back
from claimx.errors import EngineError
from claimx.extras import extra

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

_AHEAD = 3
"""Tasks under way for each thread of the workers."""

_PATIENCE = 30
"""Seconds to reach the scheduler, and as many for its first worker to come."""

_LOCAL = {
    # Dask has the allocator return freed memory at once, which costs a fifth of the speed with so many small objects
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 256 * 1024 * 1024
}

Given = TypeVar("Given")
Got = TypeVar("Got")


class KilledError(Exception):
    """A task's workers died of it, one after the other."""


class Workers:
    """The cluster's workers. It is sought, or made, when it first gets work; one that was made ends with `close`, with
    all its processes. Dask gives the tasks of a worker that dies to another one."""

    def __init__(self, scheduler: str | None, jobs: int) -> None:
        self._scheduler = scheduler
        self._jobs = jobs
        self._client: Client | None = None
        self._open = ExitStack()

    def close(self) -> None:
        """Lets the cluster go."""
        self._client = None
        self._open.close()

    def submit(self, function: Callable[..., object], *arguments: object) -> Future:
        """Has a worker call the function."""
        if self._client is None:
            self._client = self._open.enter_context(self._connection())
        return self._client.submit(function, *arguments, pure=False)

    def result(self, future: Future) -> Any:
        """What the function gave, once it is known. Raises KilledError, and EngineError where all workers are gone and
        none comes."""
        from distributed import KilledWorker

        while True:
            try:
                return future.result(timeout=_PATIENCE)
            except KilledWorker as killed:
                raise KilledError from killed
            except TimeoutError:
                if not self._client or not self._client.nthreads():
                    raise EngineError(f"the cluster has had no workers for {_PATIENCE} seconds") from None

    def ahead(self, begun: Callable[[Given], Callable[[], Got]], given: Iterable[Given]) -> Iterator[Got]:
        """What each task ends with, in their order; `begun` begins one and says how to wait for its end. As many are
        under way as keep the workers busy."""
        rest = iter(given)
        waiting: deque[Callable[[], Got]] = deque()
        while True:
            waiting.extend(map(begun, islice(rest, self._threads() * _AHEAD - len(waiting))))
            if not waiting:
                return
            yield waiting.popleft()()

    def _threads(self) -> int:
        """Of all workers that are there now; at least one, for those that may be on their way."""
        return max(1, sum(self._client.nthreads().values())) if self._client else self._jobs

    def _connection(self) -> Client:
        with extra("cluster", "Clusters"):
            from distributed import Client
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told in our own words
        if self._scheduler is None:
            with interrupts_held_back():
                processes = self._open.enter_context(_processes(self._jobs))
            return Client(processes, set_as_default=False)
        try:
            client = Client(self._scheduler, timeout=_PATIENCE, set_as_default=False)
            client.wait_for_workers(1, timeout=_PATIENCE)
            # tried first, since a task that a worker cannot unpickle would end the worker
            client.run(exec, "import claimx.engines.cluster")
        except ModuleNotFoundError as missing:
            raise EngineError(f"a worker at {self._scheduler} lacks {missing.name}: install claimx there") from missing
        except (OSError, ValueError) as failure:  # a time-out is an OSError
            raise EngineError(f"no Dask cluster with workers at {self._scheduler}: {failure}") from failure
        return client


def _processes(jobs: int) -> LocalCluster:
    """A cluster of so many processes of this machine, one thread each."""
    import dask
    from distributed import LocalCluster

    with dask.config.set(_LOCAL):
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            memory_limit=0,
            dashboard_address="127.0.0.1:0",  # its default port may be taken
            silence_logs=logging.CRITICAL,
        )
