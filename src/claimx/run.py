"""A whole run: every document through the pipeline, then all of them resolved."""

from collections.abc import Callable, Iterable, Iterator

from claimx.engines import Engine, Item, pipeline_for, serial
from claimx.model import Extract, Problem, Report
from claimx.pipeline import Options
from claimx.resolve import resolve


def run(
    items: Iterable[Item],
    options: Options,
    on_problem: Callable[[Problem], None] = lambda problem: None,
    engine: Engine = serial,
) -> Report:
    """The report over all items, which are taken a few at a time. What could not be read is among its problems, and
    told to `on_problem` when its turn comes; the rest is complete. The report does not depend on the engine."""
    generator = pipeline_for(options).generator  # a model that is not there is told before the long work
    problems: list[Problem] = []

    def extracts() -> Iterator[Extract]:
        for found in engine(items, options):
            if isinstance(found, Problem):
                problems.append(found)
                on_problem(found)
            else:
                yield found

    return resolve(tuple(extracts()), problems, generator)
