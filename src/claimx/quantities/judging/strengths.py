"""How strong a group is: *a 3,000-strong force* counts persons."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as with_fields

from claimx.nlp.annotation import end_of
from claimx.nlp.nounphrases import is_hyphen, noun_phrase_from
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns


class Strengths:
    """Finds such units by the nouns of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(CountedNouns)
        self._units = {noun: (unit, rule.id) for rule in rules for noun, unit in rule.strengths.items()}

    def of(self, reading: Reading) -> Reading | None:
        """The reading with its unit, up to *-strong*; None where that does not follow, or before no such group."""
        assert reading.mention is not None
        doc, at = reading.mention.doc, reading.mention.end - reading.mention.text.endswith("-")
        joined = doc[at : at + 3]
        if len(joined) < 3 or not is_hyphen(joined[0]) or joined[1].lower_ != "strong":
            return None
        group = noun_phrase_from(joined[2])
        found = self._units.get(lemma(group.head)) if group is not None else None
        if found is None:
            return None
        return replace(reading, end=end_of(joined[1])).refined(with_fields(reading.quantity, unit=found[0]), found[1])
