"""The per-document part of the pipeline mapped over processes: in order, in bounded memory, though workers die."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from threading import Thread
from typing import Self

from claimx.engines.batches import Batch, Engine, Found, Item, batches, extract_batch, finished, name_of
from claimx.engines.interrupts import interrupts_held_back
from claimx.model import Problem
from claimx.settings import Options

_AHEAD = 3
"""Batches read ahead for each worker; they bound what is held in memory."""

_KILLED = "the process that analysed it was killed twice; is there enough memory?"


def pool(jobs: int) -> Engine:
    """The engine with so many processes. A document whose worker dies is given to another, and becomes a `Problem` if
    that dies of it too."""
    return partial(_mapped, jobs)


def _mapped(jobs: int, items: Iterable[Item], options: Options) -> Iterator[Found]:
    waiting: deque[tuple[Batch, Future[list[Found]]]] = deque()
    rest = batches(items)
    with _Pool(options, jobs) as workers:
        while True:
            for batch in islice(rest, jobs * _AHEAD - len(waiting)):
                waiting.append((batch, workers.submit(batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                found = _one_by_one(batch, workers)
                waiting = deque((other, workers.submit(other)) for other, _ in waiting)
            yield from found


def _one_by_one(batch: Batch, workers: "_Pool") -> list[Found]:
    """The batch again with nothing else under way, so that it is known which document a worker dies of."""
    found: list[Found] = []
    workers.restart()
    for item in batch:
        try:
            found += workers.submit((item,)).result()
        except BrokenProcessPool:
            found.append(Problem(name_of(item), _KILLED))
            workers.restart()
    return found


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

    def submit(self, batch: Batch) -> Future[list[Found]]:
        """Has a worker extract the batch; one that holds nothing to extract needs none."""
        if (known := finished(batch)) is not None:
            done: Future[list[Found]] = Future()
            done.set_result(known)
            return done
        for _ in range(2):
            if self._executor is None:
                context = multiprocessing.get_context("spawn")
                self._executor = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_settle)
            try:
                with interrupts_held_back():
                    return self._executor.submit(extract_batch, self._options, batch)
            except BrokenProcessPool:
                self.restart()
        raise BrokenProcessPool("workers die as soon as they start")

    def restart(self) -> None:
        """Ends the workers, once what they work at is done; the next batch gets new ones."""
        if self._executor is not None:
            executor, self._executor = self._executor, None
            executor.shutdown(wait=True, cancel_futures=True)


def _settle() -> None:
    """What a worker does first. Ctrl-C reaches every process of a terminal; the one that has the workers ends them. If
    that is killed itself, nobody else would."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
