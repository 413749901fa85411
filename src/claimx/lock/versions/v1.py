"""Version 1: a claim's or suppression's fields at the top of its line, those that are empty left out."""

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Struct

from claimx.diff import Fact
from claimx.lock.records import Entry, Former, Suppression, Verdict
from claimx.model import Change, Comparator, Kind, Modality, Zone
from claimx.writers.exact import exact


class _Claim(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A claim's line: the fields of `Fact`, then a person's. They are spelled out, so that the form of files that
    people keep does not change with a record of the program."""

    document: str
    surface: str
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
    zone: Zone = "main"
    sentence: str
    verdict: Verdict | None = None
    note: str | None = None
    was: tuple[Former, ...] = ()


class _Suppression(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A suppression's line."""

    suppress: str
    check: str
    document: str
    reason: str


class _Kind(Struct):
    """What tells the two kinds of line apart."""

    suppress: str | msgspec.UnsetType = msgspec.UNSET


_FACT = Fact.__struct_fields__
_KIND = msgspec.json.Decoder(_Kind)
_CLAIM = msgspec.json.Decoder(_Claim)
_SUPPRESSION = msgspec.json.Decoder(_Suppression)


def parse(line: bytes) -> Entry | Suppression:
    """A line as a record. Raises msgspec.DecodeError with what is wrong."""
    if _KIND.decode(line).suppress is not msgspec.UNSET:
        found = _SUPPRESSION.decode(line)
        return Suppression(fingerprint=found.suppress, check=found.check, document=found.document, reason=found.reason)
    claim = _CLAIM.decode(line)
    fact = Fact(**{name: getattr(claim, name) for name in _FACT})
    return Entry(fact=fact, verdict=claim.verdict, note=claim.note, was=claim.was)


def write(record: Entry | Suppression) -> str:
    """The one line that stands for this record."""
    if isinstance(record, Suppression):
        line: Struct = _Suppression(
            suppress=record.fingerprint, check=record.check, document=record.document, reason=record.reason
        )
    else:
        fact = {name: getattr(record.fact, name) for name in _FACT}
        line = _Claim(**fact, verdict=record.verdict, note=record.note, was=record.was)
    return msgspec.json.encode(_compact(exact(line))).decode()


def _compact(value: Any) -> Any:
    """The data without its empty fields."""
    match value:
        case dict():
            return {key: _compact(item) for key, item in value.items() if item is not None and item != []}
        case list():
            return [_compact(item) for item in value]
    return value
