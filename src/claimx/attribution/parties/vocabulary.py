"""The rules about parties, indexed by word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.party import (
    BodyNoun,
    DocumentNoun,
    Gender,
    GivenName,
    GroupNoun,
    Organisations,
    OrganisationWord,
    PostNominal,
    PublisherPhrase,
    RoleNoun,
    Title,
)
from claimx.rulebook.kinds.reporting import FindingWords, ReportingVerb, SourceDocument

NounClass = Literal["role", "body", "people", "organisations", "document"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that can head a source."""

    kind: NounClass
    rule: str
    generic: bool = False
    gender: Gender | None = None
    only: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    unlike: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    single: bool = False


def words_of(text: str) -> tuple[str, ...]:
    """A name's words as the annotation has them: straight apostrophes, *'s* by itself."""
    plain = text.replace("’", "'").replace("'s ", " 's ").replace("?", " ?")
    return tuple((plain[:-2] + " 's" if plain.endswith("'s") else plain).split())


class Vocabulary:
    """Looks words up in the rules of one rulebook. Nouns are keyed in lower case, titles and names as written."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.titles: Mapping[str, Title] = {word: rule for rule in rulebook.of(Title) for word in rule.words}
        self.given: Mapping[str, GivenName] = {word: rule for rule in rulebook.of(GivenName) for word in rule.words}
        self._letters = {word: rule for rule in rulebook.of(PostNominal) for word in rule.words}
        self.telling_letters = frozenset(rule.id for rule in rulebook.of(PostNominal) if rule.telling)
        """Rules of letters after a name that only people have."""
        self.nouns = _nouns(rulebook)
        self._role_phrases = {
            tuple(phrase.lower().split()[-2:])
            for rule in rulebook.of(RoleNoun)
            for phrase in rule.words
            if " " in phrase
        }
        reporting = (rule for rule in rulebook.of(ReportingVerb) if "quotation" in rule.complements)
        self.speaking = frozenset(verb for rule in reporting for verb in rule.verbs)
        """Verbs that introduce direct speech, by their base form."""
        self.polls = frozenset(n for r in rulebook.of(SourceDocument) if r.asks != "never" for n in r.nouns)
        """Nouns for polls and studies, by their base form."""
        self.makers = frozenset(noun for rule in rulebook.of(SourceDocument) for noun in rule.makers)
        """Those who make polls and studies, by their base form."""
        self.asking = frozenset(w for rule in rulebook.of(FindingWords) if rule.tells == "asked" for w in rule.words)
        """What those do who take a poll, by its base form."""
        self.respondents = frozenset(
            word for rule in rulebook.of(FindingWords) if rule.tells in ("people", "public") for word in rule.words
        ) | {"sample"}
        """Nouns for the people whom polls ask, by their base form, and for all of them together."""
        self.making = frozenset(verb for rule in rulebook.of(DocumentNoun) for verb in rule.made)
        """What those do who make a document, by its base form."""
        self.ordering = frozenset(verb for rule in rulebook.of(DocumentNoun) for verb in rule.ordered)
        """What those do who have a document made, by its base form."""
        self.other_documents = frozenset(word for rule in rulebook.of(DocumentNoun) for word in rule.apart)
        """Words by which a document is not the one that was just spoken of."""
        self.parties = frozenset(rule.id for rule in rulebook.of(Organisations) if rule.political)
        """Rules of political parties, which polls are about."""
        self.press = frozenset(rule for noun in self.nouns.values() for one in noun for rule in one.only)
        """Rules of bodies, such as newspapers, that nouns of their own stand for."""
        self.sought = frozenset(word for rule in rulebook.of(RoleNoun) for word in rule.sought)
        """Words before a role that nobody has."""
        self.other_posts = frozenset(word for rule in rulebook.of(RoleNoun) for word in rule.apart)
        """Words that make another post of a role."""
        self.own_deeds = frozenset(verb for rule in rulebook.of(BodyNoun) for verb in rule.deeds)
        """Verbs that a body does to things of its own."""
        self.organisation_words: Mapping[str, str] = {
            word: rule.id for rule in rulebook.of(OrganisationWord) for word in rule.words
        }
        self.publisher_phrases = rulebook.of(PublisherPhrase)
        self.known: dict[tuple[str, ...], tuple[str, str]] = {}
        """Words of a name or alias to the full name and the rule."""
        by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for rule in rulebook.of(Organisations):
            for entry in rule.entries:
                for name in (entry.name, *entry.aliases):
                    words = words_of(name)
                    self.known[words] = (entry.name, rule.id)
                    by_first[words[0]].append(words)
        self.known_by_first: Mapping[str, tuple[tuple[str, ...], ...]] = {
            first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()
        }

    def title(self, word: str) -> Title | None:
        """The title that a word is, with or without its full stop."""
        return self.titles.get(word) or (self.titles.get(word.rstrip(".")) if word.endswith(".") else None)

    def post_nominal(self, word: str) -> PostNominal | None:
        """The rule that knows a word for letters after a name, with or without full stops."""
        return self._letters.get(word) or (self._letters.get(word.replace(".", "")) if "." in word else None)

    def noun(self, word: str, kind: NounClass) -> Noun | None:
        """The word as a noun of the given class."""
        for noun in self.nouns.get(word.lower(), ()):
            if noun.kind == kind:
                return noun
        return None

    def is_role_phrase(self, word: str, head: str) -> bool:
        """Do the two words together name a role (*chief executive*)?"""
        return (word.lower(), head.lower()) in self._role_phrases

    def gender_of(self, given: str) -> Gender | None:
        """The usual gender of a first name."""
        rule = self.given.get(given)
        return rule.gender if rule else None


def _body(rule: BodyNoun) -> Noun:
    return Noun(
        "body",
        rule.id,
        generic=rule.generic,
        only=rule.only,
        names=frozenset(word.casefold() for word in rule.names),
        unlike=frozenset(word.casefold() for word in rule.unlike),
        apart=frozenset(rule.apart),
    )


def _nouns(rulebook: Rulebook) -> Mapping[str, tuple[Noun, ...]]:
    """All nouns by their last word, each class once, those with a gender first."""
    found: defaultdict[str, list[Noun]] = defaultdict(list)

    def add(words: Iterable[str], noun: Noun) -> None:
        for word in words:
            entries = found[word.lower().split()[-1]]
            if noun not in entries:
                entries.append(noun)

    for role in sorted(rulebook.of(RoleNoun), key=lambda rule: rule.gender is None):
        add(role.words, Noun("role", role.id, gender=role.gender, single=role.single))
    for body in rulebook.of(BodyNoun):
        add(body.words, _body(body))
    for group in rulebook.of(GroupNoun):
        add(group.words, Noun(group.of, group.id))
    for document in rulebook.of(DocumentNoun):
        add(document.words, Noun("document", document.id))
    return {word: tuple(nouns) for word, nouns in found.items()}
