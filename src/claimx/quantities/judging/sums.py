"""Sums that name no money: *thieves stole millions*, which the verb tells are money, in that of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.model import Mention
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import SumVerbs

_OBJECTS = frozenset({"dobj", "obj", "npadvmod", "dative"})
_FAR_MORE = 2
"""Times as often as any other that a text's own money is told."""


class Sums:
    """Finds magnitudes that are sums of money by the verbs of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(SumVerbs)
        self._verbs = {verb: rule.id for rule in rules for verb in rule.verbs}
        self._large = {verb: rule.id for rule in rules for verb in rule.of_millions}

    def of(self, reading: Reading) -> Reading | None:
        """The reading as money, of no named currency; None where its verb is about no money or has another object."""
        vague = reading.quantity.vague
        if vague is None or not vague.endswith("s") or reading.mention is None:
            return None
        root = reading.mention.root
        verb = root.head
        large = vague.split()[-1] in {"millions", "billions", "trillions"}
        rule = self._verbs.get(lemma(verb)) or (self._large.get(lemma(verb)) if large else None)
        objects = [child for child in verb.children if child.dep_ == "dobj" and child.i > root.i]
        if rule is None or objects or (root.dep_ not in _OBJECTS and verb.lower_ != "worth"):
            return None
        return reading.refined(with_fields(reading.quantity, kind="money"), rule)


def in_own_money(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, sums without a currency in the one that the text tells its sums in, if that is one by far."""
    told = Counter(one.quantity.unit for one in mentions if one.quantity and one.quantity.kind == "money")
    unnamed = told.pop(None, 0)
    most = told.most_common(2)
    if not unnamed or not most or (len(most) > 1 and most[0][1] < _FAR_MORE * most[1][1]):
        return tuple(mentions)
    own = most[0][0]
    return tuple(
        with_fields(one, quantity=with_fields(one.quantity, unit=own))
        if one.quantity and one.quantity.kind == "money" and one.quantity.unit is None
        else one
        for one in mentions
    )
