"""What of a claim matters across versions of its text: everything that it says, nothing of where it stands."""

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from claimx.model import Change, Claim, Comparator, Kind, Modality, Zone

_ALIKE = str.maketrans(dict.fromkeys("‘’‚‛′ʼ`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
"""Signs that writers and programs take for each other."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")

_REMEMBERED = 512
"""Texts that are kept in their other form: the claims of a sentence follow each other."""

_SHARES = ("percentage", "fraction")
_HUNDRED = 100
_NO_CHANGE = Change(direction="none")


class Fact(Struct, frozen=True, kw_only=True):
    """A claim without its place: equal facts say the same in the same words. Its texts have single spaces, straight
    quotation marks and hyphens, so that typography makes no difference; figures are in base units."""

    document: str
    surface: str
    sentence: str
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    vague: str | None = None
    unit: str | None = None
    comparator: Comparator = "="
    per: str | None = None
    change: Change | None = None
    period: str | None = None
    subject: str | None = None
    modality: Modality = "actual"
    speakers: tuple[str, ...] = ()
    """Names of those who assert it; none where only the document does."""
    zone: Zone = "main"

    @property
    def measure(self) -> tuple[str | None, ...]:
        """In what terms it is asserted: of one measure, two figures can be set against each other."""
        share = self.kind in _SHARES
        return "share" if share else self.kind, None if share else self.unit, self.per

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The figure: value, low, high, and of a change the old level, the new one, and the size. Shares are per cent,
        however they are written."""
        value, change = self.value, self.change or _NO_CHANGE
        delta = change.delta
        if self.numerator is not None and self.denominator:
            value = Decimal(_HUNDRED * self.numerator) / self.denominator
            delta = value if self.change and change.from_ is None and change.to is None else None
        return value, self.low, self.high, change.from_, change.to, delta

    @property
    def level(self) -> Decimal | None:
        """What the figure is, or came to."""
        return self.change.to if self.value is None and self.change else self.value

    @property
    def direction(self) -> str | None:
        """Which way a change goes."""
        return self.change.direction if self.change else None

    @property
    def quantity(self) -> tuple[object, ...]:
        """What is asserted, but not how exactly: one for £1.6bn, £1,600m and *about £1.6bn*."""
        return self.measure, self.numbers, self.vague, self.direction


def fact_of(claim: Claim) -> Fact:
    """The claim without its place."""
    return Fact(
        document=claim.document,
        surface=plain(claim.surface),
        sentence=plain(claim.sentence),
        kind=claim.kind,
        value=claim.value,
        low=claim.low,
        high=claim.high,
        numerator=claim.numerator,
        denominator=claim.denominator,
        vague=claim.vague,
        unit=claim.unit,
        comparator=claim.comparator,
        per=claim.per,
        change=claim.change,
        period=plain(claim.period) if claim.period else None,
        subject=plain(claim.subject) if claim.subject else None,
        modality=claim.modality,
        speakers=tuple(plain(speaker.name) for speaker in claim.attribution.speakers),
        zone=claim.zone,
    )


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """The text with single spaces, straight quotation marks and hyphens."""
    return " ".join(text.translate(_ALIKE).split())


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """The words and figures of a plain text, in small letters and without punctuation."""
    return tuple(word.replace(",", "") for word in _WORD.findall(text.casefold()))
