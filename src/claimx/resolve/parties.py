"""Speakers and organisations of all documents, each under one name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from claimx.model import Party, SpeakerType

_NOT_WORDS = re.compile(r"[^\w&]+")
TITLES = frozenset(
    (
        "the",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "professor",
        "prof",
        "rt",
        "hon",
    )
)
"""Words before a name that are no part of it, without their points."""

_MINOR = frozenset(("of", "the", "and", "for", "in", "on", "at", "to", "&"))
"""Words of a name that give its acronym no letter."""

_MIN_ACRONYM = 3


@dataclass(slots=True)
class Parties:
    """The parties of a run, and the name that each name of a document stands for."""

    speakers: tuple[Party, ...]
    organisations: tuple[Party, ...]
    _names: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> str:
        """The name that the party goes by in the whole run."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._names.get(_key(name), name)
        return known


def find_parties(spoken: Sequence[Party], organisations: Sequence[Party]) -> Parties:
    """Brings the documents' parties together, speakers and organisations. Names are one when they differ only in letter
    case, articles, titles or apostrophes, or when one is the acronym that a document introduces for, or that is spelt
    by, the other one alone.

    Surnames are resolved within their documents alone: two articles' Mr Smiths may be two men.
    """
    full = _full_names(chain(spoken, organisations))
    names = _best_names(chain(spoken, organisations), full)
    return Parties(_merged(spoken, names), _merged(organisations, names), names)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether nothing says that two speakers are two: a document may not know the name, or only the surname, or the
    first name only in short."""
    if one is None or other is None:
        return True
    a, b = _key(one).split(), _key(other).split()
    if not a or not b:
        return False
    return set(a) <= set(b) or set(b) <= set(a) or (a[-1] == b[-1] and _is_short_for(a[0], b[0]))


def _is_short_for(one: str, other: str) -> bool:
    """Whether one of two first names is the beginning of the other: *J*, *Ed*."""
    return one != other and (one.startswith(other) or other.startswith(one))


def _key(name: str) -> str:
    """The name without what writers vary: letter case, articles, titles, apostrophes, points."""
    plain = name.casefold().replace("’", "'").replace("'s", "s").replace("'", "").replace(".", "")
    words = _NOT_WORDS.sub(" ", plain).replace("&", " and ").split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)


def _full_names(parties: Iterable[Party]) -> dict[str, str]:
    """Key of each organisation's acronym -> key of the one full name that it stands for."""
    keys: dict[str, set[str]] = defaultdict(set)
    spelt: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        if party.type != "organisation":
            continue
        key = _key(party.name)
        for alias in party.aliases:
            if _is_acronym(alias):
                keys[_key(alias)].add(key)
        if not _is_acronym(party.name):
            for initials in _initials(party.name):
                spelt[initials].add(key)
    acronyms = {key: next(iter(full)) for key, full in keys.items() if len(full) == 1}
    for key, full in spelt.items():
        if key not in keys and len(full) == 1:
            acronyms[key] = next(iter(full))
    return {key: full for key, full in acronyms.items() if key != full}


def _is_acronym(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return len(letters) >= 2 and " " not in name and sum(char.isupper() for char in letters) > len(letters) / 2


def _initials(name: str) -> set[str]:
    """The acronyms that a name spells, with and without its minor words."""
    words = _key(name).split()
    spelt = {"".join(word[0] for word in chosen) for chosen in (words, [w for w in words if w not in _MINOR])}
    return {initials for initials in spelt if len(initials) >= _MIN_ACRONYM}


def _best_names(parties: Iterable[Party], full: Mapping[str, str]) -> dict[str, str]:
    """Each key -> the form of the full name that the documents use most."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    keys = dict(full)
    for party in parties:
        key = _key(party.name)
        target = full.get(key, key) if party.type == "organisation" else key
        keys[key] = target
        if target == key:
            forms[target][party.name] += max(1, party.mentions)
    best = {key: max(counts, key=lambda name: (counts[name], len(name), name)) for key, counts in forms.items()}
    return {key: best[target] for key, target in keys.items() if target in best}


def _merged(parties: Iterable[Party], names: Mapping[str, str]) -> tuple[Party, ...]:
    """One party a name: roles, organisations, aliases and mentions of all of them, most mentioned first."""
    groups: dict[str, _Group] = {}
    for party in parties:
        name = names.get(_key(party.name), party.name)
        if (group := groups.get(name)) is None:
            group = groups[name] = _Group()
        group.add(party, names)
    merged = [group.party(name) for name, group in groups.items()]
    return tuple(sorted(merged, key=lambda party: (-party.mentions, party.name)))


class _Group:
    """What the parties of one name come to."""

    __slots__ = ("_aliases", "_mentions", "_organisations", "_roles", "_types")

    def __init__(self) -> None:
        self._types: Counter[SpeakerType] = Counter()
        self._aliases: set[str] = set()
        self._organisations: dict[str, None] = {}
        self._roles: dict[str, str] = {}
        """By their letters in one case: those that differ in nothing else are one, as it is first written."""
        self._mentions = 0

    def add(self, party: Party, names: Mapping[str, str]) -> None:
        """Takes one more party in."""
        self._types[party.type] += 1
        self._aliases.update((party.name, *party.aliases))
        self._organisations.update((names.get(_key(one), one), None) for one in party.organisations)
        for role in party.roles:
            self._roles.setdefault(role.casefold(), role)
        self._mentions += party.mentions

    def party(self, name: str) -> Party:
        """All of them as one."""
        return Party(
            name=name,
            type=max(self._types, key=lambda kind: (self._types[kind], kind)),
            roles=tuple(self._roles.values()),
            organisations=tuple(self._organisations),
            aliases=tuple(sorted(self._aliases - {name})),
            mentions=self._mentions,
        )
