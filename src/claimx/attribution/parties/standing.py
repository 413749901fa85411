"""What a text says a person is: role and organisation; and where in it organisations stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Doc, Token
from claimx.rulebook.kinds.party import Gender

GENITIVE = frozenset({"'s", "'"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's role and organisation as one place states them; `rules` names the role nouns."""

    role: str | None = None
    organisation: str | None = None
    gender: Gender | None = None
    rules: tuple[str, ...] = ()
    owner: Token | None = None
    """The common noun of the body whose role it is (*the charity's director*), to be resolved."""


class BodyIndex:
    """The organisations of a document by token. `spots`: id of a Doc and token index to the name there; `names`: keys
    of names to the fullest one."""

    def __init__(self, spots: Mapping[tuple[int, int], Spot], names: Mapping[str, str]) -> None:
        self._spots = spots
        self._names = names

    def at(self, doc: Doc, index: int) -> Spot | None:
        """The organisation's name that holds a token."""
        return self._spots.get((id(doc), index))

    def before(self, doc: Doc, index: int) -> Spot | None:
        """The organisation's name that ends just before a token; a genitive or a closing bracket may stand between."""
        own = self.at(doc, index - 1)
        if own is None and index > 1 and (doc[index - 1].text in GENITIVE or doc[index - 1].text == ")"):
            return self.at(doc, index - 2)
        return own

    def within(self, doc: Doc, start: int, end: int) -> list[Spot]:
        """The organisations that a stretch of tokens names."""
        return list(dict.fromkeys(spot for i in range(start, end) if (spot := self.at(doc, i)) is not None))

    def full_name(self, spot: Spot) -> str:
        """The fullest name of an organisation."""
        return self._names.get(spot.key, spot.name)


def role_text(doc: Doc, start: int, end: int) -> str | None:
    """The words of a role, without what only joins them to others."""
    while start < end and _is_loose(doc[start]):
        start += 1
    return " ".join(doc[start:end].text.split()) if start < end else None


def owner_before(doc: Doc, start: int, end: int, vocabulary: Vocabulary) -> Token | None:
    """The last common noun for a body with a genitive between two tokens (*the charity's chief executive*)."""
    return next(
        (
            doc[i - 1]
            for i in range(end - 1, start, -1)
            if doc[i].text in GENITIVE and doc[i - 1].is_lower and vocabulary.noun(doc[i - 1].text, "body")
        ),
        None,
    )


def _is_loose(token: Token) -> bool:
    return token.is_punct or token.pos_ in ("DET", "CCONJ", "ADP") or token.text in GENITIVE
