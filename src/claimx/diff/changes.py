"""What became of a claim: the kinds of change, and how two facts that correspond differ."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from claimx.diff.facts import Fact, words
from claimx.diff.spelling import respelt
from claimx.resolve.parties import TITLES

ChangeKind = Literal[
    "added",
    "removed",
    "value",
    "comparator",
    "speaker",
    "period",
    "modality",
    "moved_into_article",
    "moved_out_of_article",
    "reworded",
]
"""`value`: another figure, unit or rate; `comparator`: the figure is hedged or bounded (*about*, *more than*) that was
not, or the other way round; `moved_…`: from the furniture around an article into it, or out of it; `reworded`: the same
in other words."""

_OPENINGS = frozenset({"across", "at", "during", "for", "in", "on", "over", "the", "throughout", "within"})
"""First words of a period that do not tell it from another."""


class Assertion(Struct, frozen=True, kw_only=True):
    """A number of one version: what it asserts, and where it stands. Offsets are code points into its document."""

    claim: str | None
    """The claim's id; null for a number that stands in the furniture."""
    start: int
    end: int
    line: int | None
    """From 1; null for a number that stands in the furniture."""
    fact: Fact
    """What it says, with single spaces, straight quotation marks and hyphens."""


class ClaimChange(Struct, frozen=True, kw_only=True):
    """One change. A claim that changed in several ways has as many of them."""

    kind: ChangeKind
    sentence: str
    """The change in words for a person."""
    old: Assertion | None
    """Null where it was added."""
    new: Assertion | None
    """Null where it was removed."""
    hedge: Literal["added", "dropped", "changed"] | None
    """What became of the word that hedges or bounds the figure, where it or the figure changed; else null."""


def hedge(kind: ChangeKind, old: Fact, new: Fact) -> Literal["added", "dropped", "changed"] | None:
    """What became of the hedge or bound in a change of that kind; None where there is none or it stayed."""
    if kind not in ("value", "comparator") or _same_comparator(old, new):
        return None
    if old.comparator == "=":
        return "added"
    return "dropped" if new.comparator == "=" else "changed"


def differences(old: Fact, new: Fact) -> Iterator[ChangeKind]:
    """In what two facts differ that correspond, in the order of the kinds; nothing where they say the same in the same
    words. Typography, punctuation, slips of the pen and the subject's wording make no difference; a hedge that comes or
    goes with another figure is told with it."""
    kinds = [kind for kind, same in _ASPECTS.items() if not same(old, new)]
    if kinds:
        read_otherwise = _read_otherwise(old, new)
        kinds = [kind for kind in kinds if kind not in read_otherwise]
    if "value" in kinds and "comparator" in kinds:
        kinds.remove("comparator")
    if not kinds and words(old.sentence) != words(new.sentence):
        kinds.append("reworded")
    yield from kinds


def _read_otherwise(old: Fact, new: Fact) -> frozenset[ChangeKind]:
    """What nobody changed, though it is read otherwise now: the words around the figure say it, and they are the same.
    Only who speaks may depend on other sentences."""
    before, after = (words(fact.sentence.replace(fact.surface, " ", 1)) for fact in (old, new))
    if before == after:
        return frozenset(("period", "modality"))
    return frozenset(("speaker", "period", "modality") if respelt(before, after) else ())


def same_figure(old: Fact, new: Fact) -> bool:
    """Whether both assert the same quantity, hedges aside."""
    (kind, unit, per), (other_kind, other_unit, other_per) = old.measure, new.measure
    return (
        (kind, per, old.numbers, old.direction) == (other_kind, other_per, new.numbers, new.direction)
        and _same_magnitude(old.vague, new.vague)
        and (unit == other_unit or (kind == "count" and _same_noun(unit, other_unit)))
    )


def _same_magnitude(old: str | None, new: str | None) -> bool:
    return (old or "").casefold().rstrip("s") == (new or "").casefold().rstrip("s")


def _same_noun(old: str | None, new: str | None) -> bool:
    """Whether two nouns that are counted can be one: *authority* and *local authority*, or one that is not told."""
    one, other = set(words(old or "")), set(words(new or ""))
    return one <= other or other <= one


def _same_comparator(old: Fact, new: Fact) -> bool:
    return old.comparator == new.comparator


def _same_speakers(old: Fact, new: Fact) -> bool:
    one, other = [{*map(words, fact.speakers)} for fact in (old, new)]
    return len(one) == len(other) and all(any(_same_name(a, b) for b in other) for a in one)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one, or one of them the other's last part: *Ruth Okafor* and *Mrs Okafor*."""
    a, b = ([word for word in name if word not in TITLES] or name for name in (one, other))
    return a == b or (min(len(a), len(b)) == 1 and a[-1] == b[-1])


def _same_period(old: Fact, new: Fact) -> bool:
    return _when(old.period) == _when(new.period)


def _when(period: str | None) -> tuple[str, ...]:
    told = words(period or "")
    start = next((at for at, word in enumerate(told) if word not in _OPENINGS), len(told))
    return told[start:]


def _same_modality(old: Fact, new: Fact) -> bool:
    return old.modality == new.modality


_ASPECTS: Mapping[ChangeKind, Callable[[Fact, Fact], bool]] = {
    "value": same_figure,
    "comparator": _same_comparator,
    "speaker": _same_speakers,
    "period": _same_period,
    "modality": _same_modality,
}
