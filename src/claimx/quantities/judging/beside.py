"""The word of direction right beside the size of a change: *up 5%*, *5% higher*, *two fewer*."""

from __future__ import annotations

from claimx.model import Kind
from claimx.nlp import Token
from claimx.nlp.nounphrases import is_hyphen
from claimx.nlp.phrases import lemma
from claimx.nlp.syntax import FINITE
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.turns import MORE, Turn, Turns

_SHARES = frozenset({"percentage", "percentage_points", "fraction", "multiple"})
_ARTICLES = frozenset({"a", "an", "another"})
"""Words that make a noun of the word after a figure, where the parse may see a verb: *a six per cent cut*."""
_LEVELS = frozenset({"above", "below"})
"""Words that compare a share with a level: *15% below the peak*; after other figures they only place."""
_TURNS = frozenset({"up", "down", "upward", "upwards", "downward", "downwards"})
_PHRASAL = frozenset(
    {"make", "take", "pick", "snap", "rack", "buy", "use", "eat", "cough", "put", "give", "line", "round", "set", "run"}
    | {
        "shore",
        "turn",
        "pay",
        "write",
        "mark",
        "bring",
        "come",
        "open",
        "end",
        "clean",
        "gobble",
        "soak",
        "step",
        "lay",
    }
)
"""Verbs that mean something of their own with *up* or *down*: *makes up 3% of it*."""
_PARTS = {"by": "delta", "to": "to", "from": "from"}
"""What a figure is in a change, by the preposition before it."""


def turn_beside(reading: Reading, turns: Turns) -> tuple[Turn | None, str]:
    """*up 5%*, *5% higher*, *two fewer*: the size beside a word of direction."""
    assert reading.mention is not None
    doc, first, last = reading.mention.doc, reading.mention[0], reading.mention[-1]
    if reading.noun is not None:
        last = reading.noun.head
    before = doc[first.i - 1] if first.i > first.sent.start else None
    after = doc[last.i + 1] if last.i + 1 < last.sent.end else None
    if before is not None and before.lower_ in {"up", "down"} and _stands_alone(before, turns):
        return turns.others[before.lower_], "delta"
    second = doc[first.i - 2] if first.i - 1 > first.sent.start else None
    if before is not None and second is not None and before.lower_ == "off" and _is_down(second):
        return turns.others["down"], "delta"
    if before is not None and second is not None and second.lower_ in turns.others and _leads(second, before):
        return turns.others[second.lower_], _PARTS.get(before.lower_, "to")
    if before is not None and second is not None and before.text == "(" and lemma(second) in turns.nouns:
        return turns.nouns[lemma(second)], "delta"
    article = first if first.lower_ in _ARTICLES else before
    if after is not None and article is not None and article.lower_ in _ARTICLES and after.lower_ in turns.nouns:
        return turns.nouns[after.lower_], "delta"
    if after is not None and after.text == "," and after.i + 2 < len(doc) and doc[after.i + 2].is_punct:
        after = doc[after.i + 1]
    inner = doc[reading.mention.end] if reading.mention.end < first.sent.end else None
    for word in (inner, after):
        if word is not None and word.lower_ in _LEVELS and reading.quantity.kind not in _SHARES:
            continue
        if word is None or word.lower_ not in turns.others or _is_hyphened(word):
            continue
        if _compares(word, reading.quantity.kind) or _than_before(word, last):
            return (None if _expected(last, word) else turns.others[word.lower_]), "delta"
    return None, "delta"


def _is_hyphened(word: Token) -> bool:
    """Whether a comparative only opens a word that describes what is counted: *40 lower-income families*."""
    return word.i + 1 < word.sent.end and is_hyphen(word.nbor())


def _stands_alone(adverb: Token, turns: Turns) -> bool:
    """Whether up or down is no part of a verb that means something else: *made up 48% of crimes*."""
    if adverb.lower_ not in turns.others:
        return False
    verb = adverb.head
    if verb.i + 1 == adverb.i and _is_headline_noun(verb):
        return True
    own = adverb.dep_ == "prt" or (verb.pos_ == "VERB" and verb.i + 1 == adverb.i)
    return not own or lemma(verb) in turns.verbs or lemma(verb) in turns.going or verb.pos_ == "AUX"


def _is_headline_noun(verb: Token) -> bool:
    """Whether what the parse takes for the only verb of a sentence is a plural: *house prices up 3%*."""
    if not verb.lower_.endswith("s") or lemma(verb) in _PHRASAL:
        return False
    return not any(token.tag_ in FINITE and token.i != verb.i for token in verb.sent)


def _is_down(word: Token) -> bool:
    """Whether *off* after the word means down: *at $9,150, off 2%*, *shares were off 2%*; not *cut off 2%*."""
    apart = word.text != "-" or bool(word.whitespace_)
    return (word.text in {",", "(", "-", "–", "—"} and apart) or word.pos_ == "AUX"


def _leads(adverb: Token, preposition: Token) -> bool:
    """Whether a level or the size of a change follows: *lower at 318p*, *down to 11%*, *up by a third*, *up from 8*."""
    return preposition.lower_ == "at" or (preposition.lower_ in _PARTS and adverb.lower_ in _TURNS)


def _compares(word: Token, kind: Kind) -> bool:
    """Whether a word after a size compares: *5% higher than*, *22% less likely*; not *two fewer nurses*."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if word.lower_ in MORE and following is not None and following.lower_ == "of":
        return False
    if word.lower_ in _LEVELS or (word.lower_ in MORE and kind in _SHARES):
        return True
    if word.lower_ == "fewer" and kind == "count":
        return True
    if word.lower_ == "more" and kind == "count" and (following is None or following.lower_ != "than"):
        return False
    if following is not None and word.lower_ in {"up", "down"} and following.tag_ == "DT" and kind not in _SHARES:
        return False
    if following is not None and word.lower_ == "up" and following.lower_ in {"for", "to"}:
        return False
    if following is not None and following.tag_ in {"JJ", "NN", "NNS"} and kind in _SHARES:
        return word.lower_ not in {"up", "down"} or following.tag_ == "JJ"
    return following is None or following.tag_ not in {"CD", "$", "NN", "NNS", "NNP", "NNPS", "JJ", "VBN"}


def _than_before(word: Token, last: Token) -> bool:
    """Whether *more* with its noun is compared with what was before: *112 more officers than in 2019*."""
    than = last.doc[last.i + 1] if last.i + 1 < last.sent.end else None
    return word.lower_ in MORE and word.i < last.i and than is not None and than.lower_ == "than"


def _expected(last: Token, word: Token) -> bool:
    """Whether what is compared with was only thought of: *£2m more than planned*; not with what was
    thought before, *5% higher than first thought*."""
    start = max(last.i, word.i) + 1
    words = last.doc[start : min(start + 2, last.sent.end)]
    if len(words) < 2 or words[0].lower_ != "than":
        return False
    return words[1].tag_ in {"VBN", "VBD"} or words[1].lower_ == "forecast"
