"""How far the content of a verb reaches: the tokens of the clause, infinitive, object or prepositional phrase that it
introduces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from claimx.attribution.statements.clauses import clause_ranges, touches_quote
from claimx.attribution.statements.frame import MAGNITUDES
from claimx.attribution.statements.lexicon import Cue
from claimx.nlp.syntax import Range, child, phrase, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CIRCUMSTANCES = frozenset({"in", "on", "at", "during", "after", "before", "since", "by", "from", "through", "until"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_NEAR = 5
"""Tokens between a figure and the *or* that puts it otherwise."""
_MAX_AMOUNT = 8
"""Tokens."""
_OBJECT_PARTS = frozenset(
    {"dobj", "prep", "advmod", "acl", "oprd", "relcl", "npadvmod", "xcomp", "ccomp", "dative", "nummod"}
)


def content_ranges(verb: Token, cue: Cue, source: Range | None, passive: bool) -> list[Range]:
    """The tokens that the verb introduces, by the first of the cue's complements that stands there. A passive has its
    object before it, so that what follows is none."""
    found = _participle_clause(verb, cue) or _clausal(verb, cue, source)
    for complement, reading in _READINGS.items():
        if found:
            break
        if complement in cue.complements and not (passive and complement == "object" and verb.dep_ != "acl"):
            found = reading(verb, cue)
    if not found and "object_and_preposition" not in cue.complements:
        found = _prepositional(verb, cue)
    parts = (trimmed(verb.doc, part) for part in found)
    return [one for one in parts if one[0] < one[1] and (one[1] - one[0] > 1 or verb.doc[one[0]].lower_ != "that")]


def _participle_clause(verb: Token, cue: Cue) -> list[Range]:
    """*Showed Hale leading Day, 45% to 38%*."""
    participle = any(one.dep_ == "ccomp" and one.tag_ == "VBG" for one in verb.rights)
    return _small_clause(verb, cue) if participle and "small_clause" in cue.complements else []


def _clausal(verb: Token, cue: Cue, source: Range | None) -> list[Range]:
    if "clause" in cue.complements:
        return clause_ranges(verb, source)
    if "quotation" not in cue.complements:
        return []
    found = clause_ranges(verb, source)
    return found if any(touches_quote(verb, part) for part in found) else []


def _infinitive(verb: Token, cue: Cue) -> list[Range]:
    return _after(verb, ("xcomp", "ccomp", "advcl"), "TO")


def _gerund(verb: Token, cue: Cue) -> list[Range]:
    return _after(verb, ("xcomp", "ccomp", "dobj"), "VBG")


def _after(verb: Token, relations: tuple[str, ...], tag: str) -> list[Range]:
    start = None
    for one in verb.rights:
        if one.dep_ == "prep" and one.lower_ == "for":
            start = one.i
        if one.dep_ not in relations:
            continue
        if one.tag_ == tag or any(left.tag_ == tag and left.dep_ == "aux" for left in one.lefts):
            return [(one.left_edge.i if start is None else start, _end_of_verb_phrase(one))]
    return []


def _end_of_verb_phrase(verb: Token) -> int:
    """Where an infinitive or participle ends before a clause that only says when."""
    for one in verb.rights:
        if one.dep_ == "advcl" and one.left_edge.lower_ in ("as", "while", "after"):
            return int(one.left_edge.i)
    return int(verb.right_edge.i) + 1


def _object_and_preposition(verb: Token, cue: Cue) -> list[Range]:
    """*Put the damage at £2m*, *accused Hale of theft*; *is put at £2m*, with its subject."""
    for one in verb.rights:
        if one.dep_ == "prep" and one.lower_ in cue.prepositions:
            measured = child(verb, "dobj", "nsubjpass")
            end = _end_of_figure(one)
            if one.lower_ == "at" and not any(two.like_num or two.text[:1].isdigit() for two in verb.doc[one.i : end]):
                return []
            if measured is not None and measured.i > verb.i:
                return [(measured.left_edge.i, end)]
            return [(one.i + 1, end)] if measured is None else [phrase(measured), (one.i + 1, end)]
    thing = child(verb, "dobj")
    inside = thing is not None and any(one.dep_ == "prep" and one.lower_ in cue.prepositions for one in thing.rights)
    return [phrase(thing)] if thing is not None and inside else []


def _end_of_figure(preposition: Token) -> int:
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


def _small_clause(verb: Token, cue: Cue) -> list[Range]:
    for one in verb.rights:
        if one.dep_ == "ccomp":
            return [(one.left_edge.i, _end_of_objects(verb, one))]
        if one.dep_ in ("oprd", "xcomp") and not any(left.tag_ == "TO" for left in one.lefts):
            return _object_range(verb, figures=True) or [phrase(one)]
    return []


def _end_of_objects(verb: Token, first: Token) -> int:
    """Where what the verb shows ends: figures and phrases may trail after a comma (*X ahead of Y, 45% to 38%*)."""
    end = first.right_edge.i + 1
    for one in verb.rights:
        if one.i <= first.i:
            continue
        if one.dep_ in ("cc", "conj", "advcl", "parataxis"):
            break
        end = max(end, one.right_edge.i + 1)
    return end


def _as(verb: Token, cue: Cue) -> list[Range]:
    for one in verb.rights:
        likened = one.dep_ == "advcl" and one.left_edge.lower_ == "as" and child(one, "nsubj") is None
        if likened or (one.dep_ == "prep" and one.lower_ == "as"):
            subject = child(verb, "dobj")
            start = subject.left_edge.i if subject is not None and subject.i < one.i else one.left_edge.i
            return [(start, one.right_edge.i + 1)]
    return []


def _prepositional(verb: Token, cue: Cue) -> list[Range]:
    for one in verb.rights:
        if one.dep_ in ("prep", "agent") and one.lower_ in cue.prepositions:
            inner = child(one, "pobj", "pcomp")
            if inner is not None:
                end = _end_of_noun(inner)
                likened = next((two for two in verb.rights if two.lower_ == "as" and two.left_edge.i == end), None)
                return [(one.i + 1, end if likened is None else likened.right_edge.i + 1)]
    return []


def _object(verb: Token, cue: Cue) -> list[Range]:
    if cue.statement == "stance" and _is_tally(verb):
        return []
    if cue.statement == "assertion" and verb.dep_ in ("relcl", "acl"):
        return _antecedent(verb)
    thing = child(verb, "dobj")
    if cue.besides and (thing is None or thing.pos_ == "PRON" or thing.lemma_.lower() in cue.besides):
        return []
    return _object_range(verb, figures=cue.statement == "assertion")


def _antecedent(verb: Token) -> list[Range]:
    """*The £92m that analysts had forecast*: the noun that a relative clause says it of, where that has a figure."""
    gap = child(verb, "dobj")
    if (gap is not None and gap.lower_ not in ("that", "which")) or verb.head.i > verb.i:
        return _object_range(verb, figures=True)
    start, end = verb.head.left_edge.i, verb.left_edge.i
    return [(start, end)] if any(one.like_num for one in verb.doc[start:end]) else []


def _object_range(verb: Token, *, figures: bool) -> list[Range]:
    """The object with what follows it up to the next clause: *showed Rubio at 11 percent*. `figures`: whether when and
    where belong to it, as they do to what is measured."""
    start = end = 0
    for one in verb.rights:
        if not start:
            if one.dep_ == "dobj":
                start, end = one.left_edge.i, _end_of_noun(one)
        elif one.is_quote:
            end = max(end, one.i + 1)
        elif one.dep_ == "prep" and one.lower_ in _CIRCUMSTANCES and not figures:
            break
        elif one.dep_ in _OBJECT_PARTS and one.left_edge.i <= end:
            end = max(end, one.right_edge.i + 1)
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


def _end_of_noun(noun: Token) -> int:
    """Where a noun phrase ends before what is only added to it after a comma or dash: *…, which …*; *…, a town*."""
    for one in noun.rights:
        if one.dep_ in ("relcl", "appos") and one.left_edge.nbor(-1).is_punct:
            return int(one.left_edge.i)
    return int(noun.right_edge.i) + 1


def _is_tally(verb: Token) -> bool:
    """Whether the clause counts supporters (*voters favoured Hale, 57 percent to 22*): a result, no stance."""
    thing = child(verb, "dobj")
    after = thing.right_edge.i + 1 if thing is not None else verb.i
    last = min(verb.right_edge.i + 1, verb.i + 15)
    return any(one.lower_ in ("percent", "%") for one in verb.doc[after:last])


_READINGS: Mapping[str, Callable[[Token, Cue], list[Range]]] = {
    "infinitive": _infinitive,
    "gerund": _gerund,
    "as": _as,
    "object_and_preposition": _object_and_preposition,
    "small_clause": _small_clause,
    "object": _object,
}
"""How each complement is read off the parse, in the order in which they are tried."""
