"""*One* with a noun that picks out a single case, which the text goes on to tell of, and counts nothing."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

_QUOTING = frozenset({"quote", "cite"})
SAYING = frozenset(
    {"say", "tell", "add", "write", "tweet", "claim", "note", "explain", "recall", "ask", "warn", "report"}
)
_SOURCES = frozenset(
    {"study", "survey", "report", "poll", "estimate", "review", "analysis", "paper", "account", "calculation"}
    | {
        "forecast",
        "projection",
        "theory",
        "model",
        "test",
        "trial",
        "experiment",
        "source",
        "ranking",
        "index",
        "tally",
    }
)
_FINDING = frozenset(
    {"find", "show", "suggest", "put", "estimate", "conclude", "reveal", "indicate", "predict", "figure", "reckon"}
    | {"peg", "place", "give", "rank", "rate", "value", "list", "have"}
)
_MISTAKEN = frozenset({"pegs", "puts", "places", "ranks", "rates", "values", "lists"})
"""Forms of those verbs that the parse takes for plurals: *one study pegs the cost at £4m*."""
_PLACES = frozenset({"in", "at", "on", "near", "against", "outside", "inside", "from", "to", "behind", "about"})
"""Prepositions after which *one* with a noun picks out a case: *in one village*."""


def is_single_case(reading: Reading, words: frozenset[str]) -> bool:
    """*One* with somebody who did or said something, or with a place: the text goes on to tell of that case, and counts
    nobody."""
    mention, noun = reading.mention, reading.noun
    if mention is None or noun is None or mention.text.lower() != "one" or noun.head.tag_ not in {"NN", "NNP"}:
        return False
    verb = noun.head.head
    named = _is_named(noun.head) or _is_quoted(noun.head) or _is_identified(noun.head)
    if reading.quantity.kind == "count" and named:
        return True
    if noun.head.dep_ == "pobj" and verb.lower_ in _PLACES:
        return reading.quantity.kind == "count" and reading.quantity.per is None
    if noun.head.dep_ != "nsubj" or verb.pos_ != "VERB" or lemma(verb) in words:
        return False
    if lemma(verb) == "have" and any(child.dep_ == "xcomp" for child in verb.children):
        return False
    told = verb.tag_ in {"VBD", "VBN"} or any(child.tag_ == "VBD" for child in verb.children)
    told = told or (verb.tag_ == "VBZ" and any(child.dep_ in {"dobj", "ccomp"} for child in verb.children))
    return told and not any(_counts_things(word) for word in verb.subtree if word.i > verb.i)


def _is_named(noun: Token) -> bool:
    """Whether the name of the one follows between commas: *one clerk, Marius Du, said*, *one bank, Lloyds, said*."""
    following = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    return (
        len(following) == 2
        and following[0].text == ","
        and (following[1].ent_type_ == "PERSON" or following[1].tag_ == "NNP")
    )


def _is_quoted(noun: Token) -> bool:
    """Whether the one is who says something: *one analyst said that 12 banks failed*, *quoted one witness*."""
    if noun.dep_ == "dobj":
        return lemma(noun.head) in _QUOTING
    if lemma(noun) in _SOURCES and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in _MISTAKEN:
        return True
    if noun.dep_ == "nsubj" and lemma(noun) in _SOURCES and lemma(noun.head) in _FINDING:
        return True
    return noun.dep_ == "nsubj" and lemma(noun.head) in SAYING


def _is_identified(noun: Token) -> bool:
    """Whether a sentence says which or what the one is: *one idea is to wait*, *that is one answer*."""
    verb = noun.head
    if lemma(verb) != "be":
        return False
    if noun.dep_ == "attr":
        return any(child.dep_ == "nsubj" and child.lower_ in {"that", "this"} for child in verb.children)
    return noun.dep_ == "nsubj" and any(child.dep_ in {"attr", "ccomp", "xcomp"} for child in verb.children)


def _counts_things(word: Token) -> bool:
    """Whether a word is a figure that counts; no sum of money and no clock time."""
    return word.tag_ == "CD" and word.nbor(-1).tag_ != "$" and word.nbor(-1).lower_ not in {"at", "by"}
