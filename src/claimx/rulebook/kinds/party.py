"""What tells parties from other words: titles, roles, bodies, groups, documents, known names."""

from typing import ClassVar, Literal

from msgspec import Struct

from claimx.rulebook.schema import Pattern, Phrase, Rule, Stage, Word

Gender = Literal["male", "female"]


class Title(Rule, frozen=True, kw_only=True, tag="title"):
    """Words that stand before a person's name. `style` decides what of them belongs to the name: `courtesy` and
    `rank` never where a given name is known, `peerage` always; an `office` is the person's role as well."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]
    style: Literal["courtesy", "honour", "peerage", "rank", "office"]
    gender: Gender | None = None
    telling: bool = False
    """True for ranks and offices that stand before nothing but a name, as their short forms do (*Cllr*)."""


class PostNominal(Rule, frozen=True, kw_only=True, tag="post-nominal"):
    """Letters after a person's name that are no part of it: *Tom Reid MP*."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]
    """Without full stops: *PhD* is *Ph.D.*, too."""
    telling: bool = False
    """True for letters that nobody but a named person has: what stands before them is a name."""


class RoleNoun(Rule, frozen=True, kw_only=True, tag="role-noun"):
    """Nouns for what a single person is or does: *chairman*, *spokeswoman*, *chief executive*."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Phrase, ...]
    gender: Gender | None = None
    sought: tuple[Word, ...] = ()
    """Words before a role that its candidates seek and nobody has: *the next mayor*."""
    apart: tuple[Word, ...] = ()
    """Words by which a role is not the one that the bare noun names: *the chancellor* is not the shadow chancellor."""
    single: bool = False
    """True for posts of which nobody has two: *the prime minister* is not whoever is called police minister."""


class GivenName(Rule, frozen=True, kw_only=True, tag="given-name"):
    """First names that are almost always given to one gender."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]
    gender: Gender


class BodyNoun(Rule, frozen=True, kw_only=True, tag="body-noun"):
    """Nouns for one organisation: *the charity*, *the council*. `generic` ones stand for any organisation that was
    just named (where `only` is given: any that one of those rules knows); the others only for one that has the noun in
    its name."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]
    generic: bool = False
    only: tuple[str, ...] = ()
    names: tuple[Word, ...] = ()
    """Words in the names of bodies that the noun stands for: *the force* is the *Constabulary* that was just named."""
    unlike: tuple[Word, ...] = ()
    """Words in the names of bodies that the noun stands for only where the text calls them so: *the firm* is not the
    *Treasury* that was just named."""
    deeds: tuple[Word, ...] = ()
    """What such a body does to things of *its* own, so that a name with such a verb is a body's; whoever cuts or
    criticises *its* plans may speak of another's."""
    apart: tuple[Word, ...] = ()
    """Words before the noun that tell another body from the one just named: *the parent company*."""


class GroupNoun(Rule, frozen=True, kw_only=True, tag="group-noun"):
    """Plural nouns for people or organisations that speak together: *researchers*, *the charities*."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]
    of: Literal["people", "organisations"]


class DocumentNoun(Rule, frozen=True, kw_only=True, tag="document-noun"):
    """Nouns for what can say something without a mouth: *report*, *survey*, *letter*."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]
    made: tuple[Word, ...] = ()
    """What those do, by its base form, who make a document: *a poll conducted by ICM*."""
    ordered: tuple[Word, ...] = ()
    """What those do, by its base form, who have it made: *a study commissioned by Oxfam*."""
    apart: tuple[Word, ...] = ()
    """Words before the noun that tell another document from the one just spoken of: *a separate poll*."""


class OrganisationWord(Rule, frozen=True, kw_only=True, tag="organisation-word"):
    """Words that make a capitalised name the name of an organisation: *Association*, *Council*, *Ltd*."""

    stage: ClassVar[Stage] = "attribute"

    words: tuple[Word, ...]


class KnownOrganisation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One organisation of the lexicon and what else it is called."""

    name: str
    aliases: tuple[str, ...] = ()


class Organisations(Rule, frozen=True, kw_only=True, tag="organisations"):
    """Well-known organisations, so that their short names are linked to the full ones where a document has both."""

    stage: ClassVar[Stage] = "attribute"

    entries: tuple[KnownOrganisation, ...]
    polls: bool = False
    """True for firms that take polls: what one of them finds is what its poll found."""
    political: bool = False
    """True for parties, which polls are about and do not take."""


class PublisherPhrase(Rule, frozen=True, kw_only=True, tag="publisher-phrase"):
    """Wording by which a page names its publisher; the group `name` of the pattern holds the name or the
    domain. Without that group it is the organisation that the text opens with."""

    stage: ClassVar[Stage] = "attribute"

    pattern: Pattern
