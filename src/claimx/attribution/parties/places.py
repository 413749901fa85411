"""Where in its sentence something is mentioned, and whether that is a place from which it could speak."""

from __future__ import annotations

from dataclasses import replace

from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.sentences import SentenceNumbers
from claimx.attribution.quoted import Quoted
from claimx.nlp import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAX_LETTERS = 4


class Places:
    """The places of one document, which know their sentences and quotations."""

    def __init__(self, sentences: SentenceNumbers, quoted: Quoted) -> None:
        self._sentences = sentences
        self._quoted = quoted

    def put(self, referent: Referent, head: Token, start: int, end: int) -> Referent:
        """The referent as it stands from `start` to `end`, with its sentence and its part there."""
        if head.dep_ == "appos" or (head.dep_ == "compound" and _is_honour(head.head)):
            head = head.head
        subject = head.dep_ in _SUBJECTS or (head.dep_ == "pobj" and (head.head.dep_ == "agent" or _is_house(head)))
        return replace(
            referent,
            start=start,
            end=end,
            sentence=self._sentences.of(head),
            subject=subject,
            main=subject and head.head.dep_ == "ROOT",
            possessive=head.dep_ == "poss",
            relative=any(child.dep_ == "relcl" for child in head.rights),
            quoted=start in self._quoted,
        )


def _is_honour(letters: Token) -> bool:
    """Are they letters behind a name, which a parser takes for its head (*Ann Lowe QC*)?"""
    return letters.text.isupper() and 1 < len(letters.text) <= _MAX_LETTERS


def _is_house(head: Token) -> bool:
    """Is it whom the subject of the sentence speaks for (*Ann Lowe of Tallis Securities said …*)?"""
    owner = head.head.head
    return head.head.lower_ in ("of", "at", "from", "for") and owner.dep_ in _SUBJECTS and owner.ent_type_ == "PERSON"
