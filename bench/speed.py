"""How fast single stages are, without a language model: `python bench/speed.py [MEGABYTES | FILE ...]` (default 2).

Prints megabytes (millions of characters) a second of CPU for each stage, on the text of the files, or on text made up
here: sentences as news has them, full of numbers, and for cleaning the furniture of pages around them. STAGES holds, by
name, a function that takes the rulebook and returns what reads a text, and the one that makes the text.
"""

import random
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from claimx.cleaning import Cleaner
from claimx.model import Block, Cleaned, Document, Metadata
from claimx.nlp import Annotation
from claimx.quantities import Detector
from claimx.quantities.grammar.scanner import Scanner
from claimx.quantities.judging.patterns import Exclusions
from claimx.rulebook import Rulebook, load

SENTENCES = (
    "The council said nearly {n},000 children were waiting for a place, up from {m},000 a year earlier.",
    "Spending rose by {n}% to £{m}.{n}bn, its highest level since records began.",
    "Between {n} and {m} per cent of patients wait more than two hours, according to the inspectors.",
    "One in {n} families told researchers that they had gone without heating for at least three weeks.",
    "The minister said that nobody should have to choose between paying the rent and feeding their family.",
    "Campaigners gathered outside the building, where they handed a letter to the committee's chair.",
    "A two-year-old plan to close the station was dropped after {n},{m} people signed a petition.",
    "It is about half as likely to happen as it was when the scheme opened in the autumn, officials believe.",
    "The building has stood empty since the spring, and the neighbours say that nobody has told them what comes next.",
    "He told the committee that the decision had been taken by others, and that he had learned of it from the papers.",
    "Teachers, nurses and bus drivers were among those who spoke, and most of them asked for more time.",
    "The firm employs some {n},500 staff at {m} sites and pays $1.{m} million a month in rent.",
)


MENU = ("Home", "Local News", "Sport", "Bay Area", "Your Money", "Puzzles & Games", "Obituaries", "Log in", "Weather")
FOOT = "Related articles\nFerry runs aground\nFares to rise by 3%\n\nShare this\nFacebook\n\n© 2020 Bay Media"


def prose(characters: int) -> str:
    """Made-up paragraphs of about so many characters, the same each time."""
    chance = random.Random(1)
    paragraphs, length = [], 0
    while length < characters:
        picked = chance.choices(SENTENCES, k=5)
        paragraph = " ".join(one.format(n=chance.randint(2, 99), m=chance.randint(100, 999)) for one in picked)
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def pages(characters: int) -> str:
    """Made-up pages one after another: menus, an article of some 3,000 characters, and a foot."""
    menu = "\n".join(f"{label} {area}".strip() for area in ("", "North", "South", "East", "West") for label in MENU)
    article = prose(3_000)
    page = f"{menu}\n\nRents rise again\n\nBy Ada Pell\n\n{article}\n\n{FOOT}\n\n"
    return page * (characters // len(page) + 1)


def scanner(rulebook: Rulebook) -> Callable[[str], object]:
    """The lexical part of the quantity stage."""
    built = Scanner(rulebook)
    return lambda text: built.scan(text, 0, len(text))


def exclusions(rulebook: Rulebook) -> Callable[[str], object]:
    """The forms that are never quantities, paragraph by paragraph."""
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


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def cleaner(rulebook: Rulebook) -> Callable[[str], object]:
    """The whole of the cleaning stage."""
    built = Cleaner(rulebook)
    return lambda text: built.clean(Document(id="speed", text=text, sha256=""))


STAGES: dict[str, tuple[Callable[[Rulebook], Callable[[str], object]], Callable[[int], str]]] = {
    "scanner": (scanner, prose),
    "exclusions": (exclusions, prose),
    "detector": (detector, prose),
    "cleaner": (cleaner, pages),
}


def main() -> None:
    """Measures and prints."""
    files = [Path(name) for name in sys.argv[1:] if Path(name).is_file()]
    given = "\n\n".join(path.read_text(encoding="utf-8") for path in files)
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 and not files else 2_000_000
    rulebook = load()
    for name, (stage, made) in STAGES.items():
        read, text = stage(rulebook), given or made(size)
        start = process_time()
        read(text)
        print(f"{name:10} {len(text) / 1e6 / (process_time() - start):6.2f} MB/s")


if __name__ == "__main__":
    main()
