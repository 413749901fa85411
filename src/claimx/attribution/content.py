"""How far the content of a verb reaches: the tokens of the clause, infinitive, object or prepositional phrase that it
introduces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attribution.lexicon import Cue
from claimx.nlp.syntax import Range, child, phrase, trimmed, without

if TYPE_CHECKING:
    from spacy.tokens import Token

_CIRCUMSTANCES = frozenset({"in", "on", "at", "during", "after", "before", "since", "by", "from", "through", "until"})
_OBJECT_PARTS = frozenset(
    {"dobj", "prep", "advmod", "acl", "oprd", "relcl", "npadvmod", "xcomp", "ccomp", "dative", "nummod"}
)
_PEOPLE = frozenset({"he", "she", "they", "i", "we", "you", "who"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MAX_LEAD = 120
"""Tokens of a sentence before a cue at its end."""
_VERBAL = _FINITE | {"MD", "VBN", "VB"}
_STOPS = frozenset({".", "!", "?"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "mark"})


def content_ranges(verb: Token, cue: Cue, source: Range | None, passive: bool) -> list[Range]:
    """The tokens that the verb introduces, by the first of the cue's complements that stands there."""
    complements = cue.complements
    found: list[Range] = []
    if "small_clause" in complements and any(one.dep_ == "ccomp" and one.tag_ == "VBG" for one in verb.rights):
        found = _small_clause(verb)
    if not found and ("clause" in complements or "quotation" in complements):
        found = _clauses(verb, source)
        if "clause" not in complements and not any(_touches_quote(verb, part) for part in found):
            found = []
    if not found and "infinitive" in complements:
        found = _after(verb, ("xcomp", "ccomp", "advcl"), "TO")
    if not found and "gerund" in complements:
        found = _after(verb, ("xcomp", "ccomp", "dobj"), "VBG")
    if not found and "as" in complements:
        found = _as(verb)
    if not found and "object_and_preposition" in complements:
        found = _object_and_preposition(verb, cue)
    if not found and "small_clause" in complements:
        found = _small_clause(verb)
    elif not found and cue.prepositions:
        found = _prepositional(verb, cue)
    if not found and "object" in complements and not passive:
        found = (
            []
            if cue.statement == "stance" and _is_tally(verb)
            else _objects(verb, figures=cue.statement == "assertion")
        )
    return [one for one in (trimmed(verb.doc, part) for part in found) if one[0] < one[1]]


def _clauses(verb: Token, source: Range | None) -> list[Range]:
    """Finite clauses after the verb, before it, or around it."""
    if verb.dep_ == "parataxis" or _is_as_clause(verb):
        inner = [one for one in verb.rights if one.dep_ == "ccomp"]
        if not inner:
            return without(phrase(verb.head), phrase(verb))
    rights = [one for one in verb.rights if one.dep_ == "ccomp" and _is_clause(one)]
    lefts = [one for one in verb.lefts if one.dep_ == "ccomp" and _is_clause(one)]
    hole = _cue_words(verb, source)
    if lefts and not rights and verb.dep_ == "ROOT":
        end = min(lefts[-1].right_edge.i + 1, hole[0])
        return [(_sentence_start(verb, lefts[-1]), end)]
    if not lefts and not rights:
        return _before_cue(verb, hole)
    parts = [part for one in (*lefts[-1:], *rights[:1]) for part in _clause_parts(verb, one, hole)]
    return [*parts[:-1], (parts[-1][0], max(parts[-1][1], _end_of_series(verb)))] if parts and rights else parts


def _before_cue(verb: Token, hole: Range) -> list[Range]:
    """What stands before *…, X said* at a sentence's end, where the parser has not seen it as a clause."""
    doc, first = verb.doc, max(verb.sent.start, hole[0] - _MAX_LEAD)
    bare = not any(one.dep_ in ("dobj", "xcomp", "ccomp", "oprd") for one in verb.rights)
    if verb.dep_ != "ROOT" or not bare or hole[0] - first < 4 or doc[hole[0] - 1].text != ",":
        return []
    start = next((one.i + 1 for one in reversed(doc[first : hole[0]]) if one.text in _STOPS), first)
    content = doc[start : hole[0]]
    return [(start, hole[0])] if any(one.tag_ in _VERBAL for one in content) else []


def _end_of_series(verb: Token) -> int:
    """Where the last clause ends that the parser joins to the verb, though somebody else than the speaker is its
    subject: *X said pay was fair, but the hours were long*."""
    joined = child(verb, "conj")
    subject = child(joined, "nsubj", "nsubjpass") if joined is not None else None
    if joined is None or subject is None or joined.i < verb.i or child(joined, "ccomp") is not None:
        return 0
    if subject.lower_ in _PEOPLE or subject.pos_ == "PROPN" or joined.tag_ not in _FINITE:
        return 0
    return int(joined.right_edge.i) + 1


def _touches_quote(verb: Token, part: Range) -> bool:
    """Whether quotation marks stand at an end of the range: verbs of mere uttering introduce direct speech alone."""
    doc = verb.doc
    ends = (*range(max(0, part[0] - 2), part[0] + 1), *range(part[1] - 1, min(len(doc), part[1] + 2)))
    return any(doc[number].is_quote for number in ends)


def _clause_parts(verb: Token, clause: Token, hole: Range) -> list[Range]:
    """The clause without the cue; a noun phrase between them is its subject where it has no other (*warned the sum
    falls short*), and else the addressee."""
    owner = child(verb, "dobj")
    bare = not any(one.dep_ in _SUBJECTS for one in clause.lefts) and clause.tag_ in ("VBD", "VBZ", "VBP", "MD")
    if owner is not None and bare and owner.right_edge.i + 1 == clause.left_edge.i:
        return [(owner.left_edge.i, clause.right_edge.i + 1)]
    return without(phrase(clause), hole)


def _sentence_start(verb: Token, clause: Token) -> int:
    """The first word of the sentence after *but* or *and*: a cue at its end takes in all that stands before. The parser
    may run two sentences into one; the stop between them counts."""
    first = max(verb.sent.start, clause.left_edge.i - _MAX_LEAD)
    stops = (one.i + 1 for one in reversed(verb.doc[first : clause.left_edge.i]) if one.text in _STOPS)
    first = next(stops, first)
    return first + 1 if verb.doc[first].pos_ == "CCONJ" else first


def _cue_words(verb: Token, source: Range | None) -> Range:
    """The verb with its subject, auxiliaries and addressee, which a content that surrounds them does not hold."""
    start, end = verb.i, verb.i + 1
    for one in verb.lefts:
        if one.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg"):
            start = min(start, one.left_edge.i)
            break
    for one in verb.rights:
        if one.dep_ in ("nsubj", "dobj", "dative", "prt") and one.left_edge.i <= end:
            end = max(end, one.right_edge.i + 1)
    if source is not None and source[1] <= verb.i and verb.i - source[1] <= 3:
        start = min(start, source[0])
    return start, end


def _is_clause(head: Token) -> bool:
    return head.tag_ != "VBG" or any(one.dep_ in ("nsubj", "aux", "mark") for one in head.children)


def _is_as_clause(verb: Token) -> bool:
    """Whether the verb's clause is *as X reported*, beside the clause that it vouches for."""
    mark = child(verb, "mark", "advmod")
    return (
        verb.dep_ == "advcl"
        and mark is not None
        and mark.lower_ == "as"
        and verb.head.pos_ in ("VERB", "AUX")
        and (mark.is_sent_start or mark.nbor(-1).is_punct)
    )


def _after(verb: Token, relations: tuple[str, ...], tag: str) -> list[Range]:
    start = None
    for one in verb.rights:
        if one.dep_ == "prep" and one.lower_ == "for":
            start = one.i
        if one.dep_ not in relations:
            continue
        if one.tag_ == tag or (tag == "TO" and any(left.tag_ == "TO" for left in one.lefts)):
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
            end = one.right_edge.i + 1
            if measured is not None and measured.i > verb.i:
                return [(measured.left_edge.i, end)]
            return [(one.i + 1, end)] if measured is None else [phrase(measured), (one.i + 1, end)]
    return []


def _small_clause(verb: Token) -> list[Range]:
    for one in verb.rights:
        if one.dep_ == "ccomp":
            return [(one.left_edge.i, _end_of_objects(verb, one))]
        if one.dep_ in ("oprd", "xcomp") and not any(left.tag_ == "TO" for left in one.lefts):
            return _objects(verb, figures=True) or [phrase(one)]
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


def _as(verb: Token) -> list[Range]:
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


def _is_tally(verb: Token) -> bool:
    """Whether the clause counts supporters (*voters favoured Hale, 57 percent to 22*): a result, no stance."""
    last = verb.right_edge.i + 1
    return any(one.lower_ in ("percent", "%") for one in verb.doc[verb.i : min(last, verb.i + 15)])


def _end_of_noun(noun: Token) -> int:
    """Where a noun phrase ends before what is only added to it after a comma or dash: *…, which …*; *…, a town*."""
    for one in noun.rights:
        if one.dep_ in ("relcl", "appos") and one.left_edge.nbor(-1).is_punct:
            return int(one.left_edge.i)
    return int(noun.right_edge.i) + 1


def _objects(verb: Token, *, figures: bool) -> list[Range]:
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
    return [(start, end)] if start else []
