"""Clausal contents: where the finite clause that a verb introduces begins and ends, after the verb, before it, or on
both sides of it."""

from __future__ import annotations

from claimx.attribution.statements.endings import end_of_content
from claimx.attribution.statements.insertions import inserted
from claimx.attribution.statements.inversions import is_mark
from claimx.attribution.statements.unattached import unattached_clause
from claimx.nlp import Token
from claimx.nlp.syntax import Range, child, phrase, without

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = _FINITE | {"MD", "VBN", "VB"}
_STOPS = frozenset({".", "!", "?"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "mark"})
_TIMES = frozenset({"as", "when", "while", "after", "before", "since", "once", "until", "even"})
"""Words that open a clause about when something was said."""
_MAX_LEAD = 120
"""Tokens of a sentence before a cue at its end."""


def clause_ranges(verb: Token, source: Range | None) -> list[Range]:
    """Finite clauses after the verb, before it, or around it."""
    around = inserted(verb)
    if around is not None:
        return around
    if verb.dep_ == "parataxis" or _is_as_clause(verb):
        inner = [one for one in verb.rights if one.dep_ == "ccomp"]
        if not inner:
            return _around(verb) if not _has_own_object(verb) else []
    rights = [one for one in verb.rights if one.dep_ == "ccomp" and _is_clause(one) and not _is_in_object(one, verb)]
    lefts = [one for one in verb.lefts if one.dep_ == "ccomp" and _is_clause(one)]
    if source is not None and lefts and lefts[-1].left_edge.i <= source[0] <= lefts[-1].right_edge.i:
        lefts = []
    hole = _cue_words(verb, source)
    if lefts and verb.doc[hole[0] - 1].text in (";", ":"):
        lefts = []
    if lefts and not rights and (verb.dep_ == "ROOT" or _closes(verb)):
        end = min(lefts[-1].right_edge.i + 1, hole[0])
        return [(_sentence_start(verb, lefts[-1]), end)]
    if not lefts and not rights:
        found = _after_addressee(verb) or _below_its_own(verb) or _in_a_statement(verb)
        return found or _before_cue(verb, hole) or unattached_clause(verb)
    if lefts and rights and _goes_before(lefts[-1], rights[0], hole):
        lefts = []
    parts = [part for one in (*lefts[-1:], *rights[:1]) for part in _clause_parts(verb, one, hole)]
    return [*parts[:-1], (parts[-1][0], end_of_content(verb, parts[-1]))] if parts and rights else parts


def _closes(verb: Token) -> bool:
    """Whether a cue that a parser joins to the first of its clauses is all that follows the last of them (*rents fell
    in May, but wages rose, figures show.*)."""
    rest, first, subject = verb.doc[verb.i + 1 : verb.sent.end], verb.head, child(verb, "nsubj")
    told = child(first, "ccomp") is not None or subject is None or subject.pos_ == "PRON"
    return (
        verb.dep_ == "conj"
        and first.dep_ == "ROOT"
        and not told
        and all(one.is_punct and not one.is_quote for one in rest)
    )


def _goes_before(left: Token, right: Token, hole: Range) -> bool:
    """Whether a clause before the cue tells only what the speaker did (*Asked about it, she said she knew*): without a
    comma the cue's own clause follows it."""
    doc = left.doc
    quoted = any(one.is_quote for one in (left.left_edge, *doc[max(0, hole[0] - 2) : hole[0]]))
    return not doc[hole[1]].is_punct and right.left_edge.i >= hole[1] and not quoted


def _has_own_object(verb: Token) -> bool:
    """*Bills will rise as the council finds £3m of savings*: no *as the council found* beside what it vouches for, nor
    *as the council put it*."""
    own = child(verb, "dobj")
    return verb.dep_ == "advcl" and verb.i > verb.head.i and own is not None and own.lower_ != "it"


def _around(verb: Token) -> list[Range]:
    """The clause that the cue stands in. A cue at its head has drawn in its subject (*critics argue the plan, which …,
    helps*)."""
    owner = child(verb, "dobj")
    if owner is not None and verb.left_edge.i <= verb.head.left_edge.i and verb.i < verb.head.i:
        return [(owner.left_edge.i, verb.head.right_edge.i + 1)]
    return without(phrase(verb.head), phrase(verb))


def _before_cue(verb: Token, hole: Range) -> list[Range]:
    """What stands before *…, X said* at a sentence's end, where the parser has not seen it as a clause."""
    doc, first = verb.doc, max(verb.sent.start, hole[0] - _MAX_LEAD)
    bare = not any(one.dep_ in ("dobj", "xcomp", "ccomp", "oprd") and not _is_addressed(one) for one in verb.rights)
    if verb.dep_ != "ROOT" or not bare or hole[0] - first < 4 or doc[hole[0] - 1].text != ",":
        return []
    start = next((one.i + 1 for one in reversed(doc[first : hole[0]]) if one.text in _STOPS), first)
    content = doc[start : hole[0]]
    if any(one.dep_ == "advcl" and one.left_edge.lower_ in _TIMES for one in verb.lefts):
        return []
    return [(start, hole[0])] if any(one.tag_ in _VERBAL for one in content) else []


def _is_addressed(thing: Token) -> bool:
    """*…, she told the BBC*: to whom, not what."""
    return thing.dep_ == "dobj" and (thing.pos_ == "PRON" or thing.ent_type_ in ("ORG", "PERSON", "NORP"))


def _after_addressee(verb: Token) -> list[Range]:
    """*He told the Post he was sorry*, where the parser makes the cue an adverbial clause of what it introduces."""
    head, end = verb.head, verb.right_edge.i + 1
    own = any(one.dep_ == "nsubj" for one in verb.lefts) and child(verb, "mark", "advmod") is None
    if verb.dep_ != "advcl" or not own or head.i < end or verb.doc[end].is_punct:
        return []
    subject = child(head, "nsubj", "nsubjpass", "expl")
    return [(end, head.right_edge.i + 1)] if subject is not None and subject.i >= end else []


def _below_its_own(verb: Token) -> list[Range]:
    """*Aides believe her years in office, serving Hull, will help*, where the parser puts the cue below the verb of the
    clause that it introduces and takes that one's subject for its own object."""
    clause, owner = verb.head, child(verb, "dobj")
    if verb.dep_ != "ccomp" or clause.i < verb.i or owner is None or owner.i < verb.i:
        return []
    owned = any(one.dep_ in _SUBJECTS and not _is_set_off(one) for one in clause.lefts)
    return [(owner.left_edge.i, clause.right_edge.i + 1)] if not owned else []


def _in_a_statement(verb: Token) -> list[Range]:
    """*She noted in a statement that rents had doubled*, where the clause hangs on the noun."""
    for one in verb.rights:
        noun = child(one, "pobj") if one.dep_ == "prep" else None
        clause = child(noun, "acl", "relcl", "ccomp") if noun is not None else None
        mark = child(clause, "mark") if clause is not None else None
        if clause is not None and mark is not None and mark.lower_ == "that":
            return [phrase(clause)]
    return []


def _clause_parts(verb: Token, clause: Token, hole: Range) -> list[Range]:
    """The clause without the cue; a noun phrase between them is its subject where it has no other (*warned the sum
    falls short*), and else the addressee."""
    owner = child(verb, "dobj")
    finite = clause.tag_ in _FINITE or any(one.dep_ == "aux" and one.tag_ != "TO" for one in clause.lefts)
    bare = finite and not any(one.dep_ in _SUBJECTS and not _is_set_off(one) for one in clause.lefts)
    start = owner.left_edge.i if owner is not None else verb.i + 1
    between = verb.doc[owner.right_edge.i + 1 if owner is not None else clause.left_edge.i : clause.left_edge.i]
    if bare and verb.i < start < clause.i and all(one.is_punct for one in between):
        return [(start, clause.right_edge.i + 1)]
    that = child(clause, "mark")
    late = that is not None and clause.left_edge.i > verb.i and that.lower_ == "that" and is_mark(that.nbor(-1))
    return without(phrase(clause) if that is None or not late else (that.i, clause.right_edge.i + 1), hole)


def _is_set_off(participle: Token) -> bool:
    """*Her years in office, promoting growth, will help*: no subject, but an addition to the one before the comma."""
    before = participle.doc[max(0, participle.left_edge.i - 1)]
    return participle.dep_ == "csubj" and participle.tag_ == "VBG" and before.text == ","


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
    if source is not None and source[0] == verb.i + 1:
        end = max(end, source[1])
    return start, end


def _is_in_object(clause: Token, verb: Token) -> bool:
    """Whether a clause after an object belongs to that (*expects a profit, compared with the £3m it made*)."""
    thing = child(verb, "dobj")
    return thing is not None and thing.i < clause.left_edge.i and clause.left_edge.pos_ == "ADP"


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
        and (mark.is_sent_start or mark.nbor(-1).is_punct or mark.nbor(-1).pos_ == "CCONJ")
    )


def touches_quote(verb: Token, part: Range) -> bool:
    """Whether quotation marks stand at an end of the range: verbs of mere uttering introduce direct speech alone."""
    doc = verb.doc
    ends = (*range(max(0, part[0] - 2), part[0] + 1), *range(part[1] - 1, min(len(doc), part[1] + 2)))
    return any(doc[number].is_quote for number in ends)
