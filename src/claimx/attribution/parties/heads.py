"""What a source's phrase is about: its head, and the name that a role or a common noun in it introduces."""

from __future__ import annotations

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.standing import GENITIVE
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Span as Tokens
from claimx.nlp import Token
from claimx.nlp.annotation import end_of

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
"""Parts of speech that can head a source."""
_BREAKING = frozenset({"ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON"})
"""What no premodifier of a name holds, unless inside another name."""


class HeadFinder:
    """Finds heads and introduced names in one document."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self._reading = reading
        self._vocabulary = vocabulary

    def head(self, tokens: Tokens) -> Token | None:
        """The token that a source is about; None where nothing in it is nominal."""
        return self._premodified_name(tokens) or _root(tokens)

    def referent(self, head: Token, tokens: Tokens) -> Referent | None:
        """What the head refers to, or the name that it introduces in the source (*her lawyer, David Kendall*)."""
        own = self._reading.of(head)
        if own is not None and own.named:
            return own
        return self._introduced(head, tokens, own) or own or self._before_letters(head, tokens)

    def is_some_of(self, head: Token, referent: Referent) -> bool:
        """Is a plural name narrowed down (*some Democrats*), so that it is not the party but people of it?"""
        return phrases.is_plural(head) and any(
            child.dep_ in ("det", "amod", "nummod", "compound")
            and child.lower_ != "the"
            and child.ent_type_ not in ("DATE", "TIME")
            and self._reading.of(child) is not referent
            for child in head.lefts
        )

    def _premodified_name(self, tokens: Tokens) -> Token | None:
        """The last token of a source that is a person's name after a role, whatever the parser takes for its head
        (*Harbour Pilots Association (HPA) chairman James Reid*, *the Institute's director, Paul Marsh*), or after
        the genitive of an organisation."""
        doc = tokens.doc
        last = next((token for token in reversed(list(tokens)) if not token.is_punct), tokens[-1])
        named = self._reading.of(last)
        if named is None or named.type != "person" or not named.named:
            return None
        first = last.i
        while first > tokens.start and self._reading.of(doc[first - 1]) is named:
            first -= 1
        role = first - 1 - (first - 2 >= tokens.start and doc[first - 1].text == ",")
        if first == tokens.start:
            return None
        if doc[first - 1].text in GENITIVE and first - 2 >= tokens.start:
            owner = self._reading.of(doc[first - 2])
            return last if owner is not None and owner.type == "organisation" else None
        if self._vocabulary.noun(doc[role].text, "role") is None:
            return None
        before = doc[tokens.start : role]
        return None if any(t.pos_ in _BREAKING and self._reading.of(t) is None for t in before) else last

    def _introduced(self, head: Token, tokens: Tokens, own: Referent | None) -> Referent | None:
        is_body = self._vocabulary.noun(head.text, "body") is not None
        types = ("person", "organisation") if is_body else ("person",)
        for child in head.rights:
            named = self._reading.of(child) if child.dep_ == "appos" and child.i < tokens.end else None
            if named is not None and named.named and named.type in types:
                return named
        if is_body:
            return self._body_after(head)
        return self._person_after(head, tokens) if own is None or own.type == "person" else None

    def _body_after(self, head: Token) -> Referent | None:
        """The organisation whose name follows its common noun (*the think tank Reform*), even where a parser ends the
        source before it."""
        doc = head.doc
        for index in range(head.i + 1, min(head.i + 3, len(doc))):
            named = self._reading.of(doc[index])
            if named is not None and named.named and named.type == "organisation":
                return named
            if doc[index].lower_ != "the":
                break
        return None

    def _person_after(self, head: Token, tokens: Tokens) -> Referent | None:
        """The person whose name closes the phrase of a role: after a comma (*one pastor backing him, Ann Lee*), or
        next to what the role is of (*the head of the Agency Ann Lee*)."""
        if self._vocabulary.noun(head.text, "role") is None and head.lower_ != "one":
            return None
        last: Referent | None = None
        for token in tokens.doc[head.i + 1 : tokens.end]:
            named = self._reading.of(token)
            if named is None or named is last or named.type != "person" or not named.named:
                continue
            last, before = named, self._before_name(token)
            if before.text == ",":
                return named
            if before.pos_ in ("NOUN", "PROPN") and self._vocabulary.noun(before.text, "role") is None:
                return named if named.end >= end_of(tokens) else None
        return None

    def _before_name(self, token: Token) -> Token:
        """The token before a name and its titles."""
        at = token.i - 1
        while at > 0 and (self._vocabulary.title(token.doc[at].text) or token.doc[at].text == "."):
            at -= 1
        return token.doc[at]

    def _before_letters(self, head: Token, tokens: Tokens) -> Referent | None:
        """The person before letters that a parser takes for the head (*Jane Doe KC*)."""
        if not head.is_upper or head.i <= tokens.start:
            return None
        before = self._reading.of(head.nbor(-1))
        return before if before is not None and before.type == "person" else None


def _root(tokens: Tokens) -> Token | None:
    """The root of the phrase, or the first nominal of a span that is none. A root behind the first preposition is a
    parser's mistake: the head of an English noun phrase stands before it."""
    root: Token = tokens.root
    lead: Token | None = None
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN", "PRON") or token.text[:2].isupper():
            lead = token
        elif token.pos_ == "ADP" and lead is not None and lead.i + 1 == token.i:
            if root.i > token.i and (lead.pos_ != "PROPN" or lead.tag_ == "NNPS"):
                return lead
            break
        elif token.pos_ not in ("DET", "ADJ", "NUM"):
            break
    if root.pos_ == "DET" and lead is not None:
        return lead
    if root.pos_ in NOMINAL:
        return root
    return next((token for token in tokens if token.pos_ in ("NOUN", "PROPN", "PRON")), None)
