"""Whose page a document is: what cleaning found, the domain it was taken from, or the *we* that its text explains."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from claimx.attribution.parties.vocabulary import Vocabulary

_ADDRESS = re.compile(
    r"(?i)\b(?:https?://|www\.)(?:www\.)?([a-z0-9][a-z0-9-]{2,40})\.(?:org|co|com|gov|ac|net|eu|info)\b"
)
_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher's name and the rule by which the text shows it."""

    name: str
    rule: str | None = None


def publisher_of(
    text: str, stated: str | None, organisations: Mapping[str, str], counts: Counter[str], vocabulary: Vocabulary
) -> Publisher | None:
    """The publisher, where the document shows it. `organisations`: keys of the names in the text to full names,
    `counts`: how often each stands there."""
    known = {_squashed(key.removeprefix("the ")): name for key, name in organisations.items()}
    if stated:
        return Publisher(known.get(_squashed(stated), stated))
    for rule in vocabulary.publisher_phrases:
        for match in re.finditer(rule.pattern, text):
            name = known.get(_squashed(match["name"]))
            if name is not None:
                return Publisher(name, rule.id)
    domains = Counter(match[1] for match in _ADDRESS.finditer(text))
    for domain, _ in domains.most_common(1):
        name = known.get(_squashed(domain))
        if name is not None and counts[name] > 1:
            return Publisher(name)
    return None


def _squashed(name: str) -> str:
    """A name as a domain would have it: its letters and digits run together."""
    return _NOT_ALNUM.sub("", name).casefold()
