"""Whose page a document is: what cleaning found, the domain it was taken from, or the *we* that its text explains."""

import re
from collections import Counter
from dataclasses import dataclass

from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.vocabulary import Vocabulary

_ADDRESS = re.compile(
    r"(?i)\b(?:https?://|www\.)(?:www\.)?([a-z0-9][a-z0-9-]{2,40})\.(?:org|co|com|gov|ac|net|eu|info)\b"
)
_OPENING = 6
"""Sentences, headline and labels included."""
_FAMILIAR = 2
"""Times that somebody is called by first name alone."""
_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher's name and the rule by which the text shows it."""

    name: str
    rule: str | None = None


def publisher_of(text: str, stated: str | None, reading: Reading, vocabulary: Vocabulary) -> Publisher | None:
    """The publisher, where the document shows it; `stated`: what cleaning found."""
    known = {_squashed(key.removeprefix("the ")): name for key, name in reading.organisations.items()}
    if stated:
        return Publisher(known.get(_squashed(stated), stated))
    leading = _leading(reading)
    for rule in vocabulary.publisher_phrases:
        for match in re.finditer(rule.pattern, text):
            name = known.get(_squashed(match["name"])) if "name" in match.re.groupindex else leading
            if name is not None:
                return Publisher(name, rule.id)
    counts = Counter(referent.name for referent in reading.named)
    domains = Counter(match[1] for match in _ADDRESS.finditer(text))
    for domain, _ in domains.most_common(1):
        name = known.get(_squashed(domain))
        if name is not None and counts[name] > 1:
            return Publisher(name)
    return _house(reading)


def _leading(reading: Reading) -> str | None:
    """The first organisation that one of the opening sentences is about: who issues a release opens it."""
    opening = (one for one in reading.named if one.sentence <= _OPENING and one.main and not one.place)
    return next((one.name for one in opening if one.type == "organisation"), None)


def _house(reading: Reading) -> Publisher | None:
    """The organisation whose people alone are called by their first names, time and again: only their own house does
    that to those who speak for it."""
    houses: Counter[str] = Counter()
    for referent in reading.named:
        organisation = next((s.organisation for s in reading.standings.get(referent.name, ()) if s.organisation), None)
        words = referent.name.split()
        if organisation is not None and referent.type == "person" and len(words) > 1:
            houses[organisation] += reading.surfaces.get(referent.start) == words[0]
    (house, times), *others = houses.most_common(2) or [("", 0)]
    return Publisher(house) if times >= _FAMILIAR and not (others and others[0][1]) else None


def _squashed(name: str) -> str:
    """A name as a domain would have it: its letters and digits run together."""
    return _NOT_ALNUM.sub("", name).casefold()
