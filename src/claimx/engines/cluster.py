"""A Dask cluster: one whose scheduler's address is given, or one of processes of this machine, made for the run.

Documents go to the workers and packed results come back, a bounded number of batches under way. Dask gives the batches
of a worker that dies to another one. Workers need the same claimx, model and rules; one that has others refuses.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Self

from claimx.engines.batches import Batch, Engine, Found, Item, batches, extract_batch, finished, name_of
from claimx.engines.interrupts import interrupts_held_back
from claimx.engines.parts import Parts, pack, unpack
from claimx.errors import EngineError
from claimx.extras import extra
from claimx.model import Generator, Problem
from claimx.settings import Options
from claimx.settings import generator as generator_of

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

_AHEAD = 3
"""Batches under way for each thread of the workers."""

_PATIENCE = 30
"""Seconds to reach the scheduler, and as many for its first worker to come."""

_LOCAL = {
    # Dask has the allocator return freed memory at once, which costs a fifth of the speed with so many small objects
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 256 * 1024 * 1024
}

_KILLED = "every process that analysed it was killed; is there enough memory?"

_ONE_AT_A_TIME = threading.Lock()
"""A pipeline is for one thread; a worker with several has its others wait."""


def cluster(scheduler: str | None, jobs: int, parts: Parts | None = None) -> Engine:
    """The engine on the cluster of that scheduler (such as `tcp://HOST:PORT`), or on one that is made here with so many
    processes. What `parts` has is not worked out again. A document that costs several workers their life becomes a
    `Problem`.

    It raises InputError where Dask is not installed, and EngineError where the cluster cannot be reached or differs.
    """
    return partial(_mapped, scheduler, jobs, parts or Parts())


def _mapped(scheduler: str | None, jobs: int, parts: Parts, items: Iterable[Item], options: Options) -> Iterator[Found]:
    generator = generator_of(options)
    rest = batches(items)
    waiting: deque[Callable[[], list[Found]]] = deque()

    def begun(batch: Batch) -> Callable[[], list[Found]]:
        if (known := finished(batch)) is not None:
            return lambda: known
        key = parts.key(options, generator, batch)
        if (packed := parts.get(key)) is not None:
            return partial(unpack, packed)
        return partial(ended, batch, key, workers.submit(batch))

    def ended(batch: Batch, key: str, future: Future) -> list[Found]:
        packed = workers.result(batch, future)
        parts.put(key, packed)
        return unpack(packed)

    with _Workers(scheduler, jobs, options, generator) as workers:
        while True:
            waiting.extend(map(begun, islice(rest, workers.threads * _AHEAD - len(waiting))))
            if not waiting:
                return
            yield from waiting.popleft()()


class _Workers:
    """The cluster, which is sought, or made, when it first gets work. One that was made ends with the block, with all
    its processes."""

    def __init__(self, scheduler: str | None, jobs: int, options: Options, generator: Generator) -> None:
        self._scheduler = scheduler
        self._jobs = jobs
        self._work = (options, generator)
        self._client: Client | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def threads(self) -> int:
        """Of all workers that are there now; at least one, for those that may be on their way."""
        return max(1, sum(self._client.nthreads().values())) if self._client else self._jobs

    def submit(self, batch: Batch) -> Future:
        """Has a worker extract the batch."""
        if self._client is None:
            self._client = self._open.enter_context(self._connection())
        return self._client.submit(_extract, *self._work, batch, pure=False)

    def result(self, batch: Batch, future: Future) -> bytes:
        """What the batch yields, packed, once it is known."""
        from distributed import KilledWorker

        try:
            return self._waited_for(future)
        except KilledWorker:
            pass
        found: list[Found] = []
        for item in batch:  # alone, so that it is known which document the workers die of
            try:
                found += unpack(self._waited_for(self.submit((item,))))
            except KilledWorker:
                found.append(Problem(name_of(item), _KILLED))
        return pack(found)

    def _waited_for(self, future: Future) -> bytes:
        """The packed result. Raises EngineError where all workers are gone and none comes."""
        while True:
            try:
                packed: bytes = future.result(timeout=_PATIENCE)
            except TimeoutError:
                if not self._client or not self._client.nthreads():
                    raise EngineError(
                        f"all workers of the cluster are gone, for {_PATIENCE} seconds and more"
                    ) from None
            else:
                return packed

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
            client.run(exec, f"import {__name__}")  # a task that a worker cannot unpickle would end the worker
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


def _extract(options: Options, generator: Generator, batch: Batch) -> bytes:
    """Runs on a worker: what the batch yields, packed."""
    with _ONE_AT_A_TIME:
        if (here := _generator(options)) != generator:
            raise EngineError(f"a worker of the cluster has {_named(here)}; it needs {_named(generator)}")
        return pack(extract_batch(options, batch))


@cache
def _generator(options: Options) -> Generator:
    """The worker's own; its files do not change under a run."""
    return generator_of(options)


def _named(generator: Generator) -> str:
    return f"{generator.name} {generator.version} with {generator.model} and rules {generator.rules[:15]}"
