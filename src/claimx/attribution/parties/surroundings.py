"""What the words around a name say of it."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Token

NameType = Literal["person", "organisation", "place", "people", "document", "other"]

_LOCATIVE = frozenset({"in", "near", "around", "outside", "above", "across", "throughout", "towards", "beside", "off"})
_AT = frozenset({"at", "of", "from", "with"})
_NEVER = 20
"""Votes that nothing outweighs."""
_MAX_ADJECTIVES = 6
"""Tokens."""
_MAX_AUXILIARIES = 3


def context_votes(spot: Spot, vocabulary: Vocabulary) -> Counter[NameType]:
    """What the words next to a name say of it."""
    votes: Counter[NameType] = Counter()
    doc = spot.doc
    before = doc[spot.first - 1] if spot.first else None
    after = doc[spot.last] if spot.last < len(doc) else None
    if before is not None:
        if before.lower_ in _LOCATIVE and not spot.is_long:
            votes.update({"place": 3, "person": -3, "organisation": -1})
        if _is_one_of_a_kind(spot):
            votes["organisation"] -= _NEVER
        if before.lower_ == "the":
            votes["person"] -= 2
        elif before.pos_ in ("NOUN", "PROPN") and vocabulary.noun(before.text, "role"):
            votes["person"] += 4
        elif before.pos_ == "NOUN" and vocabulary.noun(before.text, "body"):
            votes.update({"person": 4} if _holds_post_there(spot, before, vocabulary) else {"organisation": 8})
    if after is not None and after.text == "," and spot.is_long and _house_follows(after):
        votes["person"] += 4
    if after is not None and after.text == "," and _role_follows(after, vocabulary):
        votes["person"] += 4
    relative = doc[spot.last + 1] if after is not None and after.text == "," and spot.last + 1 < len(doc) else after
    if relative is not None and relative.lower_ == "who":
        votes["person"] += 4
    if before is not None and before.text == "," and spot.first > 1 and _body_precedes(doc[spot.first - 2], vocabulary):
        votes["organisation"] += 2
    return votes


def _holds_post_there(spot: Spot, body: Token, vocabulary: Vocabulary) -> bool:
    """Does a person's name close the phrase of a post at a body (*the leader of the opposition group Ann Hale*)?"""
    doc, at = body.doc, body.i
    while at > 1 and body.i - at <= _MAX_ADJECTIVES and doc[at].lower_ != "of":
        at -= 1
    post = doc[at].lower_ == "of" and vocabulary.noun(doc[at - 1].text, "role") is not None
    return post and spot.is_long and (spot.label == "person" or spot.words[0] in vocabulary.given)


def _is_one_of_a_kind(spot: Spot) -> bool:
    """Does *a* stand before the name, with adjectives at most between: a product (*a new Home Care Service*)?"""
    doc, at = spot.doc, spot.first - 1
    if not spot.is_long or (spot.last < len(doc) and doc[spot.last].pos_ in ("NOUN", "PROPN")):
        return False
    while at > 0 and spot.first - at <= _MAX_ADJECTIVES and (doc[at].pos_ in ("ADJ", "ADV") or _is_hyphened(doc[at])):
        at -= 1
    return doc[at].lower_ in ("a", "an")


def _is_hyphened(token: Token) -> bool:
    """Is it a hyphen, or part of what is joined by one (*stand-alone*)?"""
    return "-" in (token.text, token.nbor(-1).text, token.nbor().text if token.i + 1 < len(token.doc) else "")


def is_work(spot: Spot, vocabulary: Vocabulary) -> bool:
    """Does the name stand before a noun for documents as what one is called: in quotation marks (*the ‘Fair Shares’
    report*), or beginning with a participle (*the Growing Older guidance*)?"""
    doc, after = spot.doc, spot.last
    quoted = spot.first > 0 and doc[spot.first - 1].is_quote and after < len(doc) and doc[after].is_quote
    after += quoted
    if not quoted and not doc[spot.first].lower_.endswith("ing"):
        return False
    return after < len(doc) and vocabulary.noun(doc[after].text, "document") is not None


def acts_on_its_own(spot: Spot, vocabulary: Vocabulary) -> bool:
    """Is the name the subject of a verb like *launch* whose object begins with *its*?"""
    doc, at = spot.doc, spot.last
    while at < len(doc) and at - spot.last < _MAX_AUXILIARIES and doc[at].pos_ in ("AUX", "ADV"):
        at += 1
    return at + 1 < len(doc) and doc[at].lemma_ in vocabulary.own_deeds and doc[at + 1].lower_ == "its"


def _house_follows(comma: Token) -> bool:
    """Is what follows a comma the body that somebody speaks for (*…, at Tallis Securities, said*)?"""
    after = comma.doc[comma.i + 1 : comma.i + 5]
    return len(after) > 1 and after[0].lower_ in _AT and any(token.ent_type_ == "ORG" for token in after[1:])


def _role_follows(comma: Token, vocabulary: Vocabulary) -> bool:
    """Is what follows a comma an apposition that names a role, and no new subject with its verb?"""
    doc, seen = comma.doc, False
    for i in range(comma.i + 1, min(comma.i + 14, len(doc))):
        if doc[i].is_punct:
            return seen
        if doc[i].pos_ in ("VERB", "AUX"):
            return False
        seen = seen or (doc[i].pos_ in ("NOUN", "PROPN") and vocabulary.noun(doc[i].text, "role") is not None)
    return seen


def _body_precedes(token: Token, vocabulary: Vocabulary) -> bool:
    noun = vocabulary.noun(token.text, "body")
    return noun is not None and noun.generic and token.is_lower
