"""Where the work is done: the options, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimx.errors import InputError

if TYPE_CHECKING:
    from claimx.engines import Engine
    from claimx.resolve import Share

EngineName = Annotated[
    Literal["local", "dask"],
    typer.Option("--engine", help="local: processes of this machine; dask: a Dask cluster (claimx[cluster])."),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Of a running Dask cluster; without it, one is made here."),
]
PartsFolder = Annotated[
    Path | None,
    typer.Option("--parts", metavar="DIR", help="With dask: keep results there, to resume a run that was killed."),
]


@dataclass(frozen=True, slots=True)
class Engines:
    """What the user chose. Raises InputError where that does not go together."""

    name: EngineName
    jobs: int | None
    scheduler: str | None
    parts: Path | None

    def __post_init__(self) -> None:
        if self.name == "local" and (self.scheduler or self.parts):
            raise InputError("--scheduler and --parts are for --engine dask")
        if self.scheduler and self.jobs:
            raise InputError("--jobs is for processes of this machine; a running cluster has its own workers")

    @contextmanager
    def ready(self, size: int | None) -> Iterator[tuple[Engine, Share | None]]:
        """What extracts from so many bytes of input (None: unknown), and what claims are compared by; it ends with the
        block."""
        from claimx.engines import cores, engine_for, jobs_for

        if self.name == "local":
            yield engine_for(self.jobs or jobs_for(size)), None
            return
        from claimx.engines.cluster import Cluster
        from claimx.engines.parts import PartFiles

        parts = PartFiles(self.parts) if self.parts else None
        with Cluster(self.scheduler, self.jobs or cores(), parts) as cluster:
            yield cluster.extract, cluster.share
