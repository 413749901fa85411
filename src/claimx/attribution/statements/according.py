"""Statements whose source stands in a prepositional phrase: *according to X, …*; *…, according to X*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.insertions import goes_on_after
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import FINITE, Range, child, phrase, trimmed

_MAX_SOURCE = 40
"""Tokens."""
_MAX_OWNER = 8
"""Tokens from *by* to *reckoning*."""
_CLAUSE = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"})
_FURTHER = frozenset({"while", "whereas", "although", "though", "yet"})
"""Words beside *and* and *but* that open a further clause."""


def source_phrases(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements of the block that a prepositional phrase gives to its object."""
    for token in doc:
        for words, rule in lexicon.phrases_at(token) if token.lower_ in lexicon.phrases else ():
            last = doc[token.i + len(words) - 1]
            source = _source(last)
            if source is not None:
                survey = lexicon.is_survey(child(last, "pobj"))
                yield from _frames(token, last, source, " ".join(words), rule, survey=survey)
        reckoning = _reckoning(token, lexicon)
        if reckoning is not None:
            source, rule = reckoning
            yield from _frames(token, token, source, token.lower_, rule, survey=False)


def _frames(first: Token, last: Token, source: Range, lemma: str, rule: str, *, survey: bool) -> Iterator[Frame]:
    """The statement of a phrase whose cue is the tokens from `first` to `last`, if it has a content."""
    content = _content(first, last, source)
    if content:
        yield Frame(
            source=(span_of(first.doc, source),),
            cue=(span_of(first.doc, (first.i, last.i + 1)),),
            content=tuple(span_of(first.doc, part) for part in content),
            lemma=lemma,
            rules=(rule,),
            survey=survey,
        )


def _reckoning(preposition: Token, lexicon: Lexicon) -> tuple[Range, str] | None:
    """*By her own reckoning*, *by the union's estimate*: whose it is with the noun, and the noun's rule."""
    doc, owned = preposition.doc, False
    if preposition.lower_ not in lexicon.reckoning:
        return None
    for token in doc[preposition.i + 1 : preposition.i + 1 + _MAX_OWNER]:
        rule = lexicon.documents.get(token.lower_) if owned else None
        if rule is not None and preposition.lower_ in rule.prepositions and rule.asks == "never":
            return (preposition.i + 1, token.i + 1), rule.id
        if token.is_punct:
            return None
        owned = owned or token.tag_ in ("POS", "PRP$")
    return None


def _source(last: Token) -> Range | None:
    """The object of the phrase, unless it is a bare common noun: *according to plan*, *according to age*."""
    inner = child(last, "pobj")
    if inner is None or (inner.tag_ == "NN" and inner.left_edge.i == inner.right_edge.i):
        return None
    start, end = phrase(inner)
    end = _after_name(last.doc, min(end, start + _MAX_SOURCE))
    return trimmed(last.doc, (max(start, last.i + 1), end))


def _after_name(doc: Doc, end: int) -> int:
    """The end of a source with the name set beside it that a parser takes for the subject of what follows (*according
    to its leader, Ann Hale, …*)."""
    at = end - (doc[end - 1].text == ",")
    if at + 1 >= len(doc) or doc[at].text != "," or doc[at + 1].ent_type_ != "PERSON":
        return end
    last = at + 1
    while last < len(doc) and doc[last].ent_type_ == "PERSON":
        last += 1
    return last if last < len(doc) and doc[last].text == "," else end


def _content(first: Token, last: Token, source: Range) -> list[Range]:
    """The clause that the phrase belongs to: after it where the phrase opens the clause, else before it, and on both
    sides where it stands in the middle."""
    doc = first.doc
    if _is_joined(first):
        after = trimmed(doc, (source[1], first.sent.end))
        return [after] if after[0] < after[1] else []
    head = first.head
    while head.dep_ not in _CLAUSE and head.head.i != head.i:
        head = head.head
    start, end = phrase(head)
    one_of_series = first.i == last.i and head.dep_ == "conj"
    left = trimmed(doc, (_after_semicolon(first, start if one_of_series else _left_bound(head, start)), first.i))
    right = trimmed(doc, (source[1], max(end, source[1])))
    opens = left[0] >= left[1] or (left[1] - left[0] == 1 and doc[left[0]].dep_ in ("cc", "advmod"))
    if opens:
        return [right] if right[0] < right[1] else []
    following = doc[source[1]] if source[1] < len(doc) else None
    goes_on = following is not None and following.text in (",", "-", "–", "—") and head.i >= source[1]
    if not goes_on and goes_on_after(doc, source[1]):
        goes_on, right = True, trimmed(doc, (source[1], first.sent.end))
    return [left, right] if goes_on and right[0] < right[1] else [left]


def _is_contrast(head: Token) -> bool:
    """*…, while rents rose by 4%, according to …*: a clause set beside the one before it."""
    finite = any(one.tag_ in FINITE for one in (head, *head.lefts))
    return finite and head.dep_ == "advcl" and head.i > head.head.i and head.left_edge.lower_ in _FURTHER


def _is_joined(first: Token) -> bool:
    """Whether the phrase opens a further clause, and so leaves out what stands before it (*sales rose, but, according
    to X, rents fell*)."""
    doc = first.doc
    at = first.i - 1 - (first.i > 1 and doc[first.i - 1].text == ",")
    opened = at > first.sent.start and (doc[at].pos_ == "CCONJ" or doc[at].lower_ in _FURTHER)
    return opened and any(one.tag_ in FINITE for one in doc[first.sent.start : at])


def _after_semicolon(first: Token, start: int) -> int:
    """The start of what stands before the phrase, past a semicolon with a whole clause behind it: *sales fell; rents
    rose by 4%, according to …*; unless that is the last of a series: *Hull has 3; Goole has 4; and Selby has 5, …*."""
    at = next((one.i for one in reversed(first.doc[start : first.i]) if one.text == ";"), start - 1)
    whole = at + 1 == first.i or any(one.tag_ in FINITE for one in first.doc[at + 1 : first.i])
    last_of_series = first.doc[at + 1].lower_ == "and"
    return at + 1 if whole and not last_of_series else start


def _left_bound(head: Token, start: int) -> int:
    """The first word of the sentence where only coordination stands between it and the clause: what ends a series of
    clauses vouches for all of them."""
    while head.dep_ == "conj" or (head.dep_ == "ccomp" and head.i < head.head.i) or _is_contrast(head):
        head = head.head
    first = head.sent.start
    if head.dep_ != "ROOT" and any(one.tag_ in FINITE for one in head.doc[first:start]):
        return start
    return first + 1 if head.doc[first].pos_ == "CCONJ" else first
