"""The per-document part of the pipeline mapped over processes: in order, in bounded memory, though workers die."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice

from claimx.model import Document, Extract, Problem
from claimx.pipeline import Options, Pipeline, guarded

_Item = Document | Problem
_Found = Extract | Problem
_Batch = tuple[_Item, ...]

_BATCH = 8
"""Documents that travel together: fewer cost messages, more keep workers waiting for each other at the end."""

_AHEAD = 3
"""Batches read ahead for each worker; they bound what is held in memory."""

_WORTH_SHARING = 300_000
"""Bytes of input below which the start of a second process costs more than it saves."""


def jobs_for(size: int | None) -> int:
    """How many processes to take for so many bytes of input (None: unknown) where the user does not say."""
    if size is not None and size < _WORTH_SHARING:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(inputs: Iterable[_Item], options: Options, jobs: int) -> Iterator[_Found]:
    """What each input yields, in the order of the inputs. A document whose worker dies is given to another, and becomes
    a `Problem` if that dies of it too."""
    pool = _Pool(options, jobs)
    waiting: deque[tuple[_Batch, Future[list[_Found]]]] = deque()
    batches = _batches(inputs)
    try:
        while True:
            for batch in islice(batches, jobs * _AHEAD - len(waiting)):
                waiting.append((batch, pool.submit(batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                found = _one_by_one(batch, pool)
                waiting = deque((other, pool.submit(other)) for other, _ in waiting)
            yield from found
    finally:
        pool.stop()


def _batches(inputs: Iterable[_Item]) -> Iterator[_Batch]:
    source = iter(inputs)
    while batch := tuple(islice(source, _BATCH)):
        yield batch


def _one_by_one(batch: _Batch, pool: "_Pool") -> list[_Found]:
    """The batch again with nothing else under way, so that it is known which document a worker dies of."""
    found: list[_Found] = []
    pool.restart()
    for item in batch:
        try:
            found += pool.submit((item,)).result()
        except BrokenProcessPool:
            found.append(Problem(_name(item), "the process that analysed it was killed twice; is there enough memory?"))
            pool.restart()
    return found


def _name(item: _Item) -> str:
    return item.id if isinstance(item, Document) else item.document


class _Pool:
    """A process pool that can be started anew."""

    def __init__(self, options: Options, jobs: int) -> None:
        self._options = options
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, batch: _Batch) -> Future[list[_Found]]:
        """Has a worker extract the batch."""
        for _ in range(2):
            if self._executor is None:
                context = multiprocessing.get_context("spawn")
                self._executor = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_ignore_interrupts)
            try:
                return self._executor.submit(_extract, self._options, batch)
            except BrokenProcessPool:
                self.restart()
        raise BrokenProcessPool("workers die as soon as they start")

    def restart(self) -> None:
        """Ends the workers; the next batch gets new ones."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def stop(self) -> None:
        """Ends the workers at once, in the middle of their work if need be."""
        self.restart()
        for child in multiprocessing.active_children():
            child.terminate()


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; the one that has the workers ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _extract(options: Options, batch: Sequence[_Item]) -> list[_Found]:
    pipeline = _pipeline(options)
    return [item if isinstance(item, Problem) else guarded(pipeline, item) for item in batch]


@cache
def _pipeline(options: Options) -> Pipeline:
    """The worker's own pipeline, built when the first batch comes."""
    return Pipeline(options)
