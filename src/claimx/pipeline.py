"""The way of a document: read, clean, annotate, detect, attribute, resolve. Writing is the caller's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx import __version__
from claimx.assemble import assemble
from claimx.attribution import Attributor
from claimx.cleaning import Cleaner
from claimx.model import Cleaned, Document, Extract, Generator, Problem, Report
from claimx.nlp import Annotation, Annotator
from claimx.quantities import Detector
from claimx.resolve import resolve
from claimx.rulebook import load


@dataclass(frozen=True, slots=True)
class Options:
    """What changes the result of a run. Small and picklable, so that a worker can build its own pipeline from it."""

    rules: tuple[Path, ...] = ()
    """Directories or files of rules that add to or replace the built-in ones."""
    model: str | None = None
    """Name of an installed spaCy package; None takes the best that is installed."""
    clean: bool = True
    """False takes every character as content: for single sentences and benchmarks."""
    figures_only: bool = False
    """True keeps only the statements that bear on claims."""


class Pipeline:
    """The stages, each built once from the rules. Documents are independent of each other until `resolve`."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.rulebook = load(*options.rules)
        self.annotator = Annotator(options.model)
        self.cleaner = Cleaner(self.rulebook)
        self.detector = Detector(self.rulebook)
        self.attributor = Attributor(self.rulebook)

    @property
    def generator(self) -> Generator:
        """What a report says about its making."""
        return Generator(name="claimx", version=__version__, model=self.annotator.name, rules=self.rulebook.digest)

    def extract(self, document: Document) -> Extract:
        """Everything that one document yields by itself."""
        cleaned = self.clean(document)
        annotation = self.annotate(document, cleaned)
        mentions = self.detector.detect(document, cleaned, annotation)
        attributions = self.attributor.attribute(document, cleaned, annotation)
        return assemble(document, cleaned, annotation, mentions, attributions)

    def clean(self, document: Document) -> Cleaned:
        """The document's blocks and what its text says about its origin."""
        return self.cleaner.clean(document) if self.options.clean else self.cleaner.keep_all(document)

    def annotate(self, document: Document, cleaned: Cleaned) -> Annotation:
        """spaCy's analysis of the document's content."""
        return self.annotator.annotate(document, cleaned.content)


def run(inputs: Iterable[Document | Problem], options: Options) -> Report:
    """The report over all inputs. What could not be read is among its problems; the rest is complete."""
    pipeline = Pipeline(options)
    problems: list[Problem] = []

    def extracts() -> Iterator[Extract]:
        for item in inputs:
            if isinstance(item, Problem):
                problems.append(item)
            else:
                yield pipeline.extract(item)

    found = tuple(extracts())
    return resolve(found, problems, pipeline.generator)
