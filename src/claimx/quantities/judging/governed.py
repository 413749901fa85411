"""The noun or verb of change that a figure hangs on: *a rise of 3%*, *rose 7,000*, *fell by 48%*, *grew to £8bn*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claimx.nlp import Token
from claimx.nlp.phrases import ancestors, lemma
from claimx.nlp.syntax import FINITE
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.sizes import goes_on_at, is_attribute, is_missed, is_passed, is_size, takes_from
from claimx.quantities.judging.turns import Turn, Turns

_SHARES = frozenset({"percentage", "percentage_points", "fraction", "multiple"})
_PREPOSITIONS = frozenset({"", "by", "to", "from", "at", "in", "on", "below", "above", "past", "through"})
_FAR_UP = 40
"""Words on the way up from a figure after which its verb is not looked for."""
_HEIGHTS = frozenset(
    {"a", "an", "its", "their", "new", "record", "historic", "fresh", "mere", "measly", "paltry"}
    | {"another", "further"}
)
"""Words before a figure that only say how high or low it is."""
_EXTREMES = frozenset(
    {
        "high",
        "low",
        "peak",
        "trough",
        "record",
        "total",
        "level",
        "rate",
        "pace",
        "sum",
        "maximum",
        "minimum",
        "average",
        "factor",
        "range",
    }
)
"""Nouns before *of* and a figure that is the level itself: *sank to a low of 3p*."""


def turn_of_noun(reading: Reading, turns: Turns) -> tuple[Turn | None, str]:
    """*a 3% increase*, *an increase of 3%*, *£35bn of cuts*, *a rise to 5%*."""
    parted = reading.partitive and reading.quantity.kind != "money"
    if reading.noun is not None and not parted:
        kind, word = reading.candidate.quantity.kind, turns.naming(reading.noun.head, reading.quantity)
        if word is not None and (kind not in {"count", "duration"} or turns.sizes(reading, reading.noun.head)):
            return word, "delta"
    governor, preposition = _governor(reading)
    if governor is None or parted or preposition not in {"of", "to", "from", "by"}:
        return None, "delta"
    governor = _object_beside(governor, reading) if preposition in {"to", "from"} else governor
    governor = _changed_in(governor, turns) if preposition == "of" else governor
    word = turns.naming(governor, reading.quantity) if governor.pos_ in {"NOUN", "PROPN"} else None
    if preposition == "of" and word is not None and lemma(governor) in {"level", "rate"}:
        return None, "delta"
    return word, {"to": "to", "from": "from"}.get(preposition, "delta")


def _changed_in(noun: Token, turns: Turns) -> Token:
    """The noun of change before *in* and what changes, where the parse hangs the size on that: *a rise in sea levels of
    5cm*; the noun itself where there is none."""
    change = noun.head.head
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and change.i < noun.i
    return change if within and lemma(change) in turns.nouns else noun


def _object_beside(verb: Token, reading: Reading) -> Token:
    """The object right before the prepositions that the parse hangs on its verb: *forecast a fall from 9% in May to
    7%*; the word itself where there is none."""
    assert reading.mention is not None
    start = reading.mention.start
    for thing in verb.children:
        if thing.dep_ in {"dobj", "obj", "attr"} and thing.i + 1 < start and thing.nbor().lower_ in {"from", "to"}:
            return thing
    return verb


def turn_of_verb(reading: Reading, turns: Turns) -> tuple[Turn | None, str]:
    """*rose 7,000*, *fell by 48%*, *increased to £8bn*, *cut one point from growth*, *put on 5%*."""
    governor, preposition = _governor(reading)
    if governor is None or preposition not in _PREPOSITIONS or _is_aside(reading) or is_missed(reading):
        return None, "delta"
    outer = None
    if preposition == "by" and not _counts(reading):
        outer = _past_clauses(governor, turns) or _past_comma(reading, governor)
    lead = _before_height(reading.mention[0]) if reading.mention is not None else None
    for verb in (*_verbs_of(governor), *([outer] if outer is not None else [])):
        if lead is not None and lead.lower_ == "on":
            if lead.i > verb.i + 1:
                return None, "delta"
            return turns.onto.get(lemma(verb)) if is_size(reading, verb) else None, "delta"
        word = turns.verbs.get(lemma(verb))
        if word is None and (preposition in {"by", "to"} or lemma(verb) in turns.going):
            word = _particle(verb, turns)
        if word is None and not preposition and lead is not None and _is_share(reading):
            word = turns.phrasal.get(f"{lemma(verb)} {lead.lower_}")
        if word is None or (preposition == "by" and lemma(verb) == "lose" and reading.quantity.kind == "count"):
            continue
        if word[0] == "none":
            stays = preposition == "at" or (preposition == "in" and not _counts(reading))
            stays = stays and reading.quantity.kind != "duration"
            return (word, "none") if stays else (None, "delta")
        if not preposition and is_passed(reading, word[0]):
            return word, "to"
        if not preposition and is_attribute(reading, turns):
            return None, "delta"
        if preposition in {"", "by"}:
            return (word, "delta") if preposition or is_size(reading, verb) else (None, "delta")
        if preposition == "at" and goes_on_at(reading, verb, lead):
            return word, "delta"
        if preposition == "to" and lemma(verb) == "add":
            return None, "delta"
        if preposition in {"at", "in"} or (preposition == "from" and reading.noun and takes_from(verb, reading)):
            return None, "delta"
        return word, "from" if preposition == "from" else "to"
    return None, "delta"


def _past_clauses(word: Token, turns: Turns) -> Token | None:
    """The verb of change whose object holds the clause that a word hangs in: *reduce the number it employs by 475*;
    the parse puts the size of the change with the nearest verb."""
    for above in islice(ancestors(word), _FAR_UP):
        if above.dep_ in {"dobj", "obj"} and above.pos_ in {"NOUN", "PROPN"}:
            return above.head if lemma(above.head) in turns.verbs else None
        if above.tag_ in FINITE and above.dep_ != "relcl":
            return None
    return None


def _past_comma(reading: Reading, word: Token) -> Token | None:
    """The main verb of the sentence for a size that comes late: *output shrank for the fourth month, by 2%*."""
    assert reading.mention is not None
    comma = reading.mention.start - 2
    return word.sent.root if comma > word.sent.start and word.doc[comma].text == "," else None


def _is_aside(reading: Reading) -> bool:
    """Whether a share only tells again, in another measure, how much was just named: *300 jobs, about 4% of its
    staff*, *£5m, or 8% of income*."""
    mention = reading.mention
    if mention is None or not reading.partitive or reading.quantity.kind not in _SHARES:
        return False
    before = mention.doc[mention.start - 1] if mention.start > mention[0].sent.start else None
    if mention.root.dep_ == "appos" or (before is not None and before.lower_ == "or"):
        return True
    named = any(child.dep_ == "dobj" and child.i < mention.start for child in mention.root.head.children)
    return before is not None and before.text == "," and named


def _is_share(reading: Reading) -> bool:
    """Whether a figure is a share or so many points, and a part of nothing that is named."""
    return not reading.partitive and (reading.quantity.kind in _SHARES or reading.quantity.unit == "point")


def _particle(verb: Token, turns: Turns) -> Turn | None:
    """The direction that a particle gives to a verb without one: *gone down by 19%*, *taken up to 5%*."""
    for child in verb.children:
        if child.lower_ in {"up", "down"} and child.dep_ in {"prt", "advmod"} and lemma(verb) in turns.moving:
            return turns.others.get(child.lower_)
    return None


def _governor(reading: Reading) -> tuple[Token | None, str]:
    """The word that the mention depends on, and the preposition between them (empty where there is none)."""
    root = reading.root
    assert reading.mention is not None
    if root is None:
        return None, ""
    while root.head.i != root.i and reading.mention.start <= root.head.i < reading.mention.end:
        root = root.head
    lead = _before_height(reading.mention[0])
    if lead is not None and lead.tag_ in {"IN", "TO"} and lead.lower_ in {"by", "to", "from", "at", "of"}:
        preposition, word = lead.lower_, lead
        while word.head.i != word.i and word.head.tag_ in {"IN", "TO"}:
            word = word.head
        extreme = word.head
        within = extreme.head.tag_ in {"IN", "TO"} and extreme.head.lower_ != "in"
        if preposition == "of" and lemma(extreme) in _EXTREMES and within:
            return extreme.head.head, extreme.head.lower_
        return extreme, preposition
    if lead is not None and lead.tag_ == "POS":
        return None, ""
    if root.dep_ == "pobj" and root.head.tag_ in {"IN", "TO"}:
        return root.head.head, root.head.lower_
    return (root.head, "") if root.head.i != root.i else (None, "")


def _before_height(first: Token) -> Token | None:
    """The word before a figure in its sentence, over what says how high that is: *surged to a record £40bn*."""
    before = first
    while before.i > before.sent.start and before.i > first.i - 4:
        before = before.nbor(-1)
        if before.lower_ not in _HEIGHTS:
            break
    if before.i + 1 < first.i and before.lower_ not in {"to", "at", "on"}:
        before = first.nbor(-1)
    return before if before.i < first.i else None


def _verbs_of(word: Token) -> Iterator[Token]:
    """The verb itself, or the verb that a phrase such as *in trading* or a chain of prepositions hangs on."""
    if word.pos_ in {"VERB", "AUX"}:
        yield word
        if word.dep_ in {"xcomp", "aux"}:
            yield word.head
        return
    if word.tag_ == "NNS" and not any(token.tag_ in FINITE for token in word.sent[: word.i - word.sent.start]):
        yield word
    for above in islice(ancestors(word), _FAR_UP):
        if above.pos_ in {"VERB", "AUX"}:
            if word.tag_ in {"IN", "TO", "RB", "RP"} or word.dep_ in {"dobj", "npadvmod", "prt"}:
                yield above
            return


def _counts(reading: Reading) -> bool:
    """Whether a figure counts a noun or is a share of one, so that *by* before it says who did something."""
    return reading.noun is not None or reading.partitive
