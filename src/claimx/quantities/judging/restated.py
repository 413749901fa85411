"""The same figure in another currency or measure, in brackets after it: *$3bn (£1.58bn)*."""

import re

from msgspec.structs import replace

from claimx.model import Kind, Mention
from claimx.quantities.judging.confidence import confidence_of
from claimx.quantities.judging.reading import Reading

_BETWEEN = re.compile(r"\s?[(\[;,/]\s?(?:or |about |around |some |roughly |approximately )?|\s?[(\[]\s?[A-Z]{2,3}")
_CONVERTED = frozenset({"money", "measure", "duration"})


def restates(text: str, claim: Mention, reading: Reading) -> bool:
    """Whether a reading only says the claim before it again in another unit, within the same brackets."""
    first, second = claim.quantity, reading.quantity
    if first is None or first.unit == second.unit or not _same_thing(first.kind, second.kind):
        return False
    between = text[claim.end : reading.start]
    bracketed = text[reading.end : reading.end + 40].lstrip().startswith((")", "]", ";", ",", "/"))
    return (
        bracketed and _BETWEEN.fullmatch(between) is not None and ("(" in between or "[" in between or ";" in between)
    )


def _same_thing(first: Kind, second: Kind) -> bool:
    """Whether figures of two kinds can say the same: two sums, two measures, a fraction and a percentage."""
    return (first == second and first in _CONVERTED) or {first, second} == {"fraction", "percentage"}


def restated(claim: Mention, reading: Reading) -> Mention:
    """The restatement: its own figure, with all else that is known of the claim."""
    assert claim.quantity is not None
    first, second = claim.quantity, reading.quantity
    change = first.change
    if change is not None:
        change = replace(
            change,
            delta=second.value if change.delta is not None else None,
            from_=None,
            to=second.value if change.to is not None else None,
        )
    quantity = replace(second, per=second.per or first.per, change=change, comparator=second.comparator)
    return replace(
        claim,
        start=reading.start,
        end=reading.end,
        quantity=quantity,
        rules=(*reading.rules, *(rule for rule in claim.rules if rule.partition(".")[0] in {"modality", "period"})),
        confidence=confidence_of(reading),
    )
