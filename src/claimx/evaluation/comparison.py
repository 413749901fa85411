"""One document's gold beside what was found in it: what matches, what is right, and every mistake."""

from collections.abc import Iterator, Sequence

from msgspec import UNSET, Struct

from claimx.evaluation.fields import FIELDS, compares, folded, states
from claimx.evaluation.gold import GoldDocument, GoldMention
from claimx.model import Claim, Excluded

_STRICT = ("value", "unit", "comparator")
_WHOLE = {"strict": _STRICT, "full": (*_STRICT, "mode", "speakers")}
"""Fields that must all be right."""

_CLAIM_SCORES = ("detection", *_WHOLE)

Found = Claim | Excluded


class Mistake(Struct, frozen=True):
    """One difference from the gold, and the rules that were at work."""

    document: str
    start: int
    surface: str
    what: str
    """`missed`, `false claim`, `unaccounted`, `reason`, or the name of a field."""
    expected: str
    found: str
    rules: tuple[str, ...] = ()


class Comparison:
    """One document's gold beside what was found in it."""

    def __init__(
        self, document: GoldDocument, text: str, claims: Sequence[Claim], excluded: Sequence[Excluded]
    ) -> None:
        self._id = document.id
        self._text = text
        self._mentions = document.mentions
        self._claims = claims
        self._excluded = excluded
        asserted = [mention for mention in document.mentions if mention.claim]
        self._matched = self._match(asserted)
        self.pairs = [(mention, self._matched[id(mention)]) for mention in asserted if id(mention) in self._matched]

    def _match(self, asserted: Sequence[GoldMention]) -> dict[int, Claim]:
        """Each gold claim's claim, those that overlap most first; nothing is matched twice."""
        candidates = sorted(
            (
                (_overlap(mention, claim), i, j)
                for i, mention in enumerate(asserted)
                for j, claim in enumerate(self._claims)
                if self._share_number(mention, claim)
            ),
            key=lambda item: (-item[0], *item[1:]),
        )
        matched: dict[int, Claim] = {}
        taken: set[int] = set()
        for _, i, j in candidates:
            if id(asserted[i]) not in matched and j not in taken:
                matched[id(asserted[i])] = self._claims[j]
                taken.add(j)
        return matched

    def _share_number(self, mention: GoldMention, found: Found) -> bool:
        assert mention.start is not None
        assert mention.end is not None
        start, end = max(mention.start, found.start), min(mention.end, found.end)
        return start < end and any(char.isalnum() for char in self._text[start:end])

    def counts(self) -> Iterator[tuple[str, str]]:
        """One (column, score) pair for each thing to count."""
        for mention in self._mentions:
            yield from self._of_mention(mention)
        gold_of = {claim.id: mention for mention, claim in self.pairs}
        for claim in self._claims:
            gold = gold_of.get(claim.id)
            yield from (("found", name) for name in _CLAIM_SCORES)
            for name in FIELDS:
                if states(claim, name) and (gold is None or compares(gold, name)):
                    yield ("found", name)
        for mention, claim in self.pairs:
            right = {name for name, check in FIELDS.items() if check(mention, claim)}
            yield ("right", "detection")
            yield from (("right", name) for name in right if states(mention, name))
            yield from (("right", name) for name, needed in _WHOLE.items() if right.issuperset(needed))

    def _of_mention(self, mention: GoldMention) -> Iterator[tuple[str, str]]:
        seen = self._seen(mention)
        yield from ((column, "ledger") for column in ("gold", "found"))
        if seen:
            yield ("right", "ledger")
        if mention.claim:
            yield from (("gold", name) for name in _CLAIM_SCORES)
            yield from (("gold", name) for name in FIELDS if states(mention, name))
            return
        yield from ((column, "reasons") for column in ("gold", "found"))
        if any(isinstance(one, Excluded) and one.reason == mention.reason for one in seen):
            yield ("right", "reasons")

    def _seen(self, mention: GoldMention) -> list[Found]:
        everything: tuple[Found, ...] = (*self._claims, *self._excluded)
        return [one for one in everything if self._share_number(mention, one)]

    def rules(self) -> Iterator[tuple[str, bool]]:
        """Each rule of each claim or exclusion that the gold speaks of, and whether that came out right."""
        for mention, claim in self.pairs:
            right = all(FIELDS[name](mention, claim) for name in _WHOLE["strict"])
            yield from ((rule, right) for rule in claim.rules)
        for mention in self._mentions:
            for one in self._seen(mention):
                if isinstance(one, Excluded):
                    yield from ((rule, one.reason == mention.reason) for rule in [one.rule] if rule)
                elif not mention.claim:
                    yield from ((rule, False) for rule in one.rules)

    def mistakes(self) -> Iterator[Mistake]:
        """Every difference, in the order of the gold."""
        for mention in self._mentions:
            seen = self._seen(mention)
            if not seen:
                yield self._mistake(
                    mention, "unaccounted", "claim" if mention.claim else str(mention.reason), "nothing"
                )
            elif not mention.claim:
                yield from self._wrong_reason(mention, seen)
            elif id(mention) not in self._matched:
                reasons = (
                    ", ".join(one.reason for one in seen if isinstance(one, Excluded)) or "a claim of another number"
                )
                yield self._mistake(mention, "missed", "claim", reasons, seen[0])
            else:
                yield from self._wrong_fields(mention, self._matched[id(mention)])
        matched = {claim.id for claim in self._matched.values()}
        for claim in self._claims:
            if claim.id not in matched and not any(self._share_number(mention, claim) for mention in self._mentions):
                yield Mistake(self._id, claim.start, claim.surface, "false claim", "nothing", claim.kind, claim.rules)

    def _wrong_reason(self, mention: GoldMention, seen: Sequence[Found]) -> Iterator[Mistake]:
        if any(isinstance(one, Excluded) and one.reason == mention.reason for one in seen):
            return
        first = seen[0]
        if isinstance(first, Claim):
            yield self._mistake(mention, "false claim", str(mention.reason), first.kind, first)
        else:
            yield self._mistake(mention, "reason", str(mention.reason), first.reason, first)

    def _wrong_fields(self, mention: GoldMention, claim: Claim) -> Iterator[Mistake]:
        for name, check in FIELDS.items():
            if not check(mention, claim):
                yield self._mistake(mention, name, _shown(mention, name), _shown(claim, name), claim)

    def _mistake(self, mention: GoldMention, what: str, expected: str, found: str, one: Found | None = None) -> Mistake:
        rules = one.rules if isinstance(one, Claim) else (one.rule,) if one is not None and one.rule else ()
        return Mistake(self._id, mention.start or 0, mention.surface, what, expected, found, rules)


def _overlap(mention: GoldMention, found: Found) -> int:
    assert mention.start is not None
    assert mention.end is not None
    return min(mention.end, found.end) - max(mention.start, found.start)


_VALUE_FIELDS = ("value", "low", "high", "numerator", "denominator", "vague", "from_", "to")


def _shown(record: GoldMention | Claim, name: str) -> str:
    """The field as the mistake shows it."""
    if name == "value":
        change = record.change
        numbers = {field: getattr(record, field, None) for field in _VALUE_FIELDS}
        numbers |= {field: getattr(change, field, None) or numbers[field] for field in ("from_", "to")}
        return ", ".join(f"{field.rstrip('_')} {number}" for field, number in numbers.items() if number is not None)
    if name == "speakers":
        names = record.speakers if isinstance(record, GoldMention) else [s.name for s in record.attribution.speakers]
        return ", ".join(names) or "nobody"
    if name == "mode":
        return record.mode if isinstance(record, GoldMention) else record.attribution.mode
    if name == "change":
        change = record.change
        return "no change" if change is None else f"{change.direction}, {'by' if change.delta else 'levels'}"
    value = getattr(record, name)
    return "nothing" if value is None or value is UNSET else str(value) if folded(str(value)) else repr(value)
