"""A whole run: every document through the pipeline, then all of them resolved."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from claimx.engines import Engine, Found, Item, serial
from claimx.model import ConflictKind, Document, Extract, LeftOut, Problem, Report
from claimx.resolve import ALL_KINDS, Share, resolve, wording
from claimx.settings import Options, generator

if TYPE_CHECKING:
    from claimx.cache.cache import Cache


def run(
    items: Iterable[Item],
    options: Options,
    on_problem: Callable[[Problem], None] = lambda problem: None,
    engine: Engine = serial,
    cache: Cache | None = None,
    conflicts: frozenset[ConflictKind] = ALL_KINDS,
    share: Share | None = None,
) -> Report:
    """The report over all items, which are taken a few at a time. What could not be read is among its problems, and
    told to `on_problem` when its turn comes; the rest is complete. The report depends neither on the engine nor on the
    cache, which spares the engine the documents that it knows and learns the others. `conflicts`: the kinds of conflict
    that are looked for; `share`: has claims of different documents compared elsewhere."""
    made_by = generator(options)  # a model that is not there is told before the long work
    problems: list[Problem] = []

    def extracts() -> Iterator[Extract]:
        for found in extracted(items, options, engine, cache):
            if isinstance(found, Problem):
                problems.append(found)
                on_problem(found)
            else:
                yield found

    return resolve(extracts(), problems, made_by, wording(options.rules), conflicts, share)


def extracted(
    items: Iterable[Item], options: Options, engine: Engine = serial, cache: Cache | None = None
) -> Iterator[Found]:
    """What each item yields by itself, in the order of the items, before documents are brought together."""
    return engine(items, options) if cache is None else _through(cache, items, options, engine)


def _through(cache: Cache, items: Iterable[Item], options: Options, engine: Engine) -> Iterator[Found]:
    """What each item yields, from the cache where it is known there."""
    missed: deque[str | None] = deque()

    def looked_up() -> Iterator[Item]:
        for item in items:
            key = cache.key(item) if isinstance(item, Document) else None
            known = cache.get(key) if key else None
            missed.append(None if known else key)
            yield known or item

    for found in engine(looked_up(), options):
        key = missed.popleft()
        if key and isinstance(found, Extract | LeftOut):
            cache.put(key, found)
        yield found
