"""A proper name where it stands, and what its tokens look like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.nlp import Doc, Token

if TYPE_CHECKING:
    from claimx.rulebook.kinds.party import Title

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
"""What may follow a surname and is part of the name."""
PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "di", "da", "del", "della", "al", "el", "bin", "ibn", "la", "le", "ten"}
    | {"wa", "bint", "abu", "ul", "du", "dos", "das", "zu", "ter"}
)
"""Small words inside surnames."""
JOINTS = frozenset({"of", "for", "on", "and", "&", "in", "at", "to", "against", "with"})
"""Small words inside the names of bodies, before which no name ends."""

_SURNAME_HEADS = frozenset(
    {"mc", "mac", "de", "di", "da", "del", "du", "la", "le", "van", "von", "fitz", "st", "o", "der"}
)
"""Parts of surnames before an inner capital."""
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "conj", "appos"})


@dataclass(frozen=True, slots=True)
class Spot:
    """One proper name: tokens `first` up to `last` of its Doc (titles aside), offsets into the document (with a
    courtesy title, which is part of how somebody is mentioned)."""

    doc: Doc
    first: int
    last: int
    start: int
    end: int
    name: str
    """As the document writes it, without the title."""
    label: str
    """What the finder takes it for: person, organisation, place, people, work, acronym, other."""
    words: tuple[str, ...]
    """Its words without the title."""
    key: str
    """Its words in lower case, to compare by."""
    title: Title | None = None
    rules: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Has it more than one word?"""
        return self.last - self.first > 1


_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "&", "'s", "a", "de", "against"})


def initials_of(words: Sequence[str]) -> tuple[str, ...]:
    """The initials of a name in lower case, without its small words and with them; none of a name of one word."""
    every = [word for word in words if word != "'s" and word[0].isalnum()]
    big = [word for word in every if word.casefold() not in _SMALL]
    found = ("".join(word[0] for word in some).casefold() for some in (big, every))
    return tuple(letters for letters in found if len(letters) > 1)


def is_capital(token: Token) -> bool:
    """Does the token begin as names do?"""
    return bool(token.text[:1].isupper()) or (token.text[:1].isdigit() and token.pos_ == "PROPN")


def is_name_word(token: Token) -> bool:
    """May the token be a person's name after a title?"""
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and not token.is_stop


def is_acronym(token: Token) -> bool:
    """Is it capitals alone, and its neighbour not?"""
    text = token.text.rstrip("s")
    if not (2 <= len(text) <= 7 and text.isalpha() and text.isupper()):
        return False
    if token.i > 0 and token.nbor(-1).ent_type_ == "PERSON":
        return False
    return not (token.nbor(-1).is_upper if token.i > 0 else token.i + 1 < len(token.doc) and token.nbor(1).is_upper)


def is_camel(token: Token) -> bool:
    """Is it a name with a capital inside (*YouGov*), as firms like them, and no surname (*McBride*, *DeWitt*)?"""
    text = token.text
    inner = next((i for i, char in enumerate(text) if i > 1 and char.isupper()), 0)
    if token.pos_ != "PROPN" or token.ent_type_ or not inner or not text.isalpha() or text.isupper():
        return False
    return text[:inner].casefold() not in _SURNAME_HEADS


def is_argument(token: Token) -> bool:
    """Does a proper noun stand where a party does, and not before another noun?"""
    return token.pos_ == "PROPN" and token.dep_ in _ARGUMENTS


def is_part_of_run(token: Token) -> bool:
    """Does another capitalised name word stand next to it?"""
    doc = token.doc
    return any(
        0 <= i < len(doc) and doc[i].text[:1].isupper() and doc[i].pos_ == "PROPN" and not doc[i].is_sent_start
        for i in (token.i - 1, token.i + 1)
    )


def is_listed_with_body(token: Token) -> bool:
    """Is an unmarked proper noun coordinated with an organisation that the recogniser marks?"""
    if token.pos_ != "PROPN" or token.ent_type_ or not is_capital(token) or is_part_of_run(token):
        return False
    return any(other.ent_type_ == "ORG" for other in token.conjuncts)
