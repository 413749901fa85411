"""Where a reported clause ends: further clauses that belong to it, and asides of the narrator's that do not."""

from __future__ import annotations

from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, child, is_figure, is_finite, trimmed

_PEOPLE = frozenset({"he", "she", "they", "i", "we", "you", "who"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_AUXILIARIES = ("aux", "auxpass")
_CONDITIONS = frozenset({"if", "unless", "because", "until", "lest", "provided", "should"})
"""Words that open a clause which limits what is said, not when it was said."""

_TIMES = frozenset({"as", "while", "after"})
"""Words that open a clause which says when."""
_CONTRASTS = frozenset({"but", "and", "while", "whereas", "although", "though"})
_MAX_ELLIPSIS = 14
"""Tokens."""


def end_of_content(verb: Token, part: Range) -> int:
    """Where the clause after a cue ends, with what the parser has cut off it and without what it has drawn in."""
    doc, end = verb.doc, max(part[1], _end_of_series(verb), _end_of_splice(verb, part[1]))
    end = _end_of_predicates(verb, end)
    further = _end_of_further_clause(doc, end)
    while further > end:
        end, further = further, _end_of_further_clause(doc, further)
    end = end_of_that_series(doc, max(end, end_of_condition(verb, end), _end_of_ellipsis(verb, end)))
    return _before_aside(doc, part[0], end)


def end_of_verb_phrase(verb: Token) -> int:
    """Where an infinitive or participle ends before a clause that only says when, or what it all was."""
    end = int(verb.right_edge.i) + 1
    for one in verb.rights:
        if one.dep_ == "advcl" and one.left_edge.lower_ in _TIMES:
            end = int(one.left_edge.i)
            break
    return _before_summary(verb.doc, verb.i, end)


def _before_summary(doc: Doc, start: int, end: int) -> int:
    """The end before *…, a plan that was lost by 31 votes to 29*, where the narrator sums up, and before *…, which
    costs £3m*, where he adds what it is."""
    for comma in doc[start:end]:
        if comma.text != "," or comma.i + 2 >= end:
            continue
        if doc[comma.i + 1].lower_ == "which" and not any(one.is_quote for one in doc[start:end]):
            return comma.i
        if doc[comma.i + 1].lower_ not in ("a", "an"):
            continue
        clause = next((one for one in doc[comma.i + 2 : end] if one.dep_ == "relcl"), None)
        if clause is not None and clause.head.left_edge.i == comma.i + 1:
            return comma.i
    return end


def _end_of_predicates(verb: Token, end: int) -> int:
    """Where the last of the predicates ends that follow upon a clause behind commas, which a parser takes for clauses
    of the cue (*said firms had grown, had hired 40 men, and would hire more*)."""
    for one in verb.rights:
        follows = end <= one.left_edge.i <= end + 2 and any(two.text == "," for two in verb.doc[end - 1 : end + 1])
        bare = child(one, "nsubj", "nsubjpass", "expl", "csubj", "mark") is None
        if one.dep_ == "ccomp" and follows and bare and any(two.dep_ in _AUXILIARIES for two in one.lefts):
            end = int(one.right_edge.i) + 1
    return end


def _end_of_series(verb: Token) -> int:
    """Where the last clause ends that the parser joins to the verb, though somebody else than the speaker is its
    subject: *X said pay was fair, but the hours were long*."""
    joined = child(verb, "conj")
    subject = child(joined, "nsubj", "nsubjpass") if joined is not None else None
    if joined is None or subject is None or joined.i < verb.i or child(joined, "ccomp") is not None:
        return 0
    if _is_question(verb):
        return 0
    told = joined.tag_ in _FINITE or any(one.tag_ in _FINITE for one in joined.lefts if one.dep_ in _AUXILIARIES)
    if subject.lower_ in _PEOPLE or subject.pos_ == "PROPN" or not told:
        return 0
    return int(joined.right_edge.i) + 1


def _end_of_splice(verb: Token, end: int) -> int:
    """Where a further clause ends that follows a reported one behind a mere comma (*they found that 40% had left, 33%
    had stayed, and 5% had died*), though the parser puts it above the cue."""
    outer = verb.head
    subject = child(outer, "nsubj", "nsubjpass")
    if verb.dep_ != "ccomp" or outer.dep_ != "ROOT" or subject is None or not verb.i < subject.i < outer.i:
        return 0
    spliced = end + 1 == subject.left_edge.i and verb.doc[end].text == ","
    counted = any(map(is_figure, verb.doc[subject.left_edge.i : subject.i + 1]))
    return int(outer.right_edge.i) + 1 if spliced and counted else 0


def _is_question(verb: Token) -> bool:
    """Whether the verb takes an indirect question; what is asserted beside it is the narrator's again (*he wonders why
    it closed, but it lost £3m*)."""
    clause = next((one for one in verb.rights if one.dep_ == "ccomp"), None)
    first = clause.left_edge if clause is not None else verb
    return first.tag_ in ("WRB", "WP", "WDT") or first.lower_ in ("whether", "if")


def _end_of_ellipsis(verb: Token, end: int) -> int:
    """Where a clause ends that leans on the one before it by *do* alone (*said 60% had one, but only 7% do today*)."""
    doc, stop = verb.doc, verb.sent.end
    if end + 2 >= stop or doc[end].text != "," or doc[end + 1].lower_ not in _CONTRASTS or _is_question(verb):
        return 0
    rest = doc[end + 2 : min(stop, end + _MAX_ELLIPSIS)]
    leaning = next((one for one in rest if one.tag_ in _FINITE), None)
    if leaning is None or leaning.lemma_ != "do" or leaning.dep_ in ("aux", "auxpass"):
        return 0
    counted = any(map(is_figure, doc[end + 2 : leaning.i]))
    if child(leaning, "dobj") is not None or not counted:
        return 0
    return next((one.i for one in doc[leaning.i : stop] if one.is_punct), stop)


def end_of_that_series(doc: Doc, end: int) -> int:
    """Where the clauses end that follow a reported one behind semicolons, each with *that* again (*…; that rents fell;
    and that …*): the end of the sentence, whatever the parser makes of them; else the given end."""
    if not 0 < end < len(doc) or doc[end].text != ";":
        return end
    opening = [one.lower_ for one in doc[end + 1 : end + 3] if one.dep_ != "cc" and one.lower_ != "and"]
    return trimmed(doc, (end, doc[end].sent.end))[1] if opening[:1] == ["that"] else end


def _end_of_further_clause(doc: Doc, end: int) -> int:
    """Where *and that …*, set right behind a clause, ends; 0 where nothing of the sort stands there."""
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at + 2 >= len(doc) or doc[at].pos_ != "CCONJ" or doc[at + 1].lower_ != "that" or doc[at + 1].dep_ != "mark":
        return 0
    clause = doc[at + 1].head
    return int(clause.right_edge.i) + 1 if clause.i > at and clause.sent.start <= end else 0


def end_of_condition(verb: Token, end: int) -> int:
    """Where a clause of condition or reason ends that stands right behind what it limits, though the parser hangs it on
    the cue (*he said it would work if they paid*)."""
    for one in verb.rights:
        first = one.left_edge
        behind = first.i == end or (first.i == end + 1 and verb.doc[end].text == ",")
        if one.dep_ == "advcl" and behind and first.lower_ in _CONDITIONS:
            return int(one.right_edge.i) + 1
    return 0


def _before_aside(doc: Doc, start: int, end: int) -> int:
    """The end before a clause that only tells who somebody is (*she said it helped Hale, who led the council*)."""
    for token in doc[start + 1 : end]:
        if token.is_quote:
            return end
        if token.lower_ in ("who", "whose", "whom") and token.nbor(-1).text == ",":
            clause = next((one for one in token.ancestors if one.dep_ == "relcl"), None)
            named = clause is not None and clause.head.pos_ == "PROPN" and token.i - 1 > start
            if clause is not None and named and not any(map(is_finite, doc[clause.right_edge.i + 1 : end])):
                return token.i - 1
    return end
