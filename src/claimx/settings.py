"""What a run is told to do, and what its report says made it: both known before anything heavy is imported."""

from dataclasses import dataclass
from pathlib import Path

from claimx import __version__
from claimx.model import Generator
from claimx.packages import model_package, version_of
from claimx.rulefiles import digest, rule_files


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
    """True keeps only the statements that hold a claim."""
    main_only: bool = False
    """True takes tables, captions and fact boxes for boilerplate too."""
    any_language: bool = False
    """False leaves out documents that are not in English, whose figures the rules would misread."""


def generator(options: Options) -> Generator:
    """What a report says about its making. Raises ModelError and RuleError where model or rule files are not there."""
    package = model_package(options.model)
    return Generator(
        name="claimx",
        version=__version__,
        model=f"{package} {version_of(package)}",
        rules=digest(rule_files(*options.rules)),
    )
