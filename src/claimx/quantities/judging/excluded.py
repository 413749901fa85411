"""Numbers that are no claims, as mentions: with the reason, and with the figure of an age or a result."""

from collections.abc import Iterable

from msgspec.structs import replace

from claimx.model import Mention, Quantity
from claimx.quantities.judging.judgement import Verdict
from claimx.quantities.judging.patterns import Excluded
from claimx.quantities.judging.reading import Reading

_OF_AGE = " of age"


def excluded_form(excluded: Excluded, figures: Iterable[Quantity]) -> Mention:
    """A form that is never a claim; an age or a result with what the first of its figures tells that can be one."""
    mention = Mention(start=excluded.start, end=excluded.end, rules=(excluded.rule,), reason=excluded.reason)
    if excluded.reason not in ("age", "score"):
        return mention
    told = map(_as_age if excluded.reason == "age" else _as_result, figures)
    return replace(mention, quantity=next((figure for figure in told if figure is not None), None))


def excluded_reading(reading: Reading, verdict: Verdict, floor: int) -> Mention:
    """A reading that the sentence shows to be no claim: the deciding rule first, without what makes a claim of it.
    It begins at `floor` at the earliest, unless its number does so before."""
    quantity = replace(reading.quantity, change=None) if verdict.normalised else None
    if quantity is not None and verdict.reason == "age":
        quantity = _as_age(quantity) or quantity
    start, end = verdict.span
    return Mention(
        start=max(start, floor) if start < reading.candidate.start else start,
        end=end,
        rules=tuple(dict.fromkeys((verdict.rule, *reading.rules))),
        quantity=quantity,
        reason=verdict.reason,
    )


def _as_age(quantity: Quantity) -> Quantity | None:
    """A bare number or a span of time as an age; None where it tells no figure."""
    if quantity.kind not in ("count", "duration") or (quantity.value is None and quantity.low is None):
        return None
    unit = quantity.unit or "year"
    return replace(quantity, kind="duration", unit=unit if unit.endswith(_OF_AGE) else f"{unit}{_OF_AGE}")


def _as_result(quantity: Quantity) -> Quantity | None:
    """Two numbers of a result or of odds; None for anything else."""
    return quantity if quantity.low is not None and quantity.unit is None else None
