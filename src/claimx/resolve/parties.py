"""Speakers and organisations of all documents, each under one name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimx.model import Extract, Party, SpeakerType

_NOT_WORDS = re.compile(r"[^\w&]+")
_TITLES = frozenset(
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


def find_parties(extracts: Sequence[Extract]) -> Parties:
    """Brings the documents' parties together. Names are one when they differ only in letter case, articles, titles or
    apostrophes, or when one is the acronym that a document introduces for, or that is spelt by, the other one alone.

    Surnames are resolved within their documents alone: two articles' Mr Smiths may be two men.
    """
    spoken = [party for extract in extracts for party in extract.speakers]
    organisations = [party for extract in extracts for party in extract.organisations]
    full = _full_names([*spoken, *organisations])
    names = _best_names([*spoken, *organisations], full)
    return Parties(_merged(spoken, names), _merged(organisations, names), names)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether nothing says that two speakers are two: a document may not know the name, or only the surname."""
    if one is None or other is None:
        return True
    a, b = _key(one).split(), _key(other).split()
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _key(name: str) -> str:
    """The name without what writers vary: letter case, articles, titles, apostrophes, points."""
    plain = name.casefold().replace("’", "'").replace("'s", "s").replace("'", "").replace(".", "")
    words = _NOT_WORDS.sub(" ", plain).replace("&", " and ").split()
    while len(words) > 1 and words[0] in _TITLES:
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


def _merged(parties: Sequence[Party], names: Mapping[str, str]) -> tuple[Party, ...]:
    """One party a name: roles, organisations, aliases and mentions of all of them, most mentioned first."""
    groups: dict[str, list[Party]] = defaultdict(list)
    for party in parties:
        groups[names.get(_key(party.name), party.name)].append(party)
    merged = [_one(name, group, names) for name, group in groups.items()]
    return tuple(sorted(merged, key=lambda party: (-party.mentions, party.name)))


def _one(name: str, group: Sequence[Party], names: Mapping[str, str]) -> Party:
    types: Counter[SpeakerType] = Counter(party.type for party in group)
    aliases = {alias for party in group for alias in (party.name, *party.aliases)} - {name}
    organisations = dict.fromkeys(names.get(_key(one), one) for party in group for one in party.organisations)
    return Party(
        name=name,
        type=max(types, key=lambda kind: (types[kind], kind)),
        roles=_alike(role for party in group for role in party.roles),
        organisations=tuple(organisations),
        aliases=tuple(sorted(aliases)),
        mentions=sum(party.mentions for party in group),
    )


def _alike(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles that differ in letter case alone are one, as it is first written."""
    first: dict[str, str] = {}
    for role in roles:
        first.setdefault(role.casefold(), role)
    return tuple(first.values())
