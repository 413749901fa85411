"""Parties of several documents come under one name; two parties that merely look alike do not."""

from collections.abc import Sequence

import pytest

from claimx.model import DocumentRecord, Extract, Party
from claimx.resolve import parties as resolving
from claimx.resolve.material import Material
from claimx.resolve.parties import Parties, same_person


def extract(name: str, *, speakers: Sequence[Party] = (), organisations: Sequence[Party] = ()) -> Extract:
    """What a document of that name yields, as far as parties go."""
    record = DocumentRecord(
        id=name,
        sha256="",
        media_type="text/plain",
        encoding="utf-8",
        language="en",
        title=None,
        published=None,
        authors=(),
        publisher=None,
        characters=0,
        content=(),
        blocks=(),
    )
    return Extract(document=record, speakers=tuple(speakers), organisations=tuple(organisations))


def organisation(name: str, *aliases: str, mentions: int = 1) -> Party:
    """An organisation under its name."""
    return Party(name=name, type="organisation", aliases=aliases, mentions=mentions)


def person(name: str, *aliases: str, mentions: int = 1) -> Party:
    """A person under a name."""
    return Party(name=name, type="person", aliases=aliases, mentions=mentions)


def find_parties(extracts: Sequence[Extract]) -> Parties:
    material = Material(extracts)
    return resolving.find_parties(material.speakers, material.organisations)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (organisation("Rivers Trust", mentions=3), organisation("the Rivers Trust"), "Rivers Trust"),
        (organisation("Shelter’s Friends", mentions=2), organisation("Shelter's friends"), "Shelter’s Friends"),
        (organisation("National Audit Office", "NAO"), organisation("NAO", mentions=9), "National Audit Office"),
        (organisation("Food Standards Agency"), organisation("FSA"), "Food Standards Agency"),
        (organisation("Marks & Spencer", mentions=2), organisation("Marks and Spencer"), "Marks & Spencer"),
        (person("Dr Ann Hill", mentions=2), person("Ann Hill"), "Dr Ann Hill"),
    ],
)
def test_one_party_under_two_names(one: Party, other: Party, name: str) -> None:
    field = "organisations" if one.type == "organisation" else "speakers"
    parties = find_parties([extract("a.txt", **{field: [one]}), extract("b.txt", **{field: [other]})])
    (merged,) = getattr(parties, field)
    assert merged.name == name == parties.named(other.name) == parties.named(one.name)
    assert merged.mentions == one.mentions + other.mentions
    assert {one.name, other.name} <= {merged.name, *merged.aliases}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ann Smith", "Smith"), person("Smith")),
        (person("Ann Smith"), person("Andrew Smith")),
        (organisation("Leeds City Council"), organisation("York City Council")),
        (organisation("Policy Exchange"), organisation("PE")),
    ],
)
def test_two_parties_stay_two(one: Party, other: Party) -> None:
    field = "organisations" if one.type == "organisation" else "speakers"
    parties = find_parties([extract("a.txt", **{field: [one]}), extract("b.txt", **{field: [other]})])
    assert len(getattr(parties, field)) == 2


def test_an_acronym_of_two_organisations_is_neither() -> None:
    parties = find_parties(
        [
            extract("a.txt", organisations=[organisation("Crown Prosecution Service", "CPS")]),
            extract("b.txt", organisations=[organisation("Centre for Policy Studies", "CPS")]),
            extract("c.txt", organisations=[organisation("CPS")]),
        ]
    )
    assert [party.name for party in parties.organisations] == [
        "CPS",
        "Centre for Policy Studies",
        "Crown Prosecution Service",
    ]


def test_what_documents_say_of_a_party_is_put_together() -> None:
    chair = Party(
        name="Ann Hill", type="person", roles=("chair",), organisations=("NAO",), aliases=("Hill",), mentions=2
    )
    head = Party(name="Ann Hill", type="person", roles=("head", "chair"), mentions=5)
    parties = find_parties(
        [
            extract("a.txt", speakers=[chair], organisations=[organisation("National Audit Office", "NAO")]),
            extract("b.txt", speakers=[head]),
        ]
    )
    assert parties.speakers == (
        Party(
            name="Ann Hill",
            type="person",
            roles=("chair", "head"),
            organisations=("National Audit Office",),
            aliases=("Hill",),
            mentions=7,
        ),
    )


def test_roles_that_differ_in_letter_case_are_one() -> None:
    found = [Party(name="Ann Hill", type="person", roles=(role,), mentions=1) for role in ("Warden", "warden", "mayor")]
    (merged,) = find_parties([extract(f"{n}.txt", speakers=[party]) for n, party in enumerate(found)]).speakers
    assert merged.roles == ("Warden", "mayor")


def test_parties_stand_in_the_order_of_their_mentions() -> None:
    parties = find_parties([extract("a.txt", speakers=[person("B"), person("C", mentions=4), person("A")])])
    assert [party.name for party in parties.speakers] == ["C", "A", "B"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, "Ann Hale", True),
        ("Hale", "Ann Hale", True),
        ("Mrs Hale", "Ann Hale", True),
        ("A. Hale", "Ann Hale", True),
        ("Ed Hale", "Edward Hale", True),
        ("Ann Hale", "Ann Maria Hale", True),
        ("Ann Hale", "Jane Hale", False),
        ("Leeds City Council", "Bradford City Council", False),
        ("Leeds City Council", "Leeds District Council", False),
    ],
)
def test_speakers_of_one_surname_may_be_two(one: str | None, other: str | None, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same
