"""When a field of a claim is right by gold: wording may vary where two readers' words would."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import UNSET

from claimx.evaluation.gold import GoldMention
from claimx.model import Claim
from claimx.resolve.retelling import content_words

_TITLES = frozenset(("the", "a", "an", "mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "dame"))
_PLACES = 6
"""Decimal places to which figures must agree."""


def folded(text: str | None) -> str:
    """The words without letter case, possessives, articles, titles and signs."""
    plain = re.sub(r"'s\b", "", (text or "").casefold().replace("’", "'"))
    return " ".join(word for word in re.sub(r"[^\w ]+", " ", plain).split() if word not in _TITLES)


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one party's: one of them is part of the other."""
    a, b = f" {folded(one)} ", f" {folded(other)} "
    return bool(a.strip() and b.strip()) and (a in b or b in a)


def _value(gold: GoldMention, claim: Claim) -> bool:
    return _gold_numbers(gold) == _numbers(claim)


def _gold_numbers(gold: GoldMention) -> tuple[object, ...]:
    change = gold.change
    from_ = gold.from_ if gold.from_ is not None or change is None else change.from_
    to = gold.to if gold.to is not None or change is None else change.to
    part = Decimal(gold.numerator) / gold.denominator if gold.numerator is not None and gold.denominator else None
    return _comparable(gold.value, gold.low, gold.high, part, gold.vague, from_, to)


def _numbers(claim: Claim) -> tuple[object, ...]:
    change = claim.change
    from_, to = (change.from_, change.to) if change else (None, None)
    part = Decimal(claim.numerator) / claim.denominator if claim.numerator is not None and claim.denominator else None
    return _comparable(claim.value, claim.low, claim.high, part, claim.vague, from_, to)


def _comparable(
    value: float | Decimal | None,
    low: float | Decimal | None,
    high: float | Decimal | None,
    part: Decimal | None,
    vague: str | None,
    from_: float | Decimal | None,
    to: float | Decimal | None,
) -> tuple[object, ...]:
    """What is asserted, in one form: a vague word, two levels, a range, or one number."""
    if vague:
        return ("vague", folded(vague).removesuffix("s"))
    if from_ is not None and to is not None:
        return ("levels", _rounded(from_), _rounded(to))
    if low is not None or high is not None:
        return ("range", _rounded(low), _rounded(high))
    number = part if part is not None else value if value is not None else to if to is not None else from_
    return ("value", _rounded(number))


def _rounded(number: float | Decimal | None) -> Decimal | None:
    return None if number is None else round(Decimal(str(number)), _PLACES)


def _unit(gold: GoldMention, claim: Claim) -> bool:
    one, other = folded(gold.unit), folded(claim.unit)
    if gold.unit in ("%", "pp") or claim.unit in ("%", "pp") or one == other:
        return gold.unit == claim.unit or (bool(one) and one == other)
    if not one or not other or claim.kind not in ("count", "measure", "duration"):
        return False
    return one.split()[-1] == other.split()[-1]


def _change(gold: GoldMention, claim: Claim) -> bool:
    expected, found = gold.change, claim.change
    if expected is None or found is None:
        return expected is None and found is None
    return expected.direction == found.direction and bool(expected.delta) == (found.delta is not None)


def _period(gold: GoldMention, claim: Claim) -> bool:
    if gold.period is UNSET:
        return True
    one, other = folded(gold.period or ""), folded(claim.period)
    return one == other or (bool(one and other) and (one in other or other in one))


def _subject(gold: GoldMention, claim: Claim) -> bool:
    """Whether at least half the content words of the shorter wording stand in the longer one."""
    if gold.subject is UNSET:
        return True
    one, other = content_words(gold.subject or ""), content_words(claim.subject)
    if not one or not other:
        return not one and not other
    return 2 * len(one & other) >= min(len(one), len(other))


def _speakers(gold: GoldMention, claim: Claim) -> bool:
    """Whether each of the speakers is named, and nobody else."""
    names = [speaker.name for speaker in claim.attribution.speakers]
    return all(any(same_name(one, name) for name in names) for one in gold.speakers) and all(
        any(same_name(name, one) for one in gold.speakers) for name in names
    )


FIELDS: Mapping[str, Callable[[GoldMention, Claim], bool]] = {
    "kind": lambda gold, claim: gold.kind == claim.kind,
    "value": _value,
    "unit": _unit,
    "comparator": lambda gold, claim: gold.comparator == claim.comparator,
    "per": lambda gold, claim: folded(gold.per) == folded(claim.per),
    "change": _change,
    "period": _period,
    "subject": _subject,
    "modality": lambda gold, claim: gold.modality == claim.modality,
    "mode": lambda gold, claim: gold.mode == claim.attribution.mode,
    "speakers": _speakers,
}
"""Each compared field, and whether a claim has it right."""

_OPTIONAL = ("unit", "per", "change", "period", "subject")


def states(record: GoldMention | Claim, name: str) -> bool:
    """Whether the record says anything in the field: only then can it be found, or found wrongly."""
    if name == "speakers":
        return bool(record.speakers if isinstance(record, GoldMention) else record.attribution.speakers)
    return name not in _OPTIONAL or getattr(record, name) not in (None, UNSET)


def compares(gold: GoldMention, name: str) -> bool:
    """Whether the gold has an answer for the field, be it that there is nothing."""
    return getattr(gold, name) is not UNSET
