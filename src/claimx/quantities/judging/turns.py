"""The words that say that something rose, fell or stayed."""

from __future__ import annotations

from claimx.model import Direction, Quantity
from claimx.nlp import Token
from claimx.nlp.phrases import lemma, subject_of
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ChangeWords

Turn = tuple[Direction, str]
"""A direction and the rule that gives it."""
SHARES = frozenset({"percentage", "percentage_points"})
_POINT = "point"
_LENGTHS = frozenset({"metre", "meter", "km", "mile", "foot", "yard", "cm", "inch"})
_SOMEBODY = frozenset({"he", "she", "they", "we", "i", "you", "who"})
MORE = frozenset({"more", "fewer", "less"})


class Turns:
    """The words of change of one rulebook, as lemmas, with what each means."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.verbs: dict[str, Turn] = {}
        self.nouns: dict[str, Turn] = {}
        self.others: dict[str, Turn] = {}
        self.onto: dict[str, Turn] = {}
        """Verbs that have a direction with *on* before the size."""
        self.phrasal: dict[str, Turn] = {}
        """Verbs with their particle that have a direction before a share or points."""
        self.bringing: dict[str, Turn] = {}
        """Verbs that have a direction with one of the totals as their object and *to* before its level."""
        self.totals = frozenset(noun for rule in rulebook.of(ChangeWords) for noun in rule.totals)
        self._of_shares: dict[str, Turn] = {}
        self.going = frozenset(verb for rule in rulebook.of(ChangeWords) for verb in rule.going)
        """Verbs of how prices stand or go, to which up and down give the direction."""
        self.moving = self.going.union(*(rule.moving for rule in rulebook.of(ChangeWords)))
        """Those, and verbs that have a direction with up or down and a preposition."""
        self._ways = frozenset(verb for rule in rulebook.of(ChangeWords) for verb in rule.ways)
        self._travellers = frozenset(noun for rule in rulebook.of(ChangeWords) for noun in rule.travellers)
        for rule in rulebook.of(ChangeWords):
            self.verbs.update(dict.fromkeys(rule.verbs, (rule.direction, rule.id)))
            self.nouns.update(dict.fromkeys(rule.nouns, (rule.direction, rule.id)))
            self.others.update(dict.fromkeys(rule.others, (rule.direction, rule.id)))
            self.onto.update(dict.fromkeys(rule.onto, (rule.direction, rule.id)))
            self.bringing.update(dict.fromkeys(rule.bringing, (rule.direction, rule.id)))
            self.phrasal.update(dict.fromkeys(rule.phrasal, (rule.direction, rule.id)))
            self._of_shares.update(dict.fromkeys(rule.of_shares, (rule.direction, rule.id)))

    def naming(self, noun: Token, quantity: Quantity) -> Turn | None:
        """The change that a noun names beside a quantity: *a £5m cut*; with a share or points also *a 3% loss*, while
        a loss of money is no change."""
        name = lemma(noun)
        shared = quantity.kind in SHARES or quantity.unit == _POINT or (noun.i > 0 and noun.nbor(-1).lower_ == _POINT)
        return self.nouns.get(name) or (self._of_shares.get(name) if shared else None)

    def sizes(self, reading: Reading, noun: Token) -> bool:
        """Whether a bare number before a noun of change is its size, and counts no such changes: *a 32,000 decline in
        jobs*; not *40 cuts*."""
        quantity = reading.candidate.quantity
        size = quantity.value or quantity.high
        plain = quantity.kind == "count" and not reading.candidate.ordinal and not reading.partitive
        return plain and size is not None and size > 1 and noun.tag_ == "NN" and lemma(noun) in self.nouns

    def is_way(self, reading: Reading) -> bool:
        """Whether a length is the way that somebody or something went, no change of a level: *the climber fell 20
        metres*, *tanks advanced to 300 metres from the fort*."""
        if reading.mention is None or reading.quantity.kind != "measure" or reading.quantity.unit not in _LENGTHS:
            return False
        word = reading.mention.root
        while word.pos_ not in {"VERB", "AUX"} and word.head.i != word.i:
            word = word.head
        subject = subject_of(word) if lemma(word) in self._ways else None
        if subject is None:
            return False
        return subject.lower_ in _SOMEBODY or subject.ent_type_ == "PERSON" or lemma(subject) in self._travellers
