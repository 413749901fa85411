"""Who does what a reporting verb says: the head of the source and the tokens that name it."""

from __future__ import annotations

from claimx.attribution.statements.inversions import compound_subject, inverted_subject, is_mark, start_of_source
from claimx.attribution.statements.shares import is_share
from claimx.attribution.statements.sums import sum_before_subject
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import FINITE, Range, agent_of, child, phrase, subject_of, trimmed

_MAX_SOURCE = 45
"""Tokens; a longer subject is a slip of the parser, and its head with what stands before it is taken."""
_MAX_DATELINE = 14
"""Tokens."""
_SETTINGS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
"""Entities that stand before a verb for where and when."""
_NAMES = ("NOUN", "PROPN", "PRON")


def source_head(verb: Token, *, passive: bool) -> Token | None:
    """The head of the noun phrase that names the source: the subject, of a passive the agent, or None."""
    if passive:
        agent = agent_of(verb)
        return None if agent is not None and agent.lower_ in ("it", "there") else agent
    before = verb.nbor(-1) if verb.i else verb
    if is_share(before) and not verb.is_sent_start:
        return before
    quoted = _told_to_have_said(verb)
    found = (
        quoted
        or inverted_subject(verb)
        or compound_subject(verb)
        or _later_subject(verb)
        or _shared_subject(verb)
        or subject_of(verb)
    )
    return found if found is not None else _name_before(verb)


def _later_subject(verb: Token) -> Token | None:
    """The second of two subjects, where a parser takes what opens the sentence for another (*Absent a plan, Hale
    pointed to …*)."""
    lefts = verb.lefts
    subjects = [one for one in lefts if one.dep_ == "nsubj"]
    if len(subjects) < 2 or subjects[0].pos_ != "NOUN" or any(one.dep_ == "ccomp" for one in lefts):
        return None
    if subjects[-1].ent_type_ in _SETTINGS:
        return None
    return subjects[-1] if subjects[-1].left_edge.nbor(-1).text == "," else None


def _shared_subject(verb: Token) -> Token | None:
    """The subject of the clause before, where a parser takes its second predicate for another clause of the cue (*X
    said firms had grown, had planned for it, …*)."""
    if verb.dep_ != "ccomp" or verb.head.i > verb.i or child(verb, "nsubj", "nsubjpass") is not None:
        return None
    before = next((one for one in verb.head.rights if one.dep_ == "ccomp" and one.i < verb.i), None)
    return child(before, "nsubj", "nsubjpass") if before is not None else None


def willing_subject(verb: Token) -> tuple[Token, Token] | None:
    """The subject and the word on which the infinitive of a verb depends (*she is keen to stress*, *he was at pains to
    add*)."""
    word = verb.head
    if (
        verb.dep_ not in ("xcomp", "acl", "relcl")
        or word.i >= verb.i
        or not any(one.tag_ == "TO" for one in verb.lefts)
    ):
        return None
    copula = word.head.head if word.dep_ == "pobj" else word.head
    subject = child(copula, "nsubj") if word.dep_ in ("acomp", "pobj") else None
    return (subject, word) if subject is not None and subject.i < copula.i else None


def outer_subject(verb: Token) -> Token | None:
    """The subject of the verb that a clause depends on, where the parser has joined to that clause's verb what is
    joined to the outer one (*she said crime had fallen and promised …*)."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or clause.head.pos_ != "VERB" or clause.i < clause.head.i:
        return None
    return child(clause.head, "nsubj")


def speaker_before(verb: Token) -> Token | None:
    """The noun right before a finite verb, after a comma, that a parser sets beside what opens the sentence (*In Hull
    alone, one of the ports, the agency said …*)."""
    before = verb.nbor(-1) if verb.i and verb.tag_ in ("VBD", "VBZ", "VBP") else verb
    first = before.left_edge
    if before.pos_ not in ("NOUN", "PROPN") or first.is_sent_start:
        return None
    return before if first.i and first.nbor(-1).text == "," else None


def subject_set_apart(verb: Token) -> Token | None:
    """The noun at the head of a sentence whose verb, behind a clause between commas, a parser takes for a participle
    (*The charity, whose line took 40 calls, called for …*)."""
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBN") or verb.nbor(-1).text != "," or agent_of(verb) is not None:
        return None
    head = verb.head.head if verb.head.dep_ == "appos" else verb.head
    clause = child(verb.head, "relcl")
    apart = clause is not None and clause.i < verb.i and clause.left_edge.nbor(-1).text == ","
    return head if apart and head.dep_ == "ROOT" and head.pos_ in _NAMES else None


def _told_to_have_said(verb: Token) -> Token | None:
    """Whom *X quoted Y as saying* and *X blamed Y for saying* give the words to: Y, or the subject of the passive."""
    outer = verb.head.head
    if verb.dep_ != "pcomp" or outer.pos_ != "VERB" or verb.head.lower_ not in ("as", "for"):
        return None
    told = child(outer, "dobj", "nsubjpass")
    return told if verb.head.lower_ == "as" or (told is not None and told.pos_ in ("PROPN", "PRON")) else None


def _name_before(verb: Token) -> Token | None:
    """The name right before a finite verb whose subject the parser has lost."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.is_sent_start:
        return None
    before = verb.nbor(-1)
    while before.pos_ in ("ADV", "AUX") and before.dep_ in ("advmod", "aux") and not before.is_sent_start:
        before = before.nbor(-1)
    if is_mark(before):
        beside = _before_addition(verb)
        return beside if beside is not None or before.text != "," else _name_at_head(verb) or _name_set_off(before)
    if before.is_sent_start or before.pos_ in _NAMES:
        return before if before.is_alpha and before.pos_ in (*_NAMES, "ADV", "ADJ") else None
    if before.text == ")" and before.head.pos_ in _NAMES and before.head.i < verb.i:
        return before.head
    return None


def _before_addition(verb: Token) -> Token | None:
    """The subject that a parser gives to what is added to it (*Hale, however, who owns two, said …*; *Ann Hale, 52,
    whose shop in Hull lost £3m, said …*; *a man from Hale – a chain known as “the best” – said …*)."""
    clause = next((one for one in verb.lefts if one.dep_ == "ccomp"), None)
    subjects = [one for one in clause.lefts if one.dep_ == "nsubj"] if clause is not None else []
    if clause is not None and subjects and any(map(_opens_addition, verb.doc[subjects[0].i + 1 : clause.i])):
        return subjects[0]
    if len(subjects) < 2 or not is_mark(subjects[1].left_edge.nbor(-1)):
        return None
    dashed = subjects[1].left_edge.nbor(-1).text != ","
    return subjects[0] if dashed or subjects[1].left_edge.lower_ in ("who", "whose", "which") else None


def _opens_addition(relative: Token) -> bool:
    return relative.lower_ in ("who", "whose", "which") and relative.nbor(-1).text == ","


def _name_at_head(verb: Token) -> Token | None:
    """The name that opens the sentence with something set between commas after it, where the parser takes that for a
    clause (*Ann Hale, coxswain of the boat, said …*)."""
    first = verb.sent[0]
    last = first
    while last.i + 1 < verb.i and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    named = first.ent_type_ in ("PERSON", "ORG") and last.nbor().text == ","
    commas = sum(one.text == "," for one in verb.doc[last.i : verb.i])
    return last if named and commas > 1 else None


def _name_set_off(comma: Token) -> Token | None:
    """The name between two commas before a verb (*In a note, her adviser, Jake Stone, said …*)."""
    last = comma.nbor(-1) if comma.i > comma.sent.start else comma
    first = last
    while first.ent_iob_ == "I" and first.i > comma.sent.start:
        first = first.nbor(-1)
    set_off = last.ent_type_ == "PERSON" and first.i > comma.sent.start and first.nbor(-1).text == ","
    return last if set_off else None


def source_range(head: Token, verb: Token) -> Range:
    """The tokens that name the source; of a relative clause's antecedent what stands before the clause."""
    start, end = phrase(head)
    start = min(start, start_of_source(head, verb))
    if subject_set_apart(verb) is not None:
        end = next((one.i for one in verb.doc[head.i : verb.i] if one.text == ","), end)
    if head.tag_ == "NNS" and sum_before_subject(verb) is not None:
        start = head.i
    if start <= verb.i < end:
        start, end = (start, min(_clause_start(verb, head), end)) if head.i < verb.i else (max(verb.i + 1, start), end)
    if end - start > _MAX_SOURCE or end <= head.i:
        start, end = head.left_edge.i, head.i + 1
    first = _after_dateline(head.doc)
    if start < first:
        start, end = first, next((one.i for one in head.doc[first : verb.i + 1] if one.tag_ in FINITE), end)
    return trimmed(head.doc, (start, end))


def _after_dateline(doc: Doc) -> int:
    """Where the text of a block begins behind its dateline, which a parser may draw into the first source or take for
    it (*LEEDS — The mayor said*; *Paris (AFP) – The mayor said*)."""
    dashes = (one.i for one in doc[1:_MAX_DATELINE] if one.text in ("–", "—", "--") or _is_apart(one))
    dash = next(dashes, 0)
    shouted = doc[0].text.isupper() and len(doc[0]) > 1
    named = all(one.text[:1].isupper() or not one.is_alpha for one in doc[:dash])
    return dash + 1 if dash and named and (shouted or doc[dash - 1].text == ")") else 0


def _is_apart(hyphen: Token) -> bool:
    """Whether a hyphen stands for a dash: not that of *D-Ohio*."""
    return hyphen.text == "-" and bool(hyphen.nbor(-1).whitespace_)


def _clause_start(verb: Token, head: Token) -> int:
    """Where the clause or participle that hangs on the head and holds the verb begins."""
    for one in head.rights:
        left, right = phrase(one)
        if left <= verb.i < right:
            return left
    return verb.i
