"""Whose money a sign or a name means that several countries share: *$12m* in a text about Australia alone."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from claimx.model import Cleaned, Document, Mention
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.money import SharedMoney

_OFTEN = 2
"""Times that a text names a country at least which it is about."""
_ALONE = 4
"""Times as often as all others together that a country is named which a text is about."""


class SharedMoneys:
    """Reads shared signs and names of money by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._shared = tuple(map(_Shared, rulebook.of(SharedMoney)))

    def settled(self, document: Document, cleaned: Cleaned, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions, those of shared money in the money of the country that the document is about."""
        for shared in self._shared:
            mentions = shared.settled(document.text, cleaned, mentions)
        return tuple(mentions)


class _Shared:
    """One rule, with its words compiled when they are first needed."""

    def __init__(self, rule: SharedMoney) -> None:
        self._rule = rule

    def settled(self, text: str, cleaned: Cleaned, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """The mentions, those of the shared money in that of the text's country."""
        shared = [i for i, mention in enumerate(mentions) if self._is_shared(text, mention)]
        local = self._local(text, cleaned, mentions) if shared else None
        if local is None:
            return mentions
        settled = list(mentions)
        for i in shared:
            settled[i] = self._in_money(mentions[i], local)
        return settled

    def _is_shared(self, text: str, mention: Mention) -> bool:
        quantity = mention.quantity
        if quantity is None or quantity.unit != self._rule.usual or quantity.per in self._rule.world:
            return False
        surface = text[mention.start : mention.end]
        return self._written.search(surface) is not None and self._named.search(surface) is None

    def _is_spelt_out(self, text: str, mention: Mention) -> bool:
        """Whether the usual money is told from another's in writing: *US$12m*, *51 US cents*."""
        quantity = mention.quantity
        if quantity is None or quantity.unit != self._rule.usual or quantity.per in self._rule.world:
            return False
        surface = text[mention.start : mention.end].lower()
        return any(name.lower() in surface for name in self._rule.written) and not self._is_shared(text, mention)

    def _local(self, text: str, cleaned: Cleaned, mentions: Sequence[Mention]) -> str | None:
        """The one other currency whose country the content names, if it is the only one by far. Whoever tells it from
        the usual one in writing means the usual one where nothing is told, and the other way round."""
        lands: Counter[str] = Counter()
        usual, spelt_out = 0, any(self._is_spelt_out(text, one) for one in mentions)
        for block in cleaned.content:
            for match in self._named.finditer(text, block.start, block.end):
                land = self._lands[match[0]]
                if land != self._rule.usual:
                    lands[land] += 1
                elif self._rule.weighed:
                    usual += 1
                elif not spelt_out:
                    return None
        told = {one.quantity.unit for one in mentions if one.quantity and self._sign.search(text, one.start, one.end)}
        land, often = max(lands.items(), key=lambda counted: (counted[1], counted[0]), default=("", 0))
        alone = often >= _OFTEN and often >= (_OFTEN if self._rule.weighed else _ALONE) * (
            lands.total() - often + usual
        )
        return land if land and alone and land not in told else None

    def _in_money(self, mention: Mention, code: str) -> Mention:
        assert mention.quantity is not None
        rules = tuple(dict.fromkeys((*mention.rules, self._rule.id)))
        return replace(mention, rules=rules, quantity=replace(mention.quantity, unit=code))

    @cached_property
    def _lands(self) -> dict[str, str]:
        """Which currency each name of a country or place speaks for; none of these where it is elsewhere."""
        lands = {name: code for code, names in self._rule.lands.items() for name in names}
        return lands | dict.fromkeys(self._rule.elsewhere, "") | dict.fromkeys(self._rule.home, self._rule.usual)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        names = sorted(self._lands, key=len, reverse=True)
        words = [re.escape(name) for name in names if name[0].isalpha()]
        initials = "".join(sorted({name[0] for name in names if name[0].isalpha()}))
        signs = "".join(rf"|{re.escape(name)}" for name in names if not name[0].isalpha())
        named = rf"\b(?=[{initials}])(?:{'|'.join(words)})(?!\w)"  # most words have none of the initials
        return re.compile(named + signs)

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        """What is shared, whatever stands before it."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, self._rule.written))})(?![A-Za-z])", re.IGNORECASE)

    @cached_property
    def _written(self) -> re.Pattern[str]:
        """What is shared, without letters before it that would say whose it is."""
        return re.compile(rf"(?<![A-Za-z.]){self._sign.pattern}", re.IGNORECASE)
