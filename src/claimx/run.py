"""A whole run: every document through the pipeline, in this process or in several, then all of them resolved."""

from collections.abc import Callable, Iterable, Iterator

from claimx.model import Document, Extract, Problem, Report
from claimx.pipeline import Options, Pipeline, guarded
from claimx.resolve import resolve
from claimx.workers import extract_all


def run(
    inputs: Iterable[Document | Problem],
    options: Options,
    on_problem: Callable[[Problem], None] = lambda problem: None,
    jobs: int = 1,
) -> Report:
    """The report over all inputs, which are taken a few at a time. What could not be read is among its problems, and
    told to `on_problem` when its turn comes; the rest is complete. The report does not depend on the number of `jobs`,
    the processes that share the work."""
    pipeline = Pipeline(options)
    generator = pipeline.generator  # a model that is not there is told before the long work
    problems: list[Problem] = []

    def extracts() -> Iterator[Extract]:
        found = _here(inputs, pipeline) if jobs == 1 else extract_all(inputs, options, jobs)
        for item in found:
            if isinstance(item, Problem):
                problems.append(item)
                on_problem(item)
            else:
                yield item

    return resolve(tuple(extracts()), problems, generator)


def _here(inputs: Iterable[Document | Problem], pipeline: Pipeline) -> Iterator[Extract | Problem]:
    for item in inputs:
        yield item if isinstance(item, Problem) else guarded(pipeline, item)
