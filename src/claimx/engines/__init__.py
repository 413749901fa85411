"""What maps the per-document part of the pipeline over the documents of a run: this process, several, or a cluster."""

from claimx.engines.batches import Engine, Found, Item, pipeline_for
from claimx.engines.pool import jobs_for, pool
from claimx.engines.serial import serial

__all__ = ["Engine", "Found", "Item", "engine_for", "jobs_for", "pipeline_for", "pool", "serial"]


def engine_for(jobs: int) -> Engine:
    """The engine that shares the work among so many processes of this machine."""
    return serial if jobs == 1 else pool(jobs)
