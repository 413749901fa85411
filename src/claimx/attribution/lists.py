"""Lists of organisations: *A, B and C*, whom *the charities* then means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimx.attribution.coreference import Referent

_JOINTS = frozenset(
    {",", "and", "&", "the", "as well as", ", and", "and the", ", the", ", and the", ", as well as", "", "–", "plus"}
)
_MIN = 2
_SURE = 3
"""A list that comes later than the words that mean it has to be as long as this, and the only one."""


class Lists:
    """The lists of named people, and of named organisations, in one document."""

    def __init__(self, named: Sequence[Referent], text: str) -> None:
        self._lists: list[tuple[Referent, ...]] = []
        current: list[Referent] = []
        for referent in named:
            can_list = referent.type in ("organisation", "person") and not referent.place
            joined = current and text[current[-1].end : referent.start].strip().casefold() in _JOINTS
            if not (can_list and joined and referent.type == current[-1].type):
                self._close(current)
                current = []
            if can_list:
                current.append(referent)
        self._close(current)
        self._starts = [members[0].start for members in self._lists]

    def _close(self, members: Sequence[Referent]) -> None:
        if len({member.name for member in members}) >= _MIN:
            self._lists.append(tuple(members))

    def before(self, offset: int, pair: bool = False) -> tuple[Referent, ...]:
        """The last list that begins before an offset; with `pair` only where it has two members."""
        index = bisect_left(self._starts, offset)
        found = self._lists[index - 1] if index else ()
        return found if not pair or len(found) == _MIN else ()

    def organisations(self, offset: int) -> tuple[Referent, ...]:
        """Whom *the charities* at an offset means: the last list of bodies before it, or the only long one after."""
        bodies = [members for members in self._lists if members[0].type == "organisation"]
        earlier = [members for members in bodies if members[0].start < offset]
        if earlier:
            return earlier[-1]
        long = [members for members in bodies if len(members) >= _SURE]
        return long[0] if len(long) == 1 else ()
