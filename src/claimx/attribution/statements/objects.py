"""How far the noun phrases that a verb introduces reach, figures set beside them included."""

from __future__ import annotations

from claimx.attribution.statements.frame import MAGNITUDES
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, child, is_figure, is_finite

_CIRCUMSTANCES = frozenset({"in", "on", "at", "during", "after", "before", "since", "by", "from", "through", "until"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_NEAR = 5
"""Tokens between a figure and the *or* that puts it otherwise."""
_MAX_AMOUNT = 8
"""Tokens."""
_MAX_BRACKET = 12
"""Tokens."""
_BREAKS = frozenset({",", ";", ":", "–", "—", "-"})
_OBJECT_PARTS = frozenset(
    {"dobj", "prep", "advmod", "acl", "oprd", "relcl", "npadvmod", "xcomp", "ccomp", "dative", "nummod"}
)


def end_of_figure(preposition: Token) -> int:
    """Where a prepositional phrase ends, with the figure that the parser may cut off it (*at £4 m*), and with what puts
    it otherwise (*at £10bn a year, or close to 10% of the budget*)."""
    doc, end = preposition.doc, int(preposition.right_edge.i) + 1
    while end < len(doc) and (doc[end].ent_type_ in _AMOUNTS or doc[end].is_currency or doc[end].lower_ in MAGNITUDES):
        end += 1
    again = next((one for one in doc[end : end + _NEAR] if one.lower_ == "or"), None)
    if again is None or doc[again.i - 1].text != "," or again.sent != preposition.sent:
        return end
    rest = (one.i for one in doc[again.i : again.sent.end] if one.text == "," or one.i + 1 == again.sent.end)
    return next(rest, end)


def antecedent_range(verb: Token) -> list[Range]:
    """*The £92m that analysts had forecast*: the noun that a relative clause says it of, where that has a figure."""
    gap = child(verb, "dobj")
    if (gap is not None and gap.lower_ not in ("that", "which")) or verb.head.i > verb.i:
        return object_range(verb, figures=True)
    start, end = verb.head.left_edge.i, verb.left_edge.i
    return [(start, end)] if any(one.like_num for one in verb.doc[start:end]) else []


def object_range(verb: Token, *, figures: bool) -> list[Range]:
    """The object with what follows it up to the next clause: *showed Rubio at 11 percent*. `figures`: whether when and
    where belong to it, as they do to what is measured."""
    start = end = 0
    for one in verb.rights:
        if not start:
            if one.dep_ == "dobj":
                start, end = one.left_edge.i, end_of_noun(one)
        elif one.is_quote:
            end = max(end, one.i + 1)
        elif one.dep_ == "prep" and one.lower_ in _CIRCUMSTANCES and not figures:
            break
        elif one.dep_ in _OBJECT_PARTS and one.left_edge.i <= end:
            end = max(end, one.right_edge.i + 1)
        elif one.dep_ == "conj" and one.pos_ in ("NOUN", "PROPN", "NUM"):
            end = max(end, end_of_noun(one))
        elif figures and (one.dep_ == "cc" or one.text == ","):
            continue
        else:
            break
    return [(start, _with_amount(verb.doc, end) if figures else end)] if start else []


def _with_amount(doc: Doc, end: int) -> int:
    """The end of an object with how much it is, where that is set behind a comma (*a small drop in July, of £20*)."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("of", "to", "by", "from", "or"):
        return end
    rest = doc[end + 1 : end + 1 + _MAX_AMOUNT]
    stop = next((one.i for one in rest if one.is_punct), rest[-1].i + 1)
    return stop if any(one.like_num for one in doc[end + 1 : stop]) else end


def amount_range(verb: Token) -> list[Range]:
    """The object where it holds a figure, up to the next comma or clause; also a figure right after the verb that the
    parser does not take for its object (*pledging £9m over 3 years*)."""
    doc, found = verb.doc, object_range(verb, figures=True)
    start = found[0][0] if found else verb.i + 1
    if not found and (start >= len(doc) or not is_figure(doc[start])):
        return []
    end = _end_of_amount(doc, start, verb.sent.end)
    if found and not any(map(is_figure, doc[start:end])):
        end = found[0][1]
    return [(start, end)] if any(is_figure(one) or one.ent_type_ in _AMOUNTS for one in doc[start:end]) else []


def _end_of_amount(doc: Doc, start: int, last: int) -> int:
    """Where the phrase of an amount ends: before a comma outside brackets, or the conjunction before another verb."""
    joint = start
    for at in range(start, last):
        token = doc[at]
        if is_finite(token):
            return joint if joint > start else at
        if token.dep_ == "cc":
            joint = at
        hyphen = token.text == "-" and not doc[at - 1].whitespace_
        if token.text in _BREAKS and not hyphen and end_of_bracket(doc, at) == at:
            return at
    return last


def end_of_bracket(doc: Doc, at: int) -> int:
    """The token after the bracket in which a token stands or which opens there; the token where it is in none."""
    for end in range(at, min(at + _MAX_BRACKET, len(doc))):
        if doc[end].text == ")":
            return end + 1
        if doc[end].text == "(" and end > at:
            break
    return at


def end_of_noun(noun: Token) -> int:
    """Where a noun phrase ends before what is only added to it after a comma or dash: *…, which …*; *…, a town*."""
    for one in noun.rights:
        if one.dep_ in ("relcl", "appos") and one.left_edge.nbor(-1).is_punct:
            return int(one.left_edge.i)
    return int(noun.right_edge.i) + 1


def bound_range(verb: Token) -> list[Range]:
    """*Put it as high as 40%*, *put the loss at as much as £3m*: the figure that stands for a bound."""
    for one in verb.doc[verb.i + 1 : verb.right_edge.i - 2]:
        end = one.i + 3
        if one.lower_ == "as" and verb.doc[end - 1].lower_ == "as" and is_figure(verb.doc[end]):
            return [(one.i, end_of_noun(verb.doc[end].head if verb.doc[end].head.i > end else verb.doc[end]))]
    return []


def is_at_figure(preposition: Token) -> bool:
    """*Put the odds of rain by May at one in seven*, where the parser hangs the figure deep in the object."""
    inner = child(preposition, "pobj")
    return preposition.lower_ == "at" and inner is not None and is_figure(preposition.nbor())


def end_of_contact_clause(verb: Token, end: int) -> int:
    """The end of a noun with the clause set right behind it that a parser hangs on the verb (*pointed to the 3 times
    he had voted*)."""
    clause = next((one for one in verb.rights if one.dep_ == "ccomp" and one.left_edge.i == end), None)
    contact = clause is not None and clause.left_edge.dep_ != "mark" and child(clause, "nsubj") is not None
    return int(clause.right_edge.i) + 1 if clause is not None and contact else end
