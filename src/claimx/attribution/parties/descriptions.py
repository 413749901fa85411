"""Common-noun sources: groups, bodies, roles and documents without a name of their own, and the named party that a
definite one (*the charity*, *the review*) means."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent, Salience
from claimx.attribution.parties.evidence import head_word
from claimx.attribution.parties.introductions import Introductions
from claimx.attribution.parties.posts import Posts
from claimx.attribution.parties.vocabulary import Noun, NounClass, Vocabulary
from claimx.model import SpeakerType
from claimx.nlp import Token

_TYPES: Mapping[NounClass, SpeakerType] = {
    "role": "person",
    "body": "organisation",
    "people": "group",
    "organisations": "group",
    "document": "document",
}
_BODY_SENTENCES = 8
"""How far back an organisation may stand that a noun stands for which it was never called by."""
_CALL, _VARIED_CALL = 8, 3
"""What it counts that the text called it so: alone, and with words before it that may tell it from others."""
_MEANT = 4
"""What it counts that the same words stood for it before."""
_VARIED_SENTENCES = 2
"""How far back it may stand for a noun that says more of it (*the motoring group*)."""
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_REALMS = frozenset({"world", "country", "nation", "continent", "region", "city", "state", "county", "industry"})
_FOREMOST = frozenset({"leading", "main", "top", "only", "first", "foremost", "premier", "dominant"})
_NEAREST, _LATEST = 40, 5
"""How many names and phrases are looked at."""


class Descriptions:
    """Reads the common nouns of one document in text order, against what has been mentioned before and the names that
    the document gives anywhere."""

    def __init__(
        self, vocabulary: Vocabulary, salience: Salience, named: Iterable[Referent], roles: Mapping[str, Sequence[str]]
    ):
        self._vocabulary = vocabulary
        self._salience = salience
        self._posts = Posts(vocabulary, salience, roles)
        named = tuple(named)
        self._introductions = Introductions(named, roles)
        self._by_head: defaultdict[str, list[Referent]] = defaultdict(list)
        for referent in named:
            if referent.type in ("organisation", "document") and not referent.place:
                self._by_head[head_word(_words(referent))].append(referent)
        self._by_noun: defaultdict[str, list[Referent]] = defaultdict(list)
        self._meant: dict[tuple[str, ...], str] = {}
        """Whom the same words meant last."""

    def noun_of(self, token: Token) -> Noun | None:
        """The sort of source that a noun can head."""
        if token.lower_ not in self._vocabulary.nouns:
            return None
        kinds: tuple[NounClass, ...] = ("document", "people", "organisations")
        collective = self._vocabulary.noun(token.text, "people") is not None
        if not collective and not phrases.is_plural(token):
            role = token.i > 0 and self._vocabulary.is_role_phrase(token.nbor(-1).text, token.text)
            kinds = ("role",) if role else ("document", "body", "role")
        return next((noun for kind in kinds if (noun := self._vocabulary.noun(token.text, kind)) is not None), None)

    def read(self, head: Token, noun: Noun, base: Referent) -> Referent:
        """The referent of a noun's phrase: `base` under the name of what it stands for, or under its own words."""
        known = phrases.is_definite(head) or _is_one_of_a_kind(head)
        found = self._antecedent(head, noun, base) if known else self._introductions.meant(head, noun, base)
        result = base if found is None else _as_mention(found, base)
        self._by_noun[head.lower_].append(result)
        self._meant[*phrases.premodifiers(head), head.lower_] = result.name
        return result

    def body_named(self, noun: Token, offset: int) -> str | None:
        """The organisation whose name a common noun inside a phrase is short for (*a council spokesman*)."""
        if self._vocabulary.noun(noun.text, "body") is None:
            return None
        found = self._by_name(noun, {noun.lower_}, offset, "body")
        return found.name if found is not None else None

    def _antecedent(self, head: Token, noun: Noun, base: Referent) -> Referent | None:
        if noun.kind == "role":
            return self._posts.holder(head, noun, base) or self._earlier(head)
        if noun.kind in ("body", "document"):
            words = {*phrases.premodifiers(head), head.lower_}
            by_name = self._by_name(head, words, base.start, noun.kind) if phrases.is_bare(head) else None
            if by_name is not None and by_name.start < base.start:
                return by_name
            if phrases.is_bare(head) and (noun.generic or noun.names):
                found = self._last_body(head, noun, base) if not _may_mean_another(head, noun) else None
                return found or by_name or self._earlier(head)
            if by_name is not None:
                return by_name
        return self._earlier(head)

    def _by_name(self, head: Token, words: set[str], offset: int, kind: NounClass) -> Referent | None:
        """The named party whose name holds all the words: the last before the offset, or else the first after it."""
        wanted: SpeakerType = "organisation" if kind == "body" else "document"
        named = self._by_head.get(head.lower_, [])
        index = bisect_left(named, offset, key=lambda referent: referent.start)
        nearest = (*reversed(named[max(0, index - _NEAREST) : index]), *named[index : index + _NEAREST])
        return next((one for one in nearest if one.type == wanted and words <= set(_words(one))), None)

    def _last_body(self, head: Token, noun: Noun, base: Referent) -> Referent | None:
        """The organisation that a generic noun stands for: one that was called so, or else the most salient."""
        best, best_score = None, 0.0
        meant = self._meant.get((*phrases.premodifiers(head), head.lower_))
        for referent in self._salience.before(base.start):
            distance = base.sentence - referent.sentence
            called = head.lower_ in referent.nouns
            if referent.type != "organisation" or not referent.named or referent.place:
                continue
            known = not noun.only or not set(noun.only).isdisjoint(referent.rules)
            known = known and (not noun.names or not noun.names.isdisjoint(_words(referent)))
            known = known and noun.unlike.isdisjoint(_words(referent))
            known = known and (bool(noun.only) or self._vocabulary.press.isdisjoint(referent.rules))
            if phrases.is_compound(head) and not noun.names and not _is_one_of_a_kind(head):
                again = referent.name == meant
                known = known and (again or (referent.subject and distance <= _VARIED_SENTENCES))
            if not called and (distance > _BODY_SENTENCES or not known):
                continue
            score = 20.0 - 2 * distance + 3 * referent.subject + 2 * referent.main - referent.possessive
            score += (_VARIED_CALL if phrases.premodifiers(head) else _CALL) * called
            score += _MEANT * (referent.name == meant)
            score -= 6 * (referent.quoted != base.quoted)
            if score > best_score:
                best, best_score = referent, score
        return best

    def _earlier(self, head: Token) -> Referent | None:
        """The last phrase with the same head that says more than this one."""
        if not phrases.is_bare(head):
            return None
        words = {*phrases.premodifiers(head), head.lower_}
        latest = reversed(self._by_noun.get(head.lower_, [])[-_LATEST:])
        return next((one for one in latest if words <= set(_words(one))), None)


def _may_mean_another(head: Token, noun: Noun) -> bool:
    """Do the words before a noun tell its body from the one that was just named (*the parent company*, *its bank*)?"""
    if _is_one_of_a_kind(head):
        return False
    return any(one.dep_ == "poss" or one.lower_ in noun.apart for one in head.lefts)


def _is_one_of_a_kind(head: Token) -> bool:
    """*Britain's biggest lender*, *the world's second-largest maker*: there is but one, and it is known by its name."""
    place = next((one for one in head.lefts if one.dep_ == "poss"), None)
    somewhere = place is not None and (place.ent_type_ in _PLACES or place.lower_ in _REALMS)
    return somewhere and any(
        two.tag_ in ("JJS", "RBS") or two.lower_ in _FOREMOST for one in head.lefts for two in (one, *one.subtree)
    )


def type_of(noun: Noun) -> SpeakerType:
    """The type of speaker that a noun's phrase is."""
    return _TYPES[noun.kind]


def _words(referent: Referent) -> list[str]:
    return referent.name.casefold().replace("’", "'").replace("&", "and").split()


def _as_mention(found: Referent, base: Referent) -> Referent:
    """What was found, standing where the phrase stands."""
    return replace(
        base,
        name=found.name,
        type=found.type,
        plural=found.plural,
        named=found.named,
        gender=found.gender or base.gender,
        role=found.role,
        organisation=found.organisation,
        nouns=found.nouns,
    )
