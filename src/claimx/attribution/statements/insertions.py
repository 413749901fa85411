"""Cues set into what they report: *Sales rose by 4%, the firm said on Friday, after a fall in May.*; *in
May, the firm said, sales fell*."""

from __future__ import annotations

from claimx.attribution.statements.inversions import compound_subject, inverted_subject, is_mark, start_of_source
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import FINITE, Range, child, is_figure, trimmed

_TURNS = frozenset({"but", "while", "although", "though", "whereas", "yet"})
"""Words that turn from what is reported to the narrator or another source."""
_OF_THE_SOURCE = frozenset({"who", "which", "whose", "whom", "where", "when", "as"})
"""Words that begin a clause about whoever speaks."""
_REASONS = frozenset({"if", "because", "unless"})
"""Words that begin a clause about what is reported, unless it is one about whoever speaks."""
_SUBORDINATING = frozenset(
    {"if", "unless", "when", "while", "although", "though", "because", "once", "until", "whenever"}
)
"""Words that open a clause before the one it belongs to."""
_PEOPLE = frozenset({"he", "she", "they", "i", "we"})
_RESULTS = frozenset(
    {"leaving", "making", "bringing", "taking", "putting", "pushing", "costing", "giving", "meaning", "saving"}
    | {"wiping", "cutting", "reducing", "lifting", "raising", "sending", "driving", "forcing", "knocking", "slashing"}
    | {
        "creating",
        "destroying",
        "generating",
        "triggering",
        "causing",
        "threatening",
        "affecting",
        "killing",
        "injuring",
    }
    | {
        "doubling",
        "trebling",
        "tripling",
        "halving",
        "rising",
        "falling",
        "reaching",
        "hitting",
        "totalling",
        "averaging",
    }
    | {"exceeding", "beating", "topping", "equalling", "representing", "reflecting", "allowing", "enabling", "helping"}
    | {"including", "compared"}
)
"""Participles of what follows from something, which nobody does by speaking."""
_FIGURES = frozenset({"half", "twice", "double", "treble", "triple"})
"""Words before what a figure is compared with (*…, X said, half the rate of May*)."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_MAX_CIRCUMSTANCE = 8
"""Tokens between a cue and the comma after it (*on Friday*, *in a statement*)."""


def inserted(verb: Token) -> list[Range] | None:
    """What stands before and after a cue between commas, where both are reported; None where the cue stands otherwise,
    or where the parse tells."""
    hole = _hole(verb)
    if hole is None or _is_put_off(verb, hole):
        return None
    doc, sentence = verb.doc, verb.sent
    left, right = trimmed(doc, (sentence.start, hole[0])), trimmed(doc, (hole[1], sentence.end))
    if doc[left[0]].pos_ == "CCONJ":
        left = (left[0] + 1, left[1])
    if left[0] >= left[1] or right[0] >= right[1] or doc[left[0]].is_quote:
        return None
    whole = any(one.tag_ in FINITE for one in doc[left[0] : left[1]])
    first = doc[right[0]]
    if first.lower_ in _TURNS and not _foretell(doc, left, right) and not _is_set_beside(doc, left, right):
        return [left] if whole else None
    after = doc[right[0] : right[1]]
    subordinate = doc[left[0]].lower_ in _SUBORDINATING and not any(one.text == "," for one in doc[left[0] : left[1]])
    leads = subordinate if whole else _opens(doc[left[0]])
    opened = leads and not first.is_quote and any(one.tag_ in FINITE for one in after)
    broken = (_goes_on(first) or first.lower_ in _TURNS) and (whole or first.tag_ in FINITE)
    return [left, right] if broken or opened else None


def _is_put_off(verb: Token, hole: Range) -> bool:
    """Whether what stands behind the cue only parts it from its *that* (*she argued – at times in tears – that …*)."""
    clause = next((one for one in verb.rights if one.dep_ == "ccomp"), None)
    that = child(clause, "mark") if clause is not None else None
    return that is not None and that.i > hole[1] and that.lower_ == "that" and is_mark(that.nbor(-1))


def _opens(first: Token) -> bool:
    """Whether a word opens the place or time of a clause, not what somebody did who speaks (*in discussing it, …*)."""
    return first.pos_ == "ADP" and first.nbor().tag_ != "VBG"


def goes_on_after(doc: Doc, at: int) -> bool:
    """Whether what follows a source phrase at a comma still belongs to what it vouches for (*…, according to X, against
    5% in May*; *…, according to X, and will fall*)."""
    if at + 2 >= len(doc) or not is_mark(doc[at]) or not _goes_on(doc[at + 1]):
        return False
    first, sentence = doc[at + 1], doc[at].sent
    further = first.lower_ == "and" and (
        doc[at + 2].tag_ in FINITE or _foretell(doc, (sentence.start, at), (at + 1, sentence.end))
    )
    return further or first.pos_ == "ADP"


def _foretell(doc: Doc, left: Range, right: Range) -> bool:
    """Whether the clauses before and after a cue both tell what will or would be (*rents will rise, X said, but wages
    will fall*)."""
    first = [next((one for one in doc[start:end] if one.tag_ in FINITE), None) for start, end in (left, right)]
    return all(one is not None and one.tag_ == "MD" and one.nbor().lower_ not in ("not", "n't") for one in first)


def _is_set_beside(doc: Doc, left: Range, right: Range) -> bool:
    """Whether the clause behind a cue sets a figure beside that of the clause before it (*sales rose 3%, X said, while
    those of shoes fell 2%*)."""
    contrasted = doc[right[0]].lower_ in ("while", "whereas")
    return contrasted and all(any(map(is_figure, doc[start:end])) for start, end in (left, right))


def _goes_on(first: Token) -> bool:
    """Whether a word can carry on a clause that was broken off: no new subject, no clause about the source."""
    if first.lower_ in _REASONS:
        return first.nbor().lower_ not in _PEOPLE
    participle = first.tag_ == "VBG" and first.lower_ not in _RESULTS
    if first.lower_ in _OF_THE_SOURCE | _TURNS or participle or first.is_quote:
        return False
    return first.pos_ not in _NOMINAL or is_figure(first) or first.lower_ in _FIGURES


def _hole(verb: Token) -> Range | None:
    """The cue with its subject and the commas on both sides."""
    doc, sentence = verb.doc, verb.sent
    subject = inverted_subject(verb) or child(verb, "nsubj") or compound_subject(verb)
    told = verb.tag_ in ("VBD", "VBZ", "VBP") or any(one.tag_ in FINITE and one.lemma_ == "have" for one in verb.lefts)
    if not told or subject is None or subject.lower_ in _OF_THE_SOURCE:
        return None
    start = min(verb.i, start_of_source(subject, verb))
    end = verb.i + 1
    if start - 1 <= sentence.start or not is_mark(doc[start - 1]):
        return None
    stop = end
    while stop < sentence.end and stop - end < _MAX_CIRCUMSTANCE and not is_mark(doc[stop]):
        if doc[stop].pos_ in ("VERB", "AUX", "SCONJ") or doc[stop].is_quote:
            return None
        stop += 1
    if stop >= sentence.end - 1 or not is_mark(doc[stop]):
        return None
    return start, stop + 1
