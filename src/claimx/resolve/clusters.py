"""Clusters of claims: block, compare, join. Only claims of one figure (or of a rounding of it) are compared, and those
that are alike are joined, so that the work stays near-linear in the number of claims.
"""

from array import array
from collections.abc import Iterator, Sequence

from claimx.resolve.likeness import HEADLINE, NEIGHBOURS, THRESHOLD, Compare, Likeness
from claimx.resolve.pairs import Pair, PairFinder, of_one_subject, repetitions
from claimx.resolve.partitions import Share, dealt_out
from claimx.resolve.restated import restatements
from claimx.resolve.table import Table

_RETOLD, _RETOLD_AT_ONCE = 2.0, 1.25
"""Evidence without which not even the likeliest of the story's figures is the headline's; and of those in its first
sentences, which tell the headline again."""

_TELLING_WORDS = 3
"""Content words of a sentence that is hardly written twice of two things."""


def clusters(table: Table, share: Share | None = None) -> Iterator[list[int]]:
    """Places of the claims that belong together, in text order within and between clusters. `share`: has claims of
    different documents compared elsewhere."""
    joined, likeness = Clusters(table), Likeness(table)
    repeated = bytearray(len(table))
    for first, index in repetitions(table):
        if len(table.sentence(index)) >= _TELLING_WORDS:
            repeated[index] = joined.join(first, index)
    for first, index in of_one_subject(table):
        repeated[index] = joined.join(first, index)
    pairs = PairFinder(table, repeated)
    for document in table.documents():
        scored = [(likeness.within(i, j, rounded=rounded), i, j) for i, j, rounded in pairs.within(document)]
        joined.join_best(_with_headlines(scored, table))
        for i, j in restatements(table, document):
            joined.join(i, j)
    blocks = ((block, likeness.across) for block in pairs.across())
    for block, alike in blocks if share is None else dealt_out(table, pairs.across(), share):
        joined.join_like(block, alike)
    return joined.groups()


Scored = tuple[float, int, int]


def _with_headlines(scored: Sequence[Scored], table: Table) -> list[Scored]:
    """The pairs' evidence, with what it says for a headline's figure and the one of the story that is most like it; one
    of the opening sentence, which tells the headline again, comes before all others."""
    best: dict[int, tuple[tuple[bool, float], Scored]] = {}
    in_title, claims = table.in_title, table.claims
    for score, i, j in scored:
        if in_title[i] == in_title[j]:
            continue
        at_once = claims[j].start - claims[i].start < NEIGHBOURS
        if score >= (_RETOLD_AT_ONCE if at_once else _RETOLD):
            title, story = (i, j) if in_title[i] else (j, i)
            rank = bool(table.leading[story]), score
            if title not in best or rank > best[title][0]:
                best[title] = rank, (score, i, j)
    retold = {pair for _, pair in best.values()}
    return [(score + HEADLINE if (score, i, j) in retold else score, i, j) for score, i, j in scored]


class Clusters:
    """Which claims have been found to be one (union-find). Two of one wording in one sentence are never joined."""

    def __init__(self, table: Table) -> None:
        self._parents = array("i", range(len(table)))
        self._twins: dict[int, set[int]] = {index: {first} for index, (first, _) in table.twins.items()}

    def root(self, index: int) -> int:
        """The first claim of the cluster that the claim is in."""
        parents = self._parents
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    def join(self, i: int, j: int) -> bool:
        """Joins the two claims' clusters, if none of their claims are known to be apart."""
        one, other = self.root(i), self.root(j)
        if one == other:
            return True
        first, second = (one, other) if one < other else (other, one)
        if self._twins:
            mine, theirs = self._twins.get(first), self._twins.get(second)
            if mine and theirs and mine & theirs:
                return False
            if theirs:
                self._twins[first] = (mine or set()) | theirs
        self._parents[second] = first
        return True

    def join_best(self, scored: Sequence[Scored]) -> None:
        """Joins those of the pairs whose evidence suffices, the strongest first, and none through a third claim whose
        own evidence contradicts it."""
        apart: dict[int, set[int]] = {}
        for number, (score, i, j) in enumerate(scored):
            if score < 0:
                apart.setdefault(self.root(i), set()).add(number)
                apart.setdefault(self.root(j), set()).add(number)
        for _, i, j in sorted((-score, i, j) for score, i, j in scored if score >= THRESHOLD):
            mine, theirs = apart.get(self.root(i)), apart.get(self.root(j))
            if mine and theirs and mine is not theirs and mine & theirs:
                continue
            if self.join(i, j) and (mine or theirs):
                apart[self.root(i)] = (mine or set()) | (theirs or set())

    def join_like(self, pairs: Sequence[Pair], likeness: Compare) -> None:
        """Joins those of the pairs that are alike enough. Where some must stay apart the strongest come first, so that
        each finds its own; else none is compared that others have joined already."""
        if any(pair.first in self._twins or pair.second in self._twins for pair in pairs):
            self.join_best([(likeness(i, j, rounded=rounded), i, j) for i, j, rounded in pairs])
            return
        for i, j, rounded in pairs:
            if self.root(i) != self.root(j) and likeness(i, j, rounded=rounded) >= THRESHOLD:
                self.join(i, j)

    def groups(self) -> Iterator[list[int]]:
        """The clusters, by their first claims."""
        size = len(self._parents)
        after, last = array("i", bytes(4 * size)), array("i", range(size))
        for index in range(size):
            root = self.root(index)
            if root != index:
                after[last[root]] = index
                last[root] = index
        for index in range(size):
            if self._parents[index] == index:
                group = [index]
                while after[group[-1]]:
                    group.append(after[group[-1]])
                yield group
