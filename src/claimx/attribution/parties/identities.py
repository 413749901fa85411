"""Who and what the names of a document name: types, full names, genders, roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claimx.attribution.parties.coreference import FEMALE, MALE
from claimx.attribution.parties.evidence import types_of
from claimx.attribution.parties.names import People
from claimx.attribution.parties.organisations import Bodies
from claimx.attribution.parties.roles import RoleReader
from claimx.attribution.parties.sentences import SentenceNumbers
from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.standing import BodyIndex, Standing
from claimx.attribution.parties.surroundings import NameType
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Annotation
from claimx.rulebook.kinds.party import Gender

TokenKey = tuple[int, int]
"""A token: the id of its Doc and its index there."""


class Identities:
    """The names of one document, each under what it names."""

    def __init__(
        self,
        spots: Sequence[Spot],
        annotation: Annotation,
        sentences: SentenceNumbers,
        vocabulary: Vocabulary,
        lower: set[str],
    ) -> None:
        self._types = types_of(spots, annotation, vocabulary, lower)
        self._people = People([spot for spot in spots if self.type_of(spot) == "person"], vocabulary)
        self._bodies = Bodies([spot for spot in spots if self.type_of(spot) == "organisation"], vocabulary)
        self.spots = spots
        self.spot_at = {(id(spot.doc), i): spot for spot in spots for i in range(spot.first, spot.last)}
        self.standings: defaultdict[str, list[Standing]] = defaultdict(list)
        """What the text says each person is, place by place."""
        self._standing_at: dict[int, Standing] = {}
        self._read_standings(vocabulary)
        self._learn_genders(annotation, sentences)

    @property
    def organisations(self) -> Mapping[str, str]:
        """Keys of organisations' names to full names."""
        return self._bodies.names

    def type_of(self, spot: Spot) -> NameType:
        """What a name names."""
        return self._types[spot.start]

    def name_of(self, spot: Spot) -> str:
        """The full name of who or what a name names."""
        kind = self.type_of(spot)
        if kind == "person":
            return self._people.of_spot[spot.start]
        return self._bodies.names[spot.key] if kind == "organisation" else spot.name

    def gender_of(self, spot: Spot) -> Gender | None:
        """The gender of a person, where the text shows it."""
        return self._people.genders.get(self.name_of(spot))

    def role_rules(self, spot: Spot) -> tuple[str, ...]:
        """The rules of the role nouns beside a person's name."""
        standing = self._standing_at.get(spot.start)
        return standing.rules if standing is not None else ()

    def _read_standings(self, vocabulary: Vocabulary) -> None:
        bodies = {at: spot for at, spot in self.spot_at.items() if self.type_of(spot) == "organisation"}
        reader = RoleReader(vocabulary, BodyIndex(bodies, self._bodies.names))
        for spot in self.spots:
            if self.type_of(spot) != "person":
                continue
            standing = self._standing_at[spot.start] = reader.read(spot)
            if standing.gender is not None:
                self._people.add_gender(self.name_of(spot), standing.gender)
            if standing.role or standing.organisation:
                self.standings[self.name_of(spot)].append(standing)

    def _learn_genders(self, annotation: Annotation, sentences: SentenceNumbers) -> None:
        """Gives people the gender of the pronouns that follow them in sentences that name nobody else."""
        named: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for spot in self.spots:
            if self.type_of(spot) == "person":
                named[sentences.of(spot.doc[spot.first])].setdefault(self.name_of(spot), spot.last)
        votes: defaultdict[str, Counter[Gender]] = defaultdict(Counter)
        for doc in annotation.docs:
            for token in doc:
                word = token.lower_
                if (word in MALE or word in FEMALE) and token.pos_ == "PRON":
                    here = named.get(sentences.of(token), {})
                    name, last = next(iter(here.items())) if len(here) == 1 else ("", len(doc))
                    if token.i >= last:
                        votes[name]["male" if word in MALE else "female"] += 1
        for name, counted in votes.items():
            (gender, times), *rest = counted.most_common(2)
            if not rest or times > rest[0][1]:
                self._people.add_gender(name, gender)
