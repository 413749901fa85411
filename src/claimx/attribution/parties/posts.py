"""Whom a role without a name means: *the shadow chancellor*, *the spokeswoman*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent, Salience
from claimx.attribution.parties.vocabulary import Noun, Vocabulary, words_of
from claimx.nlp import Token

_BRIDGE_SENTENCES = 2
"""How far back somebody may stand whom a role that the text never gives them means (*Blair ... The prime minister*)."""


class Posts:
    """Reads the roles of one document in text order. `roles`: what the text says each person is, their bodies' names
    included."""

    def __init__(self, vocabulary: Vocabulary, salience: Salience, roles: Mapping[str, Sequence[str]]) -> None:
        self._vocabulary = vocabulary
        self._salience = salience
        self._roles = {name: [role.casefold() for role in stated] for name, stated in roles.items()}
        self._by_role: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for name, stated in self._roles.items():
            for word in " ".join(stated).split():
                self._by_role[word][name] = None

    def holder(self, head: Token, noun: Noun, base: Referent) -> Referent | None:
        """The person with that role, or whom a role nobody else has picks up from the sentence before: not somebody
        who holds another post, where nobody has two."""
        words = self._words(head)
        holders = [name for name in self._by_role.get(head.lower_, {}) if self._holds(name, head.lower_, words)]
        for referent in self._salience.before(base.start):
            if referent.type == "person" and referent.name in holders and _genders_agree(referent, base):
                return referent
        if holders:
            return Referent(base.start, base.end, holders[0], "person", base.sentence)
        near = self._near(noun, base) if phrases.is_bare(head) else None
        if near is None or not _genders_agree(near, base) or near.quoted != base.quoted:
            return None
        if noun.single:
            post = " ".join((*sorted(words), head.lower_))
            self._roles.setdefault(near.name, []).append(post)
            self._by_role[head.lower_][near.name] = None
        return near

    def _near(self, noun: Noun, base: Referent) -> Referent | None:
        """The nearest subject who may hold the post; for one that nobody has beside another, else the only person
        nearby who has none, and nobody where a sentence speaks of two."""
        idle: dict[str, Referent] = {}
        seen: dict[int, str] = {}
        for referent in self._salience.before(base.start):
            if base.sentence - referent.sentence > _BRIDGE_SENTENCES:
                break
            if referent.type != "person" or not referent.named:
                continue
            held = self._roles.get(referent.name)
            if noun.single and not held and seen.setdefault(referent.sentence, referent.name) != referent.name:
                return None
            if (referent.main and not noun.single) if held else referent.subject:
                return referent
            if not held:
                idle.setdefault(referent.name, referent)
        return next(iter(idle.values())) if noun.single and len(idle) == 1 else None

    def _words(self, head: Token) -> set[str]:
        """The words before the role's noun, with the full names of the bodies among them."""
        words = set(phrases.premodifiers(head))
        for word in tuple(words):
            known = self._vocabulary.known.get((word.capitalize(),))
            words.update(part.casefold() for part in words_of(known[0])) if known is not None else None
        return words

    def _holds(self, name: str, head: str, words: set[str]) -> bool:
        """Whether a role with these words before its head is one that somebody is said to have: *the prime minister* is
        no police minister, and *the chancellor* no shadow chancellor."""
        apart = self._vocabulary.other_posts
        for role in self._roles[name]:
            before, found, _ = role.partition(head)
            held = set(before.split())
            if found and words & apart == held & apart and (not words or not held or words & held):
                return True
        return False


def _genders_agree(one: Referent, other: Referent) -> bool:
    return one.gender is None or other.gender is None or one.gender == other.gender
