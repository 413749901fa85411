"""How fast claims of many documents are brought together: CPU seconds, and bytes that a claim takes.

usage: python bench/resolve.py [CLAIMS]     (default 100000)

The claims are made up the way news makes them: a long tail of subjects, figures that everybody uses and figures that
only one story has, stories that many papers print.
"""

import random
import sys
import tracemalloc
from decimal import Decimal
from time import process_time

from claimx.model import Attribution, Claim, DocumentRecord, Extract, Generator, Kind, Speaker
from claimx.resolve import resolve

ONSETS = ("br", "cl", "d", "f", "gr", "h", "l", "m", "p", "r", "sp", "st", "t", "w")
RHYMES = ("ale", "and", "ark", "eam", "ell", "ent", "ick", "ill", "ine", "ock", "old", "oot", "ump", "ush")
NOUNS = [
    f"{onset}{rhyme}{ending}" for onset in ONSETS for rhyme in RHYMES for ending in ("", "er", "house", "way", "ton")
]
VERBS = ("rose", "fell", "cost", "reached", "lost", "needs", "won", "saved")
COMMON = [Decimal(number) for number in (1, 2, 3, 5, 10, 20, 25, 50, 100, 1000, 1_000_000, 10_000_000)]
CLAIMS_A_DOCUMENT = 12
KINDS: tuple[tuple[Kind, str], ...] = (("money", "GBP"), ("percentage", "%"), ("count", "person"), ("duration", "year"))


def claim(number: int, random_: random.Random, document: str, story: int) -> Claim:
    """One claim of a story; papers that print the story print the same claim."""
    told = random.Random(story * CLAIMS_A_DOCUMENT + number % CLAIMS_A_DOCUMENT)
    words = [f"{told.choice(NOUNS)}{'s' * told.randint(0, 1)}" for _ in range(9)]
    subject = " ".join(words[:3])
    value = told.choice(COMMON) if told.random() < 0.4 else Decimal(told.randint(11, 99_999)) * 10 ** told.randint(0, 4)
    kind, unit = told.choice(KINDS)
    surface = f"{value:,}"
    sentence = f"The {subject} {told.choice(VERBS)} {surface} as {' '.join(words[3:])} {told.randint(1, 9**6)} went on."
    start = number * 200
    speaker = Speaker(name=f"Speaker {told.randint(1, 999)}", type="person")
    return Claim(
        id=f"c_{number:x}", document=document, figure=None, surface=surface, start=start, end=start + len(surface),
        line=1, column=1, sentence=sentence, kind=kind, value=value, low=None, high=None, numerator=None,
        denominator=None, vague=None, unit=unit, comparator=random_.choice(("=", "=", "=", ">", "~")), per=None,
        change=None, period=None, subject=subject, modality="actual",
        attribution=Attribution(mode="indirect", speakers=(speaker,)),
        organisations=(), zone="main", confidence=1.0, rules=(),
    )  # fmt: skip


def extracts(count: int) -> list[Extract]:
    """Documents of made-up claims, the same ones each time."""
    random_ = random.Random(1)
    made = []
    for index in range(count // CLAIMS_A_DOCUMENT):
        name = f"{index:06}.txt"
        story = random_.randint(0, count // CLAIMS_A_DOCUMENT)
        record = DocumentRecord(
            id=name, sha256="", media_type="text/plain", encoding="utf-8", language="en", title=None, published=None,
            authors=(), publisher=None, characters=0, content=(), blocks=(),
        )  # fmt: skip
        numbers = range(index * CLAIMS_A_DOCUMENT, (index + 1) * CLAIMS_A_DOCUMENT)
        made.append(Extract(document=record, claims=tuple(claim(n, random_, name, story) for n in numbers)))
    return made


def main() -> None:
    """Prints the two figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    tracemalloc.start()
    documents = extracts(count)
    claims = sum(len(document.claims) for document in documents)
    size = tracemalloc.get_traced_memory()[0] / claims
    tracemalloc.stop()
    begin = process_time()
    report = resolve(documents, [], Generator(name="claimx", version="0", model="", rules=""))
    seconds = process_time() - begin
    print(f"{claims:,} claims of {len(documents):,} documents: {seconds:.2f} s CPU, {size:,.0f} bytes a claim")
    print(f"{len(report.figures):,} figures, {len(report.conflicts):,} conflicts")


if __name__ == "__main__":
    main()
