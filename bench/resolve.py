"""How fast claims of many documents are brought together: CPU seconds, and bytes that a claim takes.

usage: python bench/resolve.py [CLAIMS]     (default 100000; memory is measured in a second run, over 100000 at most)

The claims are made up the way news makes them: places, bodies, measures and speakers with a long tail; a headline whose
figure the story tells again, rounded or in other words; events that several papers tell in their own words, agencies'
copy that they print as it is, and figures that anybody uses.
"""

import gc
import random
import sys
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from time import process_time
from typing import NamedTuple

from claimx.model import Attribution, Claim, DocumentRecord, Extract, Generator, Kind, Speaker
from claimx.resolve import resolve, wording
from claimx.resolve.clusters import clusters
from claimx.resolve.table import Table

ONSETS = ("Br", "Cl", "D", "F", "Gr", "H", "L", "M", "P", "R", "Sp", "St", "T", "W")
RHYMES = ("ale", "and", "ark", "eam", "ell", "ent", "ick", "ill", "ine", "ock", "old", "oot", "ump", "ush")
ENDINGS = ("er", "house", "way", "ton", "ford", "bury", "mouth", "by", "field", "worth")
SIDES = ("", "North ", "South ", "East ", "West ", "Upper ")
PLACES = [f"{side}{onset}{rhyme}{end}" for side in SIDES for end in ENDINGS for onset in ONSETS for rhyme in RHYMES]
NAMES = [f"{onset}{rhyme}" for onset in ONSETS for rhyme in RHYMES]
FIRST_NAMES = (
    "Ann",
    "Ben",
    "Cara",
    "Dev",
    "Ewa",
    "Finn",
    "Gwen",
    "Hugo",
    "Isla",
    "Jo",
    "Kit",
    "Lena",
    "Mo",
    "Nia",
    "Ola",
)
BODIES = (
    "council",
    "trust",
    "university",
    "police force",
    "museum",
    "airport",
    "football club",
    "bus company",
    "charity",
)
TOPICS: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    ("money", "GBP", ("budget deficit", "repair bill", "grant for schools", "loan for a stadium", "compensation",
                      "cost of a bridge", "road scheme", "library plan", "legal fees", "rent arrears")),
    ("count", "job", ("jobs", "jobs at the plant", "new jobs")),
    ("count", "home", ("homes", "affordable homes", "homes without power", "homes at the old airfield")),
    ("count", "patient", ("patients", "patients on the waiting list", "cancer patients")),
    ("count", "person", ("people", "people in the crowd", "people without work")),
    ("percentage", "%", ("ticket sales", "bus journeys", "burglaries", "turnout", "parents in a survey", "fares",
                         "hospital admissions", "house prices", "recycling rate")),
    ("duration", "month", ("work on the site", "waiting time", "trial")),
)  # fmt: skip
WHEN = (
    "after months of talks with",
    "as ministers prepare a review of",
    "despite a promise made to",
    "because of",
    "amid a row over",
    "while campaigners protested against",
    "before a vote on",
    "with winter coming and",
    "in spite of",
    "shortly after",
)
WHOSE = (
    "residents",
    "nurses",
    "bus drivers",
    "the regulator",
    "head teachers",
    "two rival bidders",
    "farmers",
    "the auditors",
    "anglers",
    "train companies",
    "pensioners",
    "the planning inspector",
    "young families",
    "shopkeepers",
    "water firms",
)
WHAT = ("steel prices", "the flood plain", "a new timetable", "the pension fund", "parking charges", "old boilers",
        "noise at night", "the marina", "exam results", "a court ruling", "the ring road", "a bypass")  # fmt: skip
COMMON = [Decimal(number) for number in (2, 3, 5, 10, 20, 25, 30, 50, 100, 500, 1000, 2_000_000, 5_000_000, 10_000_000)]
CLAIMS_A_DOCUMENT = 12
MEASURED = 100_000
"""Claims over which memory is measured, which takes several times as long."""
PAPERS = 1.5
"""Papers that print an event, on average."""

WEIGHTS = list(accumulate(rank**-0.5 for rank in range(1, len(PLACES) + 1)))


class Event(NamedTuple):
    """What papers have to tell: one figure of one thing in one place, and who said so."""

    place: str
    body: str
    kind: Kind
    unit: str
    topic: str
    value: Decimal
    speaker: str


def event(number: int) -> Event:
    """The event of that number, always the same one."""
    told = random.Random(number)
    kind, unit, topics = told.choice(TOPICS)
    small = kind in ("percentage", "duration")
    exact = (
        Decimal(told.randint(3, 99)) if small else Decimal(told.randint(11, 99_999)) * 10 ** told.choice((0, 0, 1, 3))
    )
    value = told.choice(COMMON) if told.random() < 0.35 and not small else exact
    (place,) = told.choices(PLACES, cum_weights=WEIGHTS)
    speaker = f"{told.choice(FIRST_NAMES)} {told.choice(NAMES)}"
    return Event(place, told.choice(BODIES), kind, unit, told.choice(topics), value, speaker)


def surface(event: Event, value: Decimal) -> str:
    """The figure as a paper prints it."""
    scaled = f"{value / 1_000_000:.2f}m" if value >= 1_000_000 else f"{value:,}"
    return {"money": f"£{scaled}", "percentage": f"{value}%", "duration": f"{value} months"}.get(event.kind, scaled)


class Writer:
    """Writes one document's claims, sentence by sentence."""

    def __init__(self, document: str, number: int) -> None:
        self._random = random.Random(number)
        self._document = document
        self._offset = 0
        self.claims: list[Claim] = []

    def tell(self, events: list[Event], words: str, copy: bool) -> str:
        """One sentence about one or more events; agencies' copy is the same in every paper."""
        printed = random.Random(words) if copy else self._random
        parts, told = [], []
        for one in events:
            value, comparator = one.value, "="
            if value > 100 and printed.random() < 0.15:
                value, comparator = Decimal(f"{value:.1e}"), "~"
            shown = surface(one, value)
            told.append((one, value, comparator, shown))
            about = "about " if comparator == "~" else ""
            parts.append(f"the {one.topic} of the {one.place} {one.body} came to {about}{shown}")
        rest = f"{printed.choice(WHEN)} {printed.choice(WHOSE)} in {printed.choice(PLACES)} and {printed.choice(WHAT)}"
        sentence = f"{events[0].speaker} said {' and '.join(parts)} {rest}."
        at = 0
        for one, value, comparator, shown in told:
            at = sentence.index(shown, at)
            self._add(one, value, comparator, shown, sentence, at)
            at += len(shown)
        self._offset += len(sentence) + 1
        return sentence

    def headline(self, one: Event) -> str:
        """A title with the figure."""
        shown = surface(one, one.value)
        title = f"{one.place} {one.body} faces {shown} {one.topic}"
        self._add(one, one.value, "=", shown, title, title.index(shown))
        self._offset += len(title) + 2
        return title

    def _add(self, one: Event, value: Decimal, comparator: str, shown: str, sentence: str, at: int) -> None:
        start = self._offset + at
        speaker = Speaker(name=one.speaker, type="person", organisation=f"{one.place} {one.body}")
        self.claims.append(
            Claim(
                id=f"c_{self._document}{len(self.claims):x}",
                document=self._document,
                figure=None,
                surface=shown,
                start=start,
                end=start + len(shown),
                line=1,
                column=start + 1,
                sentence=sentence,
                kind=one.kind,
                value=value,
                low=None,
                high=None,
                numerator=None,
                denominator=None,
                vague=None,
                unit=one.unit,
                comparator="~" if comparator == "~" else "=",
                per=None,
                change=None,
                period=None,
                subject=f"{one.topic} of the {one.place} {one.body}",
                modality="actual",
                attribution=Attribution(mode="indirect", cue="said", speakers=(speaker,)),
                organisations=(f"{one.place} {one.body}",),
                zone="main",
                confidence=0.9,
                rules=("quantity.number",),
            )
        )


def extracts(count: int) -> Iterator[Extract]:
    """Documents of made-up claims, the same ones each time."""
    random_ = random.Random(1)
    documents = count // CLAIMS_A_DOCUMENT
    for index in range(documents):
        name = f"{index:07}.txt"
        writer = Writer(name, index)
        main = random_.randrange(documents)
        lead = event(main)
        title = writer.headline(lead)
        writer.tell([lead], f"lead {main}", copy=random_.random() < 0.3)
        while len(writer.claims) < CLAIMS_A_DOCUMENT:
            number = random_.randrange(int(count / PAPERS))
            events = [event(number), event(number + 1)][: random_.choice((1, 1, 2))]
            writer.tell(events, f"story {number}", copy=random_.random() < 0.3)
        record = DocumentRecord(
            id=name, sha256="", media_type="text/plain", encoding="utf-8", language="en", title=title, published=None,
            authors=(), publisher=None, characters=0, content=(), blocks=(),
        )  # fmt: skip
        yield Extract(document=record, claims=tuple(writer.claims[:CLAIMS_A_DOCUMENT]))


MADE_BY = Generator(name="claimx", version="0", model="", rules="")


def told_apart(documents: tuple[Extract, ...]) -> float:
    """CPU seconds that finding the clusters of claims takes, from the records on."""
    begin = process_time()
    titles = {document.document.id: document.document.title for document in documents}
    table = Table([claim for document in documents for claim in document.claims], titles, wording())
    for _ in clusters(table):
        pass
    return process_time() - begin


def in_memory(documents: tuple[Extract, ...]) -> tuple[float, float]:
    """Bytes a claim that resolving takes beyond the claims themselves: at the most, and in the report."""
    tracemalloc.start()
    report = resolve(documents, [], MADE_BY)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    own = sum(sys.getsizeof(claim) for claim in report.claims)
    return (peak - own) / len(report.claims), (kept - own) / len(report.claims)


def main() -> None:
    """Prints seconds, then bytes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    documents = tuple(extracts(count))
    claims = sum(len(document.claims) for document in documents)
    wording()
    gc.disable()
    apart = told_apart(documents)
    gc.enable()
    begin = process_time()
    report = resolve(documents, [], MADE_BY)
    seconds = process_time() - begin
    figures, conflicts = len(report.figures), len(report.conflicts)
    del report
    most, kept = in_memory(documents[: MEASURED // CLAIMS_A_DOCUMENT])
    print(f"{claims:,} claims of {len(documents):,} documents, of which {claims - figures:,} tell a figure again")
    print(f"CPU seconds: {apart:.2f} for their clusters; {seconds:.2f} for the whole report, {conflicts:,} conflicts")
    print(f"bytes a claim beyond the claims themselves: {most:,.0f} at the most, {kept:,.0f} in the report")


if __name__ == "__main__":
    main()
