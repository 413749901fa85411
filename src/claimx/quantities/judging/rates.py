"""Rates whose span of time stands away from the number: *thousands of families each day*, *every year 300 die*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec.structs import replace as with_fields

from claimx.nlp import Token
from claimx.nlp.annotation import end_of
from claimx.nlp.nounphrases import noun_phrase_from
from claimx.nlp.phrases import clause_head, lemma, subject_of
from claimx.quantities.judging.ratewords import described_by, past_bracket
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import Rate, UnitNouns

_PERSON = "person"
_RATED = frozenset({"money", "count", "duration", "measure"})
_PLACING = frozenset({"ago", "earlier", "later", "before", "previously"})
"""Words after a span that make it a time, not a rate: *a year ago*."""
_POWERS = frozenset({"square", "cubic"})
_ANY = frozenset({"a", "an", "any"})
_REACH = 12
"""Words after a number in which its rate is looked for."""


class Rates:
    """Finds the denominators of rates by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of(Rate)
        self._alike = frozenset(
            many for words in rulebook.of(UnitNouns) for many, one in words.singulars.items() if many == one
        )
        self._things = {noun: rule.id for rule in self._rules for noun in rule.things}
        self._sharing = {verb: rule.id for rule in self._rules for verb in rule.sharing}

    def refine(self, reading: Reading, limit: int) -> Reading:
        """The reading with the span of time that it is a rate over; `limit` is where the next quantity begins."""
        quantity = reading.quantity
        if quantity.per is not None or quantity.kind not in _RATED or reading.mention is None:
            return reading
        over = _per_noun(reading, self._things, self._alike)
        if over is not None:
            rules = [self._things[over.lower_]] if over.lower_ in self._things else []
            rated = reading.refined(with_fields(quantity, per=_name_of(over, self._alike)), *rules)
            return replace(rated, end=max(reading.end, end_of(over)))
        each = self._each(reading)
        if each is not None:
            rated = reading.refined(with_fields(quantity, per=_PERSON), each[1])
            return replace(rated, end=max(reading.end, end_of(each[0])))
        for word in self._words_near(reading, limit):
            for rule in self._rules:
                unit = _rate_unit(word, rule)
                if unit is not None:
                    widened = reading.refined(with_fields(quantity, per=unit), rule.id)
                    return _widened(widened, word, limit)
        return reading

    def shared(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, those of a list over what its last is over: *12 goals, 5 saves and 3 fouls a game*."""
        done: list[Reading] = []
        for reading in reversed(readings):
            quantity, later = reading.quantity, done[-1] if done else None
            if later is not None and quantity.per is None and later.quantity.per is not None and _lists(reading, later):
                reading = reading.refined(with_fields(quantity, per=later.quantity.per))
            done.append(reading)
        return done[::-1]

    def _each(self, reading: Reading) -> tuple[Token, str] | None:
        """*Each* behind a sum that every one of several persons pays or gets, or before the verb that says so, and the
        rule that knows the verb."""
        assert reading.mention is not None
        verb = clause_head(reading.mention.root)
        rule = self._sharing.get(lemma(verb))
        if reading.quantity.kind != "money" or rule is None:
            return None
        after = _after(reading.mention[-1], 1)
        if after is not None and after.lower_ == "each":
            return after, rule
        before = verb.nbor(-1) if verb.i > verb.sent.start else verb
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return (before, rule) if before.lower_ == "each" and not passive else None

    def _words_near(self, reading: Reading, limit: int) -> list[Token]:
        """The words that may hold the rate: those soon after the number, those that open the sentence, and those that
        modify the subject of its verb (*average hourly earnings*) or the noun that it is of (*annual savings of
        £5m*)."""
        assert reading.mention is not None
        doc, sentence = reading.mention.doc, reading.mention[0].sent
        base = reading.start - reading.mention.start_char
        last = reading.noun.head.i + 1 if reading.noun is not None else reading.mention.end
        described = described_by(reading)
        bracket = past_bracket(doc[last : min(last + _REACH, sentence.end)])
        if bracket:
            return bracket
        after: list[Token] = []
        finite = False
        for word in doc[last : min(last + _REACH, sentence.end)]:
            if base + word.idx >= limit or word.text in {";", ":"} or word.dep_ in {"relcl", "advcl"}:
                break
            finite = finite or word.tag_ in {"VBD", "VBZ", "VBP", "MD"}
            if not (finite and _has_article(word)) and not (word.i > last and _describes_another(word)):
                after.append(word)
        opening = [
            word
            for word in doc[sentence.start : min(sentence.start + 3, reading.mention.start)]
            if not _has_article(word) and not _describes_another(word)
        ]
        subject = subject_of(clause_head(reading.mention.root)) if reading.quantity.kind == "money" else None
        modifiers = [word for word in subject.children if word.dep_ == "amod"] if subject is not None else []
        if reading.quantity.kind == "money" and reading.mention.root.head.lower_ == "of":
            modifiers += [word for word in reading.mention.root.head.head.children if word.dep_ == "amod"]
        return [*described, *after, *opening, *modifiers]


def _per_noun(reading: Reading, things: Mapping[str, str], alike: frozenset[str]) -> Token | None:
    """The noun after *per*, or one of the given things after *a*, right behind what is counted: *1.5 children per
    woman*, *18 points a game*."""
    if reading.noun is None or reading.partitive:
        return None
    per, over = _after(reading.noun.head, 1), _after(reading.noun.head, 2)
    if per is None or over is None:
        return None
    if per.lower_ != "per" and not (per.lower_ in {"a", "an"} and over.lower_ in things):
        return None
    phrase = noun_phrase_from(over)
    one = phrase is not None and (phrase.head.tag_ in {"NN", "NNP"} or phrase.head.lower_ in alike)
    return phrase.head if phrase is not None and one else None


def _name_of(over: Token, alike: frozenset[str]) -> str:
    """A denominator in the singular, a measure with its power: *square kilometre*; `alike`: plurals that are singulars
    too."""
    before = over.doc[over.i - 1].lower_
    name = str(over.lower_) if over.lower_ in alike else lemma(over)
    return f"{before} {name}" if before in _POWERS else name


def _lists(reading: Reading, later: Reading) -> bool:
    """Whether nothing but a comma or *and* stands between what two numbers count."""
    if reading.noun is None or later.mention is None or {reading.quantity.kind, later.quantity.kind} != {"count"}:
        return False
    between = later.mention.doc[reading.noun.head.i + 1 : later.mention.start]
    return 0 < len(between) < 3 and all(word.lower_ in {",", "and"} for word in between)


def _after(word: Token, places: int) -> Token | None:
    """The word so many places after another in its sentence."""
    return word.doc[word.i + places] if word.i + places < word.sent.end else None


def _rate_unit(word: Token, rule: Rate) -> str | None:
    """What a word closes a rate over: the *year* of *each year*, *annually*, the *mile* of *for every mile*."""
    if word.lower_ in rule.adverbs:
        return rule.adverbs[word.lower_]
    if word.i == word.sent.start:
        return None
    doc, before = word.doc, word.doc[word.i - 1]
    further = doc[word.i - 2] if word.i - 2 >= word.sent.start else None
    following = doc[word.i + 1] if word.i + 1 < word.sent.end else None
    if following is not None and following.text == "-":
        return None
    if before.lower_ in {"every", "each"} and further is not None and further.lower_ == "for" and word.tag_ == "NN":
        return lemma(word) if word.lower_ != "one" else None
    if word.lower_ in rule.spans and before.lower_ in rule.usual:
        return str(word.lower_) if further is not None and further.lower_ in _ANY else None
    if word.lower_ not in rule.spans or before.lower_ not in rule.markers:
        return None
    if following is not None and following.lower_ in _PLACING:
        return None
    if further is not None and further.text == ")":
        return str(word.lower_)
    if _has_article(word) and ((further is not None and further.tag_ == "IN") or _is_compound(word)):
        return None
    return str(word.lower_)


def _has_article(word: Token) -> bool:
    return word.i > 0 and word.doc[word.i - 1].lower_ in {"a", "an"}


def _describes_another(word: Token) -> bool:
    """Whether an adjective of frequency belongs to a noun further on: *has £286m and keeps weekly collections*."""
    return word.dep_ in {"amod", "compound", "nmod"} and word.head.i > word.i


def _is_compound(word: Token) -> bool:
    return word.dep_ == "compound"


def _widened(reading: Reading, word: Token, limit: int) -> Reading:
    """The mention with the rate words, where they follow it directly."""
    assert reading.mention is not None
    last = reading.noun.head if reading.noun is not None else reading.mention[-1]
    between = word.doc[last.i + 1 : word.i - 1]
    end = max(reading.end, end_of(word))
    direct = word.i > last.i and all(token.tag_ in {"CC", "NNS", "NN", "JJ", "IN", "NNP"} for token in between)
    return replace(reading, end=end) if direct and len(between) <= 4 and end <= limit else reading
