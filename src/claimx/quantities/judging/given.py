"""Figures that belong to a thing that is there, whatever the sentence says is to become of it."""

from __future__ import annotations

from collections.abc import Mapping

from claimx.nlp import Token
from claimx.nlp.nounphrases import is_hyphen
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE = frozenset({"amod", "advmod", "compound", "nummod", "npadvmod", "nmod", "quantmod"})
"""How a number and its words hang on the noun that they describe."""
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_PREDICATES = frozenset({"attr", "oprd", "acomp", "ROOT"})
_MEETING = frozenset({"by", "to", "with", "in", "from", "before", "at"})
"""Prepositions by which something else is done to or with a thing: *adopted by the 15-member council*."""
_MAKING = frozenset(
    {"build", "construct", "erect", "create", "make", "open", "launch", "establish", "form", "introduce", "lay", "sign"}
)
"""Verbs of which the subject need not be there yet."""


def is_given(reading: Reading) -> bool:
    """Whether a rank belongs to what a noun stands for and not to what is said of it: *the third-largest port is to
    close*; not *it will be the third-largest port*."""
    word = reading.root
    if word is None or reading.quantity.kind != "rank":
        return False
    while word.dep_ in _INSIDE and word.head.i > word.i:
        word = word.head
    named = any(child.tag_ in {"DT", "PRP$"} or child.dep_ == "poss" for child in word.children)
    return named and word.dep_ not in _PREDICATES


def described_by(reading: Reading) -> Token | None:
    """The noun of a known thing whose size a figure tells as an adjective: *the nine metre yacht*, *the 30-seat hall*;
    not of what is only to be made, *the 20-storey tower will be built*."""
    mention, kind, noun = reading.mention, reading.quantity.kind, reading.root
    if mention is None or noun is None or kind not in {"measure", "count"}:
        return None
    joined = any(is_hyphen(word) for word in mention.doc[mention.end : mention.end + 1])
    if kind == "count" and not (joined or reading.candidate.hyphenated):
        return None
    while noun.dep_ in _INSIDE and noun.head.i > noun.i:
        noun = noun.head
    known = any(child.lower_ in _KNOWN or child.dep_ == "poss" for child in noun.children)
    described = noun.i >= mention.end and not reading.partitive
    subject = noun.dep_ in _SUBJECTS and lemma(noun.head) not in _MAKING
    meets = kind == "count" and noun.dep_ == "pobj" and noun.head.lower_ in _MEETING
    return noun if known and described and (subject or meets) else None


def is_identified(reading: Reading, verbs: Mapping[str, object]) -> bool:
    """Whether a clause tells which known things are counted: *should ask the 900 people who have had it*, *all 45
    analysts questioned*; not what somebody only thinks or plans, *the 900 jobs promised*."""
    mention = reading.mention
    if mention is None or reading.noun is None or mention.start == mention[0].sent.start:
        return False
    if reading.noun.head.dep_ == "nsubjpass":
        return False
    clause = next((child for child in reading.noun.head.children if child.dep_ in {"relcl", "acl"}), None)
    before = mention[0].nbor(-1).lower_
    if clause is None or before not in _KNOWN | {"all"} or lemma(clause) in verbs or clause.nbor(-1).text == ",":
        return False
    auxiliaries = {child.tag_ for child in clause.lefts if child.dep_ in {"aux", "auxpass"}}
    return clause.tag_ == "VBN" if clause.dep_ == "acl" else auxiliaries.isdisjoint({"MD", "TO"})


def is_there(reading: Reading, removing: frozenset[str]) -> bool:
    """Whether a quantity is of a thing that a verb is to remove or lessen, and so there already: *will cut the £15bn
    cost*."""
    if reading.noun is None or reading.mention is None or reading.partitive:
        return False
    noun, first = reading.noun.head, reading.mention[0]
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    known = before is not None and (before.tag_ in {"PRP$", "POS"} or before.lower_ in _KNOWN)
    return known and noun.dep_ == "dobj" and lemma(noun.head) in removing
