"""The words that say how firmly a figure is asserted, and what each of them says."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.model import Modality
from claimx.nlp import Span, Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.clauses import is_comparison, is_infinitive
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ModalityWords

_CHANCES = frozenset({"likely", "unlikely"})
"""Adjectives that foresee by themselves, and only compare with *more* or *less* before them."""

_LEAD = 6
"""Words of a sentence among which the verb stands that opens it."""
_LEADING_ON = frozenset({"for", "instance", "example", "now", "so", "but", "and", "or", "let", "us", "then", "just"})
_SUPPOSED = frozenset({"PRP", "PRP$", "DT", "NNP", "NNS", "JJ", "IN", "EX"})
"""What begins the thing or the clause that is supposed."""

_WEIGHT: dict[Modality, int] = {
    "actual": 0,
    "forecast": 1,
    "proposal": 2,
    "hypothetical": 3,
    "denied": 4,
    "question": 5,
}
"""Of several modalities on the way up from the number, the weightiest stands."""
Found = tuple[Modality, str]
"""A modality and the rule that gives it."""


class ModalWords:
    """The words of one rulebook, as lemmas, with what each says."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(ModalityWords)
        self.verbs = _lexicon((rule, rule.verbs) for rule in rules)
        self.nouns = _lexicon((rule, rule.nouns) for rule in rules)
        self.auxiliaries = _lexicon((rule, rule.auxiliaries) for rule in rules)
        self.markers = _lexicon((rule, rule.markers) for rule in rules)
        self.of_kinds = {
            (word, kind): (rule.modality, rule.id)
            for rule in rules
            for word, kinds in rule.of_kinds.items()
            for kind in kinds
        }
        self.outlines = frozenset(verb for rule in rules for verb in rule.outlines)
        self._outdoing = frozenset(verb for rule in rules for verb in rule.outdoing)
        self.removing = frozenset(verb for rule in rules for verb in rule.removing)
        self.unmarked = frozenset(verb for rule in rules for verb in rule.unmarked)
        supposed = {verb: (rule.modality, rule.id) for rule in rules for verb in rule.supposing}
        self._supposed: dict[str, Found] = supposed
        self.happening = frozenset(verb for rule in rules for verb in rule.happening)
        self.threatened = frozenset(verb for rule in rules for verb in rule.threatened)
        self._counted = frozenset(noun for rule in rules for noun in rule.counted)
        self._settled = frozenset(verb for rule in rules for verb in rule.settled)
        self.proposed = next(((rule.modality, rule.id) for rule in rules if rule.modality == "proposal"), None)
        self.asked = next(((rule.modality, rule.id) for rule in rules if rule.modality == "question"), None)

    def governed(self, governor: Token, came_from: Token) -> Found | None:
        """What a verb says of what it governs, by itself or with the preposition or *to* between: *call for*. Some say
        it in one form alone: *is considering*, not *is considered*."""
        name = lemma(governor) if governor.pos_ in {"VERB", "AUX"} else str(governor.lower_)
        follows = came_from.pos_ == "ADP" and came_from.i > governor.i
        link = came_from.lower_ if follows else "to" if is_infinitive(came_from) else ""
        if is_infinitive(came_from) and f"{name} to {lemma(came_from)}" in self._settled:
            return None
        if name in _CHANCES and is_comparison(governor):
            return None
        if is_infinitive(came_from) and (found := self.verbs.get(f"{name} to do")) is not None:
            return found
        return self.verbs.get(f"{name} {link}") or self.verbs.get(name) or self.verbs.get(governor.lower_)

    def supposed(self, sentence: Span) -> Found | None:
        """What a sentence says of all its figures that opens with *suppose* or the like, behind what leads on to it:
        *But let us say the pound falls to $1*."""
        for word in sentence[:_LEAD]:
            if word.lower_ in self._supposed:
                following = word.nbor() if word.i + 1 < sentence.end else word
                opens = following.tag_ in _SUPPOSED or following.lower_ == "that"
                return self._supposed[word.lower_] if opens else None
            if word.is_alpha and word.lower_ not in _LEADING_ON:
                return None
        return None

    def linked(self, noun: Token, came_from: Token) -> Found | None:
        """What a noun says of what a preposition or *to* joins to it: *a call for*, *a call to raise*."""
        if is_infinitive(came_from):
            return self.nouns.get(f"{lemma(noun)} to do")
        return self.nouns.get(f"{lemma(noun)} {came_from.lower_}") if came_from.pos_ == "ADP" else None

    def of_thing_wanted(self, clause: Token) -> Found | None:
        """What a verb says of something that is not there yet, and so of the clause in the present that describes it:
        *calls for rates that rise to 28%*."""
        noun = clause.head
        known = any(child.lower_ == "the" or child.tag_ == "PRP$" for child in noun.children)
        link = noun.head if noun.head.pos_ == "ADP" else noun
        if known or clause.tag_ not in {"VBZ", "VBP"} or link.head.pos_ != "VERB" or noun.dep_ not in {"dobj", "pobj"}:
            return None
        found = self.governed(link.head, link)
        return found if found is not None and found[0] == "proposal" else None

    def is_outdone(self, noun: Token, came_from: Token) -> bool:
        """Whether what was foreseen is only what a figure beside it is compared with: *sales beat forecasts, rising
        3%*; not *beat forecasts of 3%*."""
        outdone = noun.dep_ == "dobj" and lemma(noun.head) in self._outdoing and came_from.i > noun.i
        return outdone and came_from.lower_ not in {"of", "for", "to", "from"}

    def named(self, noun: Token, reading: Reading) -> Found | None:
        """What a noun says of a figure; some say it of some kinds alone, or not where they are counted
        themselves."""
        if lemma(noun) in self._counted and any(child.dep_ == "nummod" for child in noun.children):
            return None
        return self.nouns.get(lemma(noun)) or self.of_kinds.get((lemma(noun), reading.quantity.kind))


def _lexicon(entries: Iterable[tuple[ModalityWords, tuple[str, ...]]]) -> dict[str, Found]:
    return {word: (rule.modality, rule.id) for rule, words in entries for word in words}


def weightiest(found: Iterable[Found | None]) -> Found | None:
    """Of several modalities the one that stands, or None where there is none."""
    return max((one for one in found if one is not None), key=lambda one: _WEIGHT[one[0]], default=None)
