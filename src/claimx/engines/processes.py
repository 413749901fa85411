"""The processes of a pool. Where processes can be forked, one is started that has everything loaded, and all others are
forked from it: they start at once, and share its memory. It runs no threads, and nothing but that is done in it.
Elsewhere each is started by itself."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Protocol

from claimx.engines.batches import extract_batch, pipeline_for
from claimx.engines.interrupts import interrupts_held_back
from claimx.engines.parts import pack
from claimx.errors import ClaimxError
from claimx.model import Document
from claimx.settings import Options

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_SPAWN = get_context("spawn")
_FORKS = sys.platform == "linux"
"""macOS has forking too, but not all of its libraries bear it."""

_PATIENCE = 10.0
"""Seconds that a process gets to end."""

_SAMPLE = "Prices rose by 5% to £3.20 in May, the council’s leader Ann Moss said. “It is too much,” she added."
"""Has all of the pipeline at work once, since much of it is loaded when it is first needed."""


class Processes(Protocol):
    """Where workers come from."""

    def start(self) -> Connection:
        """A new worker: it sends None when it is ready, then what each batch that it is sent yields, packed, or the
        error that came of it. Its connection ends with it, and it with its connection."""

    def close(self) -> None:
        """Ends all workers, also in the middle of their work."""


def processes(options: Options) -> Processes:
    """The kind that the platform has."""
    return Forked(options) if _FORKS else Spawned(options)


class Spawned:
    """Each worker loads everything for itself."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._running: list[SpawnProcess] = []

    def start(self) -> Connection:
        """A new worker."""
        ours, theirs = Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self._options), daemon=True)
        with interrupts_held_back():
            process.start()
        theirs.close()
        self._running.append(process)
        return ours

    def close(self) -> None:
        """Ends all workers."""
        for process in self._running:
            process.kill()
        for process in self._running:
            process.join(_PATIENCE)
        self._running.clear()


class Forked:
    """Workers are forked from a process that has loaded everything. If that one dies its workers go on, and the next
    is forked from another."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._stem: SpawnProcess | None = None
        self._control: Connection | None = None

    def start(self) -> Connection:
        """A new worker. Until everything is loaded it does not answer."""
        ours, theirs = Pipe()
        with theirs:
            if not self._forked(theirs):
                # It is dying, and may still count as alive: asked again and again, it would refuse all.
                self.close()
                self._forked(theirs)
        return ours

    def _forked(self, theirs: Connection) -> bool:
        """Has a worker forked that holds this; false where there is nobody any more to do it."""
        from multiprocessing.reduction import send_handle

        if self._stem is not None and not self._stem.is_alive():
            self.close()
        if self._stem is None or self._control is None:
            self._control, its = Pipe()
            self._stem = _SPAWN.Process(target=_stem, args=(its, self._options), daemon=True)
            with interrupts_held_back():
                self._stem.start()
            its.close()
        try:
            send_handle(self._control, theirs.fileno(), self._stem.pid)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Ends all workers: the process that they come from does that when nobody holds on to it."""
        if self._control is not None:
            self._control.close()
        if self._stem is not None:
            self._stem.join(_PATIENCE)
            self._stem.kill()
            self._stem.join()
        self._stem = self._control = None


def _stem(control: Connection, options: Options) -> None:
    """Loads everything, then forks a worker for each connection that comes."""
    from multiprocessing.reduction import recv_handle

    with suppress(ClaimxError):  # each worker meets and tells it again
        pipeline_for(options).extract(Document("", _SAMPLE, ""))
    gc.freeze()  # so that looking for cycles does not copy what is shared
    workers: list[int] = []
    try:
        while True:
            handle = recv_handle(control)
            worker = os.fork()
            if worker == 0:
                control.close()
                _serve(Connection(handle), options)
                os._exit(0)
            os.close(handle)
            workers = [worker, *(one for one in workers if os.waitpid(one, os.WNOHANG) == (0, 0))]
    except (EOFError, OSError):
        for worker in workers:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)


def _serve(connection: Connection, options: Options) -> None:
    """What a worker does as long as somebody holds its connection."""
    gc.set_threshold(50_000)  # as in a process of its own: see claimx.cli
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            batch = connection.recv()
            try:
                connection.send(pack(extract_batch(options, batch)))
            except ClaimxError as error:
                connection.send(error)
