"""A person's role and organisation, from everything that stands around the name in one place."""

from __future__ import annotations

from claimx.attribution.parties.appositions import AppositionReader
from claimx.attribution.parties.premodifiers import PremodifierReader
from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.standing import BodyIndex, Standing
from claimx.attribution.parties.vocabulary import Vocabulary


class RoleReader:
    """Reads roles in one document."""

    def __init__(self, vocabulary: Vocabulary, bodies: BodyIndex) -> None:
        self._vocabulary = vocabulary
        self._premodifiers = PremodifierReader(vocabulary, bodies)
        self._appositions = AppositionReader(vocabulary, bodies)

    def read(self, spot: Spot) -> Standing:
        """The standing of the person at a spot; empty where the text states none there."""
        first = self._premodifiers.start_of_name(spot)
        before = self._premodifiers.read(spot)
        if not before.role and not before.organisation:
            before = self._appositions.before(spot.doc, first)
        after = self._appositions.after(spot)
        role = before.role or after.role or self._title(spot) or self._letters(spot)
        return Standing(
            role if role is None or role.split()[0].casefold() not in self._vocabulary.sought else None,
            before.organisation or after.organisation,
            before.gender or after.gender,
            (*before.rules, *after.rules),
            before.owner or after.owner,
        )

    def _letters(self, spot: Spot) -> str | None:
        """An office in letters after a name: *Tom Reid MP*."""
        after = spot.doc[spot.last].text if spot.last < len(spot.doc) else ""
        return after if self._vocabulary.post_nominal(after) and self._vocabulary.noun(after, "role") else None

    def _title(self, spot: Spot) -> str | None:
        """The offices and ranks that stand before a name as titles."""
        words: list[str] = []
        at = spot.first - 1
        while at >= 0:
            title = self._vocabulary.title(spot.doc[at].text)
            if title is None and spot.doc[at].text != ".":
                break
            if title is not None and title.style in ("office", "rank"):
                words.insert(0, spot.doc[at].text)
            at -= 1
        return " ".join(words) or None
