"""Units of measure and money that words stand before: *32 more gigawatts*, *132 city-owned acres*, *500 more euros*."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace as with_fields

from claimx.model import Kind, Quantity
from claimx.nlp.nounphrases import NounPhrase
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.unit import Currency, Unit
from claimx.rulebook.kinds.wording import UnitNouns

_SHORTEST = 4
"""Letters; shorter forms are abbreviations, which nothing but the number stands before."""


class Measured(NamedTuple):
    """What a word measures: the kind and name of the unit, what one of it is in that, and the rule that knows it."""

    kind: Kind
    name: str
    factor: Decimal
    rule: str

    def applied(self, quantity: Quantity) -> Quantity:
        """The quantity in the unit."""
        value = None if quantity.value is None else quantity.value * self.factor
        return with_fields(quantity, kind=self.kind, unit=self.name, value=value)


class MeasureNouns:
    """Knows the units of one rulebook that are words of their own."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.of(UnitNouns)
        self._adding = frozenset(word for rule in words for word in rule.dropped)
        self._things = frozenset(word for rule in words for word in rule.things)
        self._measures: dict[str, Measured] = {}
        for form, measured in _measures(rulebook):
            self._measures.setdefault(form, measured)
        self._all_moneys = dict(_moneys(rulebook))
        self._moneys = {form: one for form, one in self._all_moneys.items() if form not in self._things}

    def of_many(self, phrase: NounPhrase) -> Measured | None:
        """The money that a plural names after thousands or millions of it, whatever stands before: *millions of public
        pounds*."""
        return self._all_moneys.get(phrase.head.lower_) if phrase.head.tag_ == "NNS" else None

    def of(self, phrase: NounPhrase) -> Measured | None:
        """The unit that a plural with words before it names. What also names things, and money, is one only after words
        that add to it or take from it: *three more feet*, not *three left feet*."""
        form = phrase.head.lower_
        found = self._measures.get(form) or self._moneys.get(form)
        if found is None or phrase.head.tag_ != "NNS":
            return None
        adding = all(word.lower_ in self._adding for word in phrase.modifiers)
        return found if adding or not (form in self._things or found.kind == "money") else None


def _measures(rulebook: Rulebook) -> Iterator[tuple[str, Measured]]:
    for rule in rulebook.of(Unit):
        if rule.measures != "measure" or rule.exact or rule.attached or rule.near or rule.next:
            continue
        for name, forms in rule.written():
            if " per " not in name:
                yield from ((form.lower(), Measured("measure", name, rule.factor, rule.id)) for form in _words(forms))


def _moneys(rulebook: Rulebook) -> Iterator[tuple[str, Measured]]:
    for rule in rulebook.of(Currency):
        if rule.after and not rule.exact and not rule.near and not rule.lands:
            for name, forms in rule.currencies.items():
                yield from ((form.lower(), Measured("money", name, rule.factor, rule.id)) for form in _words(forms))


def _words(forms: tuple[str, ...]) -> Iterator[str]:
    return (form for form in forms if form.isalpha() and len(form) >= _SHORTEST)
