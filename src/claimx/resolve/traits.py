"""What a claim is compared by, worked out once for all its comparisons."""

from claimx.model import Claim
from claimx.resolve.spans import printed
from claimx.resolve.table import Table
from claimx.resolve.values import digits

_LARGE = 100
_WINDOW = 40
"""Characters right around a figure."""
_KEPT = 512
"""Claims whose traits are kept: those of a block, and of a document, are compared after each other."""


class Traits:
    """One claim's traits. Those that few comparisons come to are worked out when they are asked for."""

    __slots__ = (
        "_around", "_contrasted", "_names", "_noun", "_table",
        "claim", "in_title", "leading", "sentence", "sentence_weight", "strength", "subject",
        "subject_weight", "telling",
    )  # fmt: skip

    def __init__(self, table: Table, index: int) -> None:
        vocabulary = table.vocabulary
        self._table = table
        self.claim: Claim = table.claims[index]
        self.sentence = table.sentence(index)
        self.sentence_weight = table.weight(index)
        self.subject = table.subject(index)
        if self.claim.subject is None and self.subject.isdisjoint(self.sentence | vocabulary.generic):
            self.subject = frozenset()  # a noun that the sentence leaves to the reader was taken from another one
        self.subject_weight = vocabulary.sum(self.subject)
        self.telling = self.subject - vocabulary.generic
        self.in_title = bool(table.in_title[index])
        self.leading = bool(table.leading[index])
        self.strength = table.strength[index]
        self._names: frozenset[int] | None = None
        self._noun: frozenset[int] | None = None
        self._around: frozenset[int] | None = None
        self._contrasted: bool | None = None

    @property
    def names(self) -> frozenset[int]:
        """The words of the subject that name somebody or something."""
        if self._names is None:
            self._names = self._table.vocabulary.names(self.claim.subject, self.claim.sentence)
        return self._names

    @property
    def noun(self) -> frozenset[int]:
        """The words of what is counted that are not generic; none where the sentence leaves it to the reader."""
        if self._noun is None:
            unit = self.claim.unit if self.claim.kind == "count" else None
            words = self._table.vocabulary.numbers(unit) if unit else ()
            self._noun = self.sentence.intersection(words) - self._table.vocabulary.generic
        return self._noun

    @property
    def contrasted(self) -> bool:
        """Whether the sentence says before the figure that it is another one than the one the text is about."""
        if self._contrasted is None:
            at = self.claim.sentence.find(printed(self.claim))
            self._contrasted = self._table.wording.leads_on(self.claim.sentence[: max(at, 0)])
        return self._contrasted

    @property
    def around(self) -> frozenset[int]:
        """The content words of the sentence that stand right around the figure; what is written in one with it, as the
        name in *ISO.9001*, is none."""
        if self._around is None:
            sentence, surface = self.claim.sentence, printed(self.claim)
            at = sentence.find(surface)
            end = at + len(surface)
            before = sentence[max(0, at - _WINDOW) : at].partition(" ")[2]
            after = sentence[end : end + _WINDOW].rpartition(" ")[0]
            self._around = self.sentence.intersection(self._table.vocabulary.numbers(before + " " + after))
        return self._around

    @property
    def vague(self) -> bool:
        """Whether the claim hardly says what it measures."""
        if self.claim.kind == "count":
            return self.claim.unit is None or not self.subject
        return not self.telling

    @property
    def is_delta(self) -> bool:
        """Whether the claim says by how much something changed, not what it was."""
        change = self.claim.change
        if change is None or self.is_counted_out:
            return False
        return change.delta is not None or self.claim.kind in ("multiple", "fraction")

    @property
    def is_counted_out(self) -> bool:
        """Whether it is a share in the form of *four in ten*, in which nobody tells the size of a change."""
        return self.claim.kind == "fraction" and " in " in self.claim.surface

    @property
    def is_plain_change(self) -> bool:
        """Whether all that the claim measures is the change that it states: *a 9% jump*, *a fall of a tenth*."""
        if self.telling or not self.subject:
            return False
        sentence, surface = self.claim.sentence, printed(self.claim)
        at = sentence.find(surface)
        before, after = sentence[max(0, at - _WINDOW) : max(0, at)], sentence[at + len(surface) :][:_WINDOW]
        named = before.split()[-3:-1] if before.endswith(" of ") else after.split()[:2]
        return not self.subject.isdisjoint(self._table.vocabulary.numbers(" ".join(named)))

    @property
    def bare(self) -> bool:
        """Whether it is a number of some length, and the sentence does not say of what."""
        claim = self.claim
        if claim.kind != "count" or claim.unit is not None or claim.subject is not None or claim.value is None:
            return False
        return digits(claim.value) > 1 or claim.value >= _LARGE


class AllTraits:
    """The traits of a table's claims, as many as are needed at a time."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._kept: dict[int, Traits] = {}

    def of(self, index: int) -> Traits:
        """One claim's traits."""
        known = self._kept.get(index)
        if known is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            known = self._kept[index] = Traits(self._table, index)
        return known
