"""What maps the per-document part of the pipeline over the documents of a run: this process, several, or a cluster."""

import os

from claimx.engines.batches import Engine, Found, Item, pipeline_for
from claimx.engines.serial import serial

__all__ = ["Engine", "Found", "Item", "cores", "engine_for", "jobs_for", "pipeline_for", "serial"]

_WORTH_SHARING = 300_000
"""Bytes of input below which the start of a second process costs more than it saves."""


def jobs_for(size: int | None) -> int:
    """How many processes to take for so many bytes of input (None: unknown) where the user does not say."""
    if size is None or size < _WORTH_SHARING:
        return 1
    return cores()


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def engine_for(jobs: int) -> Engine:
    """The engine that shares the work among so many processes of this machine."""
    if jobs == 1:
        return serial
    from claimx.engines.pool import pool

    return pool(jobs)
