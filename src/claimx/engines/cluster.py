"""A Dask cluster: one whose scheduler's address is given, or one of processes of this machine, made for the run.

Documents go to the workers and packed results come back, a bounded number of batches under way. Workers need the same
claimx, model and rules; one that has others refuses.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Self, TypeVar

from claimx.engines.batches import Batch, Found, Item, batches, extract_batch, finished, name_of
from claimx.engines.parts import Parts, pack, unpack
from claimx.engines.workers import KilledError, Workers
from claimx.errors import EngineError
from claimx.model import Generator, Problem
from claimx.settings import Options
from claimx.settings import generator as generator_of

if TYPE_CHECKING:
    from distributed import Future

_KILLED = "every process that analysed it was killed; is there enough memory?"

_ONE_AT_A_TIME = threading.Lock()
"""A pipeline is for one thread; a worker with several has its others wait."""

Given = TypeVar("Given")
Got = TypeVar("Got")


class Cluster:
    """The cluster of that scheduler (such as `tcp://HOST:PORT`), or one that is made here with so many processes, for
    the time of a `with` block. What `parts` has is not worked out again.

    It raises InputError where Dask is not installed, and EngineError where the cluster cannot be reached or differs.
    """

    def __init__(self, scheduler: str | None, jobs: int, parts: Parts | None = None) -> None:
        self._workers = Workers(scheduler, jobs)
        self._parts = parts or Parts()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.close()

    def extract(self, items: Iterable[Item], options: Options) -> Iterator[Found]:
        """What each item yields: an `Engine`. A document that costs several workers their life becomes a `Problem`."""
        generator = generator_of(options)

        def begun(batch: Batch) -> Callable[[], list[Found]]:
            if (known := finished(batch)) is not None:
                return lambda: known
            key = self._parts.key(options, generator, batch)
            if (packed := self._parts.get(key)) is not None:
                return partial(unpack, packed)
            return partial(ended, batch, key, self._workers.submit(_extract, options, generator, batch))

        def ended(batch: Batch, key: str, future: Future) -> list[Found]:
            try:
                packed = self._workers.result(future)
            except KilledError:
                packed = pack([found for item in batch for found in alone(item)])
            self._parts.put(key, packed)
            return unpack(packed)

        def alone(item: Item) -> list[Found]:
            """So that it is known which document of a batch the workers die of."""
            try:
                return unpack(self._workers.result(self._workers.submit(_extract, options, generator, (item,))))
            except KilledError:
                return [Problem(name_of(item), _KILLED)]

        for found in self._workers.ahead(begun, batches(items)):
            yield from found

    def share(self, function: Callable[[Given], Got], given: Iterable[Given]) -> Iterator[Got]:
        """The function's result for each of what is given, in their order. It must be importable on the workers; where
        they die of it, it is called here."""

        def begun(one: Given) -> Callable[[], Got]:
            return partial(ended, one, self._workers.submit(function, one))

        def ended(one: Given, future: Future) -> Got:
            try:
                got: Got = self._workers.result(future)
            except KilledError:
                return function(one)
            return got

        return self._workers.ahead(begun, given)


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
