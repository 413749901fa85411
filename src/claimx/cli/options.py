"""Options that several commands share."""

import math
from pathlib import Path
from typing import Annotated, Literal

import typer

Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Add rules to the built-in ones, or replace them by id; repeatable."),
]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy package. Default: the best one.")
]
Clean = Annotated[
    bool,
    typer.Option(
        "--clean/--no-clean",
        help="Leave boilerplate out, but no figure where it is unsure; or take every line as content.",
    ),
]
Recurring = Annotated[
    bool,
    typer.Option(
        "--recurring/--no-recurring",
        help="Take for boilerplate what three or more pages of a site (a host, publisher or folder) share at head or "
        "foot, or clean each document by itself.",
    ),
]


def _a_number(value: float) -> float:
    if math.isnan(value):  # which is neither below nor above any bound
        raise typer.BadParameter("nan is no number.")
    return value


MaxSize = Annotated[
    float,
    typer.Option(
        "--max-size",
        metavar="MB",
        min=0.001,
        max=1_000,
        callback=_a_number,
        help="Refuse documents that are larger than this.",
    ),
]
Zones = Annotated[
    Literal["all", "main"],
    typer.Option("--zones", help="all: the article with its tables, captions and fact boxes; main: without these."),
]
Language = Annotated[
    Literal["en", "any"],
    typer.Option("--language", help="en: leave out documents that are not in English; any: read them all the same."),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that share the work. Default: as it is worth it."),
]
Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help="Remember results there, so that unchanged documents cost nothing. Default: CLAIMX_CACHE, or the user's "
        "folder for caches.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep what earlier runs found.")]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Default: the nearest claimx.toml or [tool.claimx] upwards."),
]
LockFile = Annotated[
    Path | None, typer.Option("--lock", metavar="FILE", help="Default: as configured, else claimx.lock.jsonl.")
]
