"""Looks for the cue of a quotation in the words around it: *“…,” said X*; *X said: “…”*; *From the letter: “…”*."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.frame import span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.subjects import source_head, source_range
from claimx.model import Span
from claimx.nlp import Annotation, Doc, Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import child, is_passive, phrase, subject_of

_FROM = frozenset({"from", "via"})
_REACH = 40
"""Tokens between a quotation and its cue at most."""
_STOPS = frozenset({".", "!", "?", ";"})
_MARKS = frozenset({'"', "''", "``"})
TOLD = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs by which something is told as done."""
_OBJECTS = frozenset({"dobj", "attr", "npadvmod", "oprd", "appos", "dep", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class CueFound:
    """Who introduces a quotation, and with which words."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    lemma: str | None
    rules: tuple[str, ...]


def cue_after(span: Span, text: str, annotation: Annotation, lexicon: Lexicon) -> CueFound | None:
    """The cue that follows a quotation in its sentence: inverted, or a subject and its verb."""
    tokens = annotation.tokens(span[1] - 1, span[1])
    if tokens is None or text[span[0] : span[1]].rstrip("\"'”’»")[-1:] == ".":
        return None
    doc, first = tokens.doc, tokens.end
    while first < len(doc) and doc[first].is_punct and doc[first].text not in _STOPS | _MARKS:
        first += 1
    for token in doc[first : first + _REACH]:
        if token.text in _STOPS or token.text in _MARKS:
            return None
        cue = lexicon.quotes(token) if token.pos_ == "VERB" else None
        if cue is None:
            continue
        inverted = token.i <= first + 1
        source = _subject_near(token, inverted)
        if source is not None and source.lower_ == "you" and token.tag_ == "VBP":
            return None
        if source is not None and (inverted or source.left_edge.i <= first + 1):
            return _found(token, cue, source)
        return None
    return None


def _subject_near(verb: Token, inverted: bool) -> Token | None:
    own = next((one for one in verb.children if one.dep_ == "nsubj"), None)
    if own is None and inverted:
        own = next((one for one in verb.rights if one.dep_ in _OBJECTS and one.pos_ in ("PROPN", "NOUN", "PRON")), None)
    return own if own is not None else subject_of(verb)


def cue_before(span: Span, text: str, annotation: Annotation, lexicon: Lexicon) -> CueFound | None:
    """The cue that leads up to a quotation, in its block or at the end of the block before it."""
    before = text[max(0, span[0] - 200) : span[0]].rstrip()
    if not before:
        return None
    at = span[0] - (min(span[0], 200) - len(before)) - 1
    colon = before[-1] == ":"
    if "\n" in text[at : span[0]] and not colon:
        return None
    last = annotation.token_at(at)
    if last is None:
        return None
    if last.text in _STOPS:
        return _announcement(last, lexicon) if last.text == "." else None
    near = before[-1] in ":,"
    for token in _backwards(last):
        cue = lexicon.quotes(token) if token.pos_ == "VERB" else None
        if cue is None:
            continue
        source = source_head(token, passive=False)
        if source is not None and not is_passive(token) and (near or (last.i - token.i < 2 and last.pos_ != "ADP")):
            return _found(token, cue, source)
        break
    return heading_of_colon(last) if colon else None


def cue_of_colon(colon: Token, lexicon: Lexicon) -> CueFound | None:
    """The cue that a colon belongs to, where nothing is said before it already: *Hale said in a statement:*, not *Hale
    said that it had to:*."""
    for token in _backwards(colon):
        if token.pos_ == "SCONJ" or (token.pos_ in ("VERB", "AUX") and lexicon.quotes(token) is None):
            return None
        cue = lexicon.quotes(token) if token.pos_ == "VERB" else None
        if cue is not None:
            source = source_head(token, passive=False) if token.tag_ in TOLD and not is_passive(token) else None
            return _found(token, cue, source) if source is not None else None
    return None


def _announcement(stop: Token, lexicon: Lexicon) -> CueFound | None:
    """A sentence that says only that somebody spoke: *Hale said in a statement.*; *Hale tweeted a warning.*"""
    verb = stop.sent.root
    cue = lexicon.quotes(verb) if verb.pos_ == "VERB" and verb.tag_ in TOLD else None
    source = subject_of(verb) if cue is not None else None
    thing = child(verb, "dobj")
    empty = child(verb, "ccomp", "xcomp", "parataxis") is None and not any(one.text in _MARKS for one in stop.sent)
    if cue is None or source is None or is_passive(verb) or not empty:
        return None
    return _found(verb, cue, source) if thing is None or thing.lemma_.lower() in lexicon.nouns else None


def _backwards(last: Token) -> list[Token]:
    found: list[Token] = []
    for number in range(last.i, max(-1, last.i - _REACH), -1):
        token = last.doc[number]
        if number < last.i and (token.text in _STOPS or token.text in _MARKS):
            break
        found.append(token)
        if token.is_sent_start:
            break
    return found


def heading_of_colon(colon: Token) -> CueFound | None:
    """What stands before a colon without a reporting verb: a name alone, the name that something is from, or a clause
    whose subject goes on to speak."""
    sentence = colon.sent
    before = sentence[: colon.i - sentence.start]
    root = next((one for one in before if one.head.i >= colon.i or one.head.i == one.i), sentence.root)
    if root.pos_ in ("VERB", "AUX"):
        source = subject_of(root)
        if source is None or source.pos_ not in ("PROPN", "NOUN", "PRON"):
            return None
        return CueFound((span_of(colon.doc, source_range(source, root)),), (offsets(root),), None, ())
    if root.is_sent_start and root.lower_ in _FROM:
        origin = child(root, "pobj")
        if origin is None or origin.pos_ != "PROPN":
            return None
        return CueFound((span_of(colon.doc, (root.i + 1, origin.i + 1)),), (offsets(root),), None, ())
    if root.pos_ in ("PROPN", "NOUN") and root.i < colon.i and colon.i - sentence.start <= 10:
        start, end = phrase(root)
        return CueFound((span_of(colon.doc, (start, min(end, colon.i))),), (offsets(colon),), None, ())
    return None


def _found(verb: Token, cue: Cue, source: Token) -> CueFound:
    doc: Doc = verb.doc
    return CueFound((span_of(doc, source_range(source, verb)),), (offsets(verb),), cue.lemma, (cue.rule,))
