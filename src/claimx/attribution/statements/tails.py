"""Cues that close a sentence, read off its words, since a parser often loses them: *…, a study by X suggests.*; *…,
their leader, Ann Hale, told the inquiry.*; *…, say researchers at X.*"""

from __future__ import annotations

from collections.abc import Callable

from claimx.nlp import Doc, Token
from claimx.nlp.syntax import FINITE, Range, child, is_figure, is_finite, trimmed

_BEFORE = frozenset({",", "-", "–", "—"})
_NOT_INSIDE = frozenset({"who", "which", "that", "and", "but", "when", "where", "as", "while", "because", "than"})
_RELATIVES = frozenset({"who", "which", "that", "whose"})
_TIMES = ("DATE", "TIME")
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_CIRCUMSTANCES = frozenset({"ADP", "ADV", "PUNCT"})
_MAX_SOURCE = 20
_MAX_REST = 10
_MIN_CONTENT = 4
"""Tokens."""


def tail_of(verb: Token, *, addressed: bool = False) -> tuple[Range, Range] | None:
    """Source and content of a verb at the end of its sentence, with a clause and a comma before its subject; None where
    it is none. Behind it may stand when and where it was said, and to whom, where the verb is `addressed`."""
    doc, first = verb.doc, verb.sent.start
    if not _ends_sentence(verb, addressed=addressed):
        return None
    end = verb.i
    while end > first and doc[end - 1].pos_ == "AUX":
        end -= 1
    start = _start_of_source(doc, first, end)
    past = verb.dep_ == "acl" and verb.head.dep_ == "ROOT"
    if start is None or not (end < verb.i or verb.tag_ in FINITE or past or _agrees(verb, _head(doc, start, end))):
        return None
    content = trimmed(doc, (first, start))
    whole = first < start < end and end - start <= _MAX_SOURCE
    return (trimmed(doc, (start, end)), content) if whole and _is_clause(doc, content) else None


def inverted_tail_of(verb: Token, can_speak: Callable[[Token], bool]) -> tuple[Range, Range] | None:
    """Source and content of a verb in the present tense behind a comma whose subject ends the sentence; None where it
    is none, or where those words name nobody who could say anything (*the firm cut prices, finds buyers*)."""
    doc, first, end = verb.doc, verb.sent.start, trimmed(verb.doc, (verb.i, verb.sent.end))[1]
    source = (verb.i + 1, end)
    if verb.i <= first or doc[verb.i - 1].text not in _BEFORE or not source[0] < source[1] <= source[0] + _MAX_SOURCE:
        return None
    head = _head(doc, *source)
    if head is None or not can_speak(head) or not _agrees(verb, head) or doc[end - 1].is_quote or end == verb.sent.end:
        return None
    acts = next((one for one in doc[head.i + 1 : end] if is_finite(one)), None)
    if acts is not None and not any(one.lower_ in _RELATIVES for one in doc[head.i + 1 : acts.i]):
        return None
    content = trimmed(doc, (first, verb.i))
    return (source, content) if _is_clause(doc, content) else None


def _start_of_source(doc: Doc, first: int, end: int) -> int | None:
    """Where the noun phrase before a verb begins, behind the mark that sets it off, with a name or post set beside it
    between commas; None where more than a noun phrase stands there."""
    start = end
    if start > first and doc[start - 1].text == ",":
        start = next((one.i for one in reversed(doc[first : start - 1]) if one.text == ","), start)
        if start == end or any(one.pos_ not in _NAMING and one.pos_ != "ADP" for one in doc[start + 1 : end - 1]):
            return None
    while start > first and end - start <= _MAX_SOURCE and doc[start - 1].text not in _BEFORE:
        start -= 1
        if doc[start].tag_ in FINITE or doc[start].is_quote:
            return None
        if doc[start].lower_ in _NOT_INSIDE and not _joins_sources(doc[start], end):
            return None
    return start


def _joins_sources(word: Token, end: int) -> bool:
    """Whether *and* stands between two nouns of a source that the parser joins to a noun before the comma: *… from the
    offices, witnesses and local officials said*."""
    if word.lower_ != "and" or word.is_sent_start or word.i + 1 >= end:
        return False
    before = word.nbor(-1)
    return before.dep_ == "conj" and any(one.text in _BEFORE for one in word.doc[before.head.i : before.i])


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The last noun of the first run of words of a noun phrase."""
    head = None
    for token in doc[start:end]:
        if token.pos_ not in _NAMING:
            break
        head = token if token.pos_ in ("NOUN", "PROPN") else head
    return head


def _agrees(verb: Token, subject: Token | None) -> bool:
    """Whether a word has the form of the present tense that a subject asks for, whatever a tagger takes it for."""
    if subject is None:
        return False
    singular = verb.lower_.endswith("s") and verb.lower_ != verb.lemma_.lower()
    return singular != (subject.tag_ in ("NNS", "NNPS"))


def _is_clause(doc: Doc, content: Range) -> bool:
    """Whether the words are long enough to be a statement, with a verb that no conjunction puts below another, or at
    least a figure."""
    words = doc[content[0] : content[1]]
    verbs = [one.head if one.dep_ in ("aux", "auxpass") else one for one in words if is_finite(one)]
    whole = any(child(one, "mark") is None for one in verbs) if verbs else any(map(is_figure, words))
    return len(words) >= _MIN_CONTENT and whole


def _ends_sentence(verb: Token, *, addressed: bool) -> bool:
    """Whether nothing but when, where and to whom it was said follows."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    if len(rest) > _MAX_REST or any(one.is_quote or one.text in _BEFORE or is_finite(one) for one in rest):
        return False
    if any(is_figure(one) and one.ent_type_ not in _TIMES for one in rest):
        return False
    first = rest[0] if len(rest) else verb
    return addressed or first is verb or first.pos_ in _CIRCUMSTANCES or first.ent_type_ in _TIMES
