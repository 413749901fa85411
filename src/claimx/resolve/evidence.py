"""What conflicts are looked for in: everything that resolving knows of a run."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from claimx.model import Claim, DocumentRecord, Figure
from claimx.resolve.quotations import Quotation
from claimx.resolve.table import Table

_START = attrgetter("start")
_KEPT = 512
"""Documents whose words and names are kept: rivals come by the document of the first."""


class Evidence:
    """The claims with their figures, and what was worked out on the way."""

    def __init__(
        self,
        claims: Sequence[Claim],
        figures: Sequence[Figure],
        documents: Iterable[DocumentRecord],
        table: Table,
        quotations: Iterable[tuple[Quotation, Quotation]] = (),
    ) -> None:
        self.claims = claims
        self.figures = figures
        self.table = table
        """The claims by the same places, before they had figures."""
        self.quotations = quotations
        """Pairs of direct quotations that share a run of words; they are gone through once."""
        self._figure_places: tuple[array[int], array[int]] | None = None
        self.topic: Callable[[str], frozenset[int]] = lru_cache(_KEPT)(self._topic)
        """The words of a document's claims that tell what it is about, by its id."""
        self.names: Callable[[str], frozenset[int]] = lru_cache(_KEPT)(self._named_in)
        """The names in a document's claims and in its title, by its id."""
        self.published: Mapping[str, str] = {record.id: record.published for record in documents if record.published}
        """When documents were published, by their ids."""
        self._places = {claims[places.start].document: places for places in table.documents()} if claims else {}

    def claims_in(self, document: str, start: int, end: int) -> Sequence[Claim]:
        """The document's claims between two offsets."""
        places = self._places.get(document, range(0))
        first = bisect_left(self.claims, start, places.start, places.stop, key=_START)
        last = bisect_left(self.claims, end, first, places.stop, key=_START)
        return self.claims[first:last]

    def _topic(self, document: str) -> frozenset[int]:
        places = self._places.get(document, range(0))
        return frozenset().union(*map(self.table.words, places)) - self.table.vocabulary.generic

    def _named_in(self, document: str) -> frozenset[int]:
        claims = self.claims_in(document, 0, sys.maxsize)
        sentences = {claim.sentence: None for claim in claims} | {self.table.titles.get(document) or "": None}
        return frozenset().union(*(self.table.vocabulary.names(sentence, sentence) for sentence in sentences))

    def places_of(self, figure: int) -> Sequence[int]:
        """The places of the claims of a figure, which is known by its own place."""
        if self._figure_places is None:
            self._figure_places = self._by_figure()
        starts, places = self._figure_places
        return places[starts[figure] : starts[figure + 1]]

    def _by_figure(self) -> tuple[array[int], array[int]]:
        """The places of all claims, figure by figure, and where each figure's begin among them. A figure stands where
        its first claim does, so each claim's is found without looking up its id among those of all figures."""
        starts = array("i", accumulate((len(figure.claims) for figure in self.figures), initial=0))
        places, filled = array("i", bytes(4 * len(self.claims))), array("i", starts)
        later: dict[str, int] = {}
        new = 0
        for index, claim in enumerate(self.claims):
            identity = claim.figure or ""
            figure = later.get(identity)
            if figure is None:
                figure, new = new, new + 1
                if len(self.figures[figure].claims) > 1:
                    later[identity] = figure
            places[filled[figure]] = index
            filled[figure] += 1
        return starts, places
