"""How fast single stages are, without a language model: `python bench/speed.py [MEGABYTES | FILE ...]` (default 1).

Prints for each stage how many megabytes (millions of characters) it reads in a second of CPU: the median of five rounds
over the same documents, after one that is not counted, in which patterns are compiled. The documents are the files, or
made up here: articles, of whose sentences a quarter hold a figure (`bench/articles.py`); the same without the other
sentences; and articles amid the furniture of a page. What a line says of figures is how often that text has one.
STAGES holds, by name, a function that takes the rulebook and returns what reads a document, and its made-up texts.
"""

import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from articles import FIGURES, article

from claimx.cleaning import Cleaner
from claimx.model import Block, Cleaned, Document, Metadata
from claimx.nlp import Annotation
from claimx.quantities import Detector
from claimx.quantities.grammar.scanner import Scanner
from claimx.quantities.judging.patterns import Exclusions
from claimx.rulebook import Rulebook, load

ROUNDS = 5
MENU = ("Home", "Local News", "Sport", "Bay Area", "Your Money", "Puzzles & Games", "Obituaries", "Log in", "Weather")
FOOT = "Related articles\nFerry runs aground\nFares to rise by 3%\n\nShare this\nFacebook\n\n© 2020 Bay Media"

Stage = Callable[[Rulebook], Callable[[str], object]]


def news(number: int) -> str:
    """An article."""
    return article(number)


def dense(number: int) -> str:
    """Some twenty paragraphs in which every sentence holds a figure."""
    chance = random.Random(number)
    told = {"thing": "bridge", "place": "Leeds", "body": "Water Commission", "name": "Ada Pell"}

    def sentence() -> str:
        drawn = {"year": chance.randint(1990, 2020), "n": chance.randint(11, 99), "d": chance.randint(2, 9)}
        return chance.choice(FIGURES).format(**told, **drawn)

    return "\n\n".join(" ".join(sentence() for _ in range(2)) for _ in range(20))


def page(number: int) -> str:
    """An article with menus above it and a foot below."""
    menu = "\n".join(f"{label} {area}".strip() for area in ("", "North", "South", "East", "West") for label in MENU)
    return f"{menu}\n\n{article(number)}\n\n{FOOT}\n"


def scanner(rulebook: Rulebook) -> Callable[[str], object]:
    """The lexical part of the quantity stage."""
    built = Scanner(rulebook)
    return lambda text: [built.scan(text, *span) for span in paragraphs(text)]


def exclusions(rulebook: Rulebook) -> Callable[[str], object]:
    """The forms that are never quantities."""
    built, numbers = Exclusions(rulebook), Scanner(rulebook).numbers
    return lambda text: [built.find(text, *span, numbers(text, *span)) for span in paragraphs(text)]


def detector(rulebook: Rulebook) -> Callable[[str], object]:
    """The whole of the quantity stage over text that nothing has parsed."""
    built = Detector(rulebook)

    def read(text: str) -> object:
        blocks = tuple(
            Block(start=start, end=end, role="paragraph", zone="main", score=1.0) for start, end in paragraphs(text)
        )
        cleaned = Cleaned(blocks=blocks, metadata=Metadata())
        return built.detect(Document(id="speed", text=text, sha256=""), cleaned, Annotation((), ()))

    return read


def cleaner(rulebook: Rulebook) -> Callable[[str], object]:
    """The whole of the cleaning stage."""
    built = Cleaner(rulebook)
    return lambda text: built.clean(Document(id="speed", text=text, sha256=""))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


STAGES: dict[str, tuple[Stage, tuple[Callable[[int], str], ...]]] = {
    "scanner": (scanner, (news, dense)),
    "exclusions": (exclusions, (news, dense)),
    "detector": (detector, (news, dense)),
    "cleaner": (cleaner, (page,)),
}


def documents(made: Callable[[int], str], characters: int) -> Iterator[str]:
    """Made-up documents of about so many characters together, the same each time."""
    number = length = 0
    while length < characters:
        text = made(number)
        yield text
        number, length = number + 1, length + len(text)


def speed(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Millions of characters that are read in a second of CPU."""
    rounds = []
    for _ in range(ROUNDS + 1):
        start = process_time()
        for text in texts:
            read(text)
        rounds.append(process_time() - start)
    return sum(map(len, texts)) / 1e6 / median(rounds[1:])


def main() -> None:
    """Measures and prints."""
    given = [path.read_text(encoding="utf-8") for path in map(Path, sys.argv[1:]) if path.is_file()]
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 and not given else 1_000_000
    rulebook = load()
    numbers = Scanner(rulebook).numbers
    for name, (stage, kinds) in STAGES.items():
        for kind, texts in {"files": given}.items() if given else ((m.__name__, [*documents(m, size)]) for m in kinds):
            length = sum(map(len, texts))
            often = sum(len(numbers(text, 0, len(text))) for text in texts) / length * 1000
            print(
                f"{name:10} {speed(stage(rulebook), texts):6.2f} MB/s on {kind}: {len(texts)} documents, "
                f"{length / 1e6:.1f} MB, {often:.1f} numbers in 1,000 characters"
            )


if __name__ == "__main__":
    main()
