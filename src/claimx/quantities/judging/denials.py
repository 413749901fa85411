"""What denies a figure, and what only refuses so many things."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.nlp import Token
from claimx.quantities.judging.clauses import children_of, is_infinitive
from claimx.quantities.judging.modalwords import Found, ModalWords
from claimx.quantities.judging.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"prep", "advcl", "npadvmod", "advmod", "conj", "appos", "agent", "prt", "dep", "parataxis"})
"""How what tells when, how or with what result something is done hangs on its verb."""
_NOBODY = frozenset({"nobody", "none", "neither"})


def denials(words: ModalWords, root: Token, reading: Reading) -> Iterator[Found | None]:
    """*Not 300*, *no £3m fund*, *did not lose 300 jobs*; what *the* makes known is not denied, nor the share of those
    whose answer was *No*: *Yes 42%, No 58%*."""
    assert reading.mention is not None
    first = reading.mention[0]
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    answered = before is not None and before.text == "No" and reading.quantity.kind == "percentage"
    if before is not None and before.lower_ in {"not", "no", "never"} and not answered:
        yield words.markers.get(before.lower_)
    if (before is not None and before.tag_ in {"DT", "PRP$", "POS"}) or lasts(reading):
        return
    if has_no_subject(root):
        yield words.markers.get("no")
    verb, direct = root.head, True
    while direct and verb.i < root.i:
        if any(child.dep_ == "neg" and child.i < first.i for child in children_of(verb)):
            yield words.markers.get("not")
        direct = verb.pos_ == "ADP" or verb.dep_ in {"pcomp", "xcomp"}
        verb = verb.head if direct and verb.head.i != verb.i else root


def is_disputed(word: Token, reading: Reading) -> bool:
    """Whether the word under a verb of denial leads to what is denied: *denied losing 300 jobs*, *rejected claims that
    ...*; not how or when, *rejected it by 40 votes*, nor what so many of are turned down, *rejected 300 plans*."""
    counted = reading.quantity.kind == "count" and reading.noun is not None and reading.noun.head.i == word.i
    return word.dep_ not in _BESIDE and not counted


def has_no_subject(root: Token) -> bool:
    """Whether *nobody*, *none* or *no school* is the subject of the figure's clause; not as an answer in quotation
    marks."""
    verb = root
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    subjects = [child for child in children_of(verb) if child.dep_ in _SUBJECTS]
    if any(one.lower_ == "no" and one.dep_ == "det" for noun in subjects if noun.i < root.i for one in noun.children):
        return True
    return any(child.i == 0 or not child.nbor(-1).is_quote for child in subjects if child.lower_ in _NOBODY)


def lasts(reading: Reading) -> bool:
    """Whether a quantity is how long something was not so, which is not denied: *not seen for three years*."""
    head = reading.mention.root.head if reading.mention is not None else None
    if reading.quantity.kind != "duration" or head is None or head.lower_ not in {"for", "in", "since"}:
        return False
    perfect = any(child.lower_ in {"has", "have", "had"} for child in head.head.children)
    return perfect and not is_infinitive(head.head)
