"""The per-document part of the pipeline mapped over processes: in order, in bounded memory, though workers die."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Self

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
    if size is None or size < _WORTH_SHARING:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(inputs: Iterable[_Item], options: Options, jobs: int) -> Iterator[_Found]:
    """What each input yields, in the order of the inputs. A document whose worker dies is given to another, and becomes
    a `Problem` if that dies of it too."""
    waiting: deque[tuple[_Batch, Future[list[_Found]]]] = deque()
    batches = _batches(inputs)
    with _Pool(options, jobs) as pool:
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
    """A process pool that can be started anew. No process of it is left at the end of its block; where that is not
    reached, they are stopped in the middle of their work."""

    def __init__(self, options: Options, jobs: int) -> None:
        self._options = options
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            for child in multiprocessing.active_children():
                child.terminate()
        self.restart()

    def submit(self, batch: _Batch) -> Future[list[_Found]]:
        """Has a worker extract the batch; one that holds nothing to extract needs none."""
        if all(isinstance(item, Problem) for item in batch):
            done: Future[list[_Found]] = Future()
            done.set_result([item for item in batch if isinstance(item, Problem)])
            return done
        for _ in range(2):
            if self._executor is None:
                context = multiprocessing.get_context("spawn")
                self._executor = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_ignore_interrupts)
            try:
                with _interrupts_held_back():
                    return self._executor.submit(_extract, self._options, batch)
            except BrokenProcessPool:
                self.restart()
        raise BrokenProcessPool("workers die as soon as they start")

    def restart(self) -> None:
        """Ends the workers, once what they work at is done; the next batch gets new ones."""
        if self._executor is not None:
            executor, self._executor = self._executor, None
            executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Has Ctrl-C wait until the block is done, where the system can do that. Processes that are started in it never see
    one, not even before they can say that they ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
