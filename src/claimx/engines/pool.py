"""The per-document part of the pipeline mapped over processes: in order, in bounded memory, though workers die."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Self

from claimx.engines.batches import Batch, Engine, Found, Item, finished, name_of, tapering
from claimx.engines.parts import unpack
from claimx.engines.processes import processes
from claimx.errors import EngineError
from claimx.model import Problem
from claimx.settings import Options

_AHEAD = 2
"""Batches given out or waiting, for each worker; they bound what is held in memory."""

_HOPELESS = 5
"""Workers in a row that die before they are ready: no other one will live."""

_KILLED = "the process that analysed it was killed twice; is there enough memory?"


def pool(jobs: int) -> Engine:
    """The engine with so many processes. A document whose worker dies is given to another, and becomes a `Problem` if
    that dies of it too."""
    return partial(_mapped, jobs)


def _mapped(jobs: int, items: Iterable[Item], options: Options) -> Iterator[Found]:
    rest = map(_Task, tapering(items, jobs))
    tasks: deque[_Task] = deque()
    with _Workers(options, jobs) as workers:
        while True:
            while len(tasks) < jobs * _AHEAD and (task := next(rest, None)) is not None:
                tasks.append(task)
                workers.give(task)
            if not tasks:
                return
            while not tasks[0].done:
                workers.wait()
            yield from tasks.popleft().found


class _Task:
    """A batch, what it has yielded so far, and whether its documents are given out one by one, so that it is known
    which of them a worker dies of."""

    def __init__(self, batch: Batch) -> None:
        self.found: list[Found] = finished(batch) or []
        self._rest = batch[len(self.found) :]
        self._one_by_one = False

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._rest

    @property
    def next(self) -> Batch:
        """What is to be worked on next."""
        return self._rest[:1] if self._one_by_one else self._rest

    def yielded(self, found: list[Found]) -> None:
        """What is next has yielded this."""
        self.found += found
        self._rest = self._rest[len(found) :]

    def killed(self) -> None:
        """A worker has died of what is next."""
        if self._one_by_one:
            self.yielded([Problem(name_of(self._rest[0]), _KILLED)])
        self._one_by_one = True


class _Workers:
    """So many workers, each at one task at a time. They are started when there is something for them to do, and none is
    left at the end of the block. Nothing is shared between them that one could hold when it dies."""

    def __init__(self, options: Options, jobs: int) -> None:
        self._jobs = jobs
        self._processes = processes(options)
        self._starting: set[Connection] = set()
        self._idle: list[Connection] = []
        self._busy: dict[Connection, _Task] = {}
        self._waiting: deque[_Task] = deque()
        self._failed = 0
        """Workers that have died since the last one was ready, before they were so themselves."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for connection in (*self._starting, *self._idle, *self._busy):
            connection.close()
        self._processes.close()

    def give(self, task: _Task) -> None:
        """Has a worker do the task as soon as one is free."""
        if not task.done:
            self._waiting.append(task)
            self._begin()

    def wait(self) -> None:
        """Waits until some worker has something to say. Raises what it raised, and EngineError where none can be
        started."""
        for ready in wait([*self._starting, *self._busy]):
            if isinstance(ready, Connection):
                self._hear(ready)
        self._begin()

    def _hear(self, connection: Connection) -> None:
        task = self._busy.pop(connection, None)
        self._starting.discard(connection)
        try:
            said = connection.recv()
        except (EOFError, OSError):
            connection.close()
            self._bury(task)
            return
        self._idle.append(connection)
        if isinstance(said, Exception):
            raise said
        if task is None:
            self._failed = 0
            return
        self._begin()  # what it does next does not wait for what it has done to be read
        task.yielded(unpack(said))
        if not task.done:
            self._waiting.appendleft(task)

    def _bury(self, task: _Task | None) -> None:
        """Sees to the task of a worker that has died; one that was not ready yet had none."""
        if task is None:
            self._failed += 1
            if self._failed == _HOPELESS:
                raise EngineError("the processes that analyse documents die when they start; is there enough memory?")
            return
        task.killed()
        if not task.done:
            self._waiting.appendleft(task)

    def _begin(self) -> None:
        """Gives out what waits, and starts workers for what is left."""
        while self._waiting and self._idle:
            connection, task = self._idle.pop(), self._waiting.popleft()
            self._busy[connection] = task
            with suppress(OSError):  # where it has died, whoever waits for its answer is told
                connection.send(task.next)
        while len(self._starting) < min(len(self._waiting), self._jobs - len(self._busy)):
            self._starting.add(self._processes.start())
