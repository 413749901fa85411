"""Lists of organisations: *A, B and C*, whom *the charities* then means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimx.attribution.parties.coreference import Referent

_JOINTS = frozenset(
    {",", "and", "&", "the", "as well as", ", and", "and the", ", the", ", and the", ", as well as", "", "–", "plus"}
)
_MIN = 2
_SURE = 3
"""A list that comes later than the words that mean it has to be as long as this, and the only one."""


class Lists:
    """The lists of named people, and of named organisations, in one document."""

    def __init__(self, named: Sequence[Referent], text: str) -> None:
        found: list[list[Referent]] = []
        for referent in named:
            if referent.type not in ("organisation", "person") or referent.place:
                continue
            last = found[-1][-1] if found else None
            gap = text[last.end : referent.start].strip().casefold() if last is not None else None
            if last is not None and gap in _JOINTS and last.type == referent.type:
                found[-1].append(referent)
            else:
                found.append([referent])
        self._lists = [members for members in found if len({member.name for member in members}) >= _MIN]
        self._bodies = [members for members in self._lists if members[0].type == "organisation"]
        self._people = [members for members in self._lists if members[0].type == "person"]
        self._starts = [members[0].start for members in self._lists]
        self._people_starts = [members[0].start for members in self._people]
        self._body_starts = [members[0].start for members in self._bodies]

    def pair(self, offset: int) -> Sequence[Referent]:
        """The two whom *both* at an offset means: the last list before it, where it has two members."""
        found = self.before(offset)
        return found if len(found) == _MIN else ()

    def before(self, offset: int) -> Sequence[Referent]:
        """The last list that begins before an offset."""
        index = bisect_left(self._starts, offset)
        return self._lists[index - 1] if index else ()

    def people(self, offset: int) -> Sequence[Referent]:
        """The last list of people that begins before an offset."""
        index = bisect_left(self._people_starts, offset)
        return self._people[index - 1] if index else ()

    def organisations(self, offset: int) -> Sequence[Referent]:
        """Whom *the charities* at an offset means: the last list of bodies before it, or the only long one after."""
        index = bisect_left(self._body_starts, offset)
        if index:
            return self._bodies[index - 1]
        long = [members for members in self._bodies if len(members) >= _SURE]
        return long[0] if len(long) == 1 else ()
