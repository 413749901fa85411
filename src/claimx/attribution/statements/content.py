"""How far the content of a verb reaches: the tokens of the clause, infinitive, object or prepositional phrase that it
introduces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import takewhile

from claimx.attribution.statements.clauses import clause_ranges, touches_quote
from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.endings import end_of_condition, end_of_verb_phrase
from claimx.attribution.statements.objects import (
    amount_range,
    antecedent_range,
    bound_range,
    end_of_bracket,
    end_of_contact_clause,
    end_of_figure,
    end_of_noun,
    is_at_figure,
    object_range,
)
from claimx.attribution.statements.shares import is_share, is_tally
from claimx.attribution.statements.sums import sum_before_subject
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, child, is_figure, is_finite, phrase, trimmed

_OBJECTS = frozenset({"object", "amount"})


def content_ranges(verb: Token, cue: Cue, source: Range | None, passive: bool) -> list[Range]:
    """The tokens that the verb introduces, by the first of the cue's complements that stands there. A passive has its
    object before it, so that what follows is none."""
    before = sum_before_subject(verb) if "object" in cue.complements and cue.statement == "assertion" else None
    found = [before] if before is not None else _participle_clause(verb, cue) or _spliced(verb, cue, source)
    found = found or _clausal(verb, cue, source)
    for complement, reading in _READINGS.items():
        if found:
            break
        if complement in cue.complements and not (passive and complement in _OBJECTS and verb.dep_ != "acl"):
            found = reading(verb, cue)
    if not found and "object_and_preposition" not in cue.complements:
        found = _prepositional(verb, cue)
    parts = (_with_bracket(verb.doc, trimmed(verb.doc, part)) for part in found)
    return [one for one in parts if one[0] < one[1] and (one[1] - one[0] > 1 or verb.doc[one[0]].lower_ != "that")]


def _with_bracket(doc: Doc, part: Range) -> Range:
    """The range with the bracket that closes it (*£9m ($14m)*), which a parser may hang elsewhere."""
    start, end = part
    opens = end < len(doc) and doc[end].text == "("
    cut = start < end and doc[end - 1].text == "("
    return (start, end_of_bracket(doc, end)) if opens or cut else part


def _participle_clause(verb: Token, cue: Cue) -> list[Range]:
    """*Showed Hale leading Day, 45% to 38%*."""
    participle = any(one.dep_ == "ccomp" and one.tag_ == "VBG" for one in verb.rights)
    return _small_clause(verb, cue) if participle and "small_clause" in cue.complements else []


def _spliced(verb: Token, cue: Cue, source: Range | None) -> list[Range]:
    """*One poll had 50% in favour, another showed 57%*: what a document shows after a comma is what follows the verb,
    though a parser takes what stands before for it."""
    if (
        cue.sources == "any"
        or source is None
        or not any(one.dep_ == "ccomp" and one.i < source[0] for one in verb.lefts)
    ):
        return []
    after = takewhile(lambda one: not one.is_punct, verb.doc[verb.i + 1 : verb.right_edge.i + 1])
    return [(verb.i + 1, verb.right_edge.i + 1)] if any(map(is_share, after)) else []


def _clausal(verb: Token, cue: Cue, source: Range | None) -> list[Range]:
    if "clause" in cue.complements:
        return clause_ranges(verb, source)
    if "quotation" not in cue.complements:
        return []
    found = clause_ranges(verb, source)
    return found if any(touches_quote(verb, part) for part in found) else []


def _infinitive(verb: Token, cue: Cue) -> list[Range]:
    """The infinitive; with the sum before it that it is about (*proposed a 5% tax to pay for schools*)."""
    found, thing = _after(verb, ("xcomp", "ccomp", "advcl"), "TO"), child(verb, "dobj")
    sum_ = thing is not None and any(one.is_currency or one.lower_ in ("percent", "%") for one in thing.subtree)
    if thing is not None and sum_ and "object" not in cue.complements and found and thing.i < found[0][0]:
        return [(thing.left_edge.i, found[0][1])]
    return found


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
            return [(one.left_edge.i if start is None else start, end_of_verb_phrase(one))]
    return []


def _object_and_preposition(verb: Token, cue: Cue) -> list[Range]:
    """*Put the damage at £2m*, *accused Hale of theft*; *is put at £2m*, with its subject."""
    if cue.objects and cue.objects.isdisjoint(_object_words(verb)):
        return []
    for one in verb.rights:
        if one.dep_ == "prep" and one.lower_ in cue.prepositions:
            measured = child(verb, "dobj", "nsubjpass")
            end = end_of_figure(one)
            if one.lower_ == "at" and not any(is_figure(two) or is_share(two) for two in verb.doc[one.i : end]):
                return []
            if measured is not None and measured.i > verb.i:
                return [(measured.left_edge.i, end)]
            return [(one.i + 1, end)] if measured is None else [phrase(measured), (one.i + 1, end)]
    likened = bound_range(verb) if "at" in cue.prepositions else []
    if likened:
        return likened
    thing = child(verb, "dobj")
    inside = thing is not None and any(
        one.dep_ == "prep" and one.lower_ in cue.prepositions and (one.head is thing or is_at_figure(one))
        for one in thing.subtree
    )
    return [phrase(thing)] if thing is not None and inside else []


def _small_clause(verb: Token, cue: Cue) -> list[Range]:
    for one in verb.rights:
        if one.dep_ == "ccomp":
            moved = child(one, "nsubj")
            known = not cue.objects or (moved is not None and moved.lemma_.lower() in cue.objects)
            return [(one.left_edge.i, _end_of_objects(verb, one))] if known else []
        if one.dep_ in ("oprd", "xcomp") and not any(left.tag_ == "TO" for left in one.lefts):
            return object_range(verb, figures=True) or [phrase(one)]
    thing = child(verb, "dobj")
    called = thing is not None and any(one.dep_ == "amod" and one.i > one.head.i >= thing.i for one in thing.subtree)
    return [phrase(thing)] if thing is not None and called else []


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
            end = one.right_edge.i + 1
            return [(start, max(end, end_of_condition(verb, end)))]
    return []


def _prepositional(verb: Token, cue: Cue) -> list[Range]:
    for one in verb.rights:
        if one.dep_ in ("prep", "agent") and one.lower_ in cue.prepositions:
            inner = child(one, "pobj", "pcomp")
            if verb.dep_ == "relcl" and (inner is None or inner.lower_ in ("that", "which")):
                likened = next((two for two in verb.rights if two.lower_ == "as" and two.i > one.i), None)
                return antecedent_range(verb) if likened is None else [phrase(likened)]
            if inner is not None:
                end = end_of_contact_clause(verb, end_of_noun(inner))
                likened = next((two for two in verb.rights if two.lower_ == "as" and two.left_edge.i == end), None)
                return [(one.i + 1, end if likened is None else likened.right_edge.i + 1)]
    return []


def _object(verb: Token, cue: Cue) -> list[Range]:
    if cue.statement == "stance" and is_tally(verb):
        return []
    thing = child(verb, "dobj")
    if cue.besides and is_finite(verb.doc[min(verb.i + 1, len(verb.doc) - 1)]):
        return []
    if (cue.statement == "assertion" or cue.demand) and verb.dep_ in ("relcl", "acl"):
        return antecedent_range(verb)
    unsuited = thing is None or thing.pos_ == "PRON" or not cue.besides.isdisjoint(_object_words(verb))
    if cue.besides and unsuited:
        return []
    return object_range(verb, figures=cue.statement == "assertion")


def _amount(verb: Token, cue: Cue) -> list[Range]:
    words, thing = _object_words(verb), child(verb, "dobj")
    beside = {one.lower_ for one in thing.lefts if one.dep_ == "compound"} if thing is not None else set()
    if (cue.objects and cue.objects.isdisjoint(words | beside)) or not cue.besides.isdisjoint(words):
        return []
    return amount_range(verb)


def _object_words(verb: Token) -> set[str]:
    """The object's lemma, and the sign of a currency where it is a sum of that."""
    thing, behind = child(verb, "dobj"), verb.doc[verb.i + 1 : verb.i + 2]
    before = thing.doc[thing.left_edge.i : thing.i + 1] if thing is not None else ()
    currencies = {one.text for one in (*before, *behind) if one.is_currency}
    return currencies | ({thing.lemma_.lower()} if thing is not None else set())


_READINGS: Mapping[str, Callable[[Token, Cue], list[Range]]] = {
    "infinitive": _infinitive,
    "gerund": _gerund,
    "as": _as,
    "object_and_preposition": _object_and_preposition,
    "small_clause": _small_clause,
    "object": _object,
    "amount": _amount,
}
"""How each complement is read off the parse, in the order in which they are tried."""
