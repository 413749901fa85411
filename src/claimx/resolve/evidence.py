"""What conflicts are looked for in: everything that resolving knows of a run."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from claimx.model import Claim, DocumentRecord, Figure
from claimx.resolve.quotations import Quotation
from claimx.resolve.table import Table

_START = attrgetter("start")


class Evidence:
    """The claims with their figures, and what was worked out on the way."""

    def __init__(
        self,
        claims: Sequence[Claim],
        figures: Sequence[Figure],
        documents: Sequence[DocumentRecord],
        table: Table,
        quotations: Sequence[tuple[Quotation, Quotation]] = (),
    ) -> None:
        self.claims = claims
        self.figures = figures
        self.table = table
        """The claims by the same places, before they had figures."""
        self.quotations = quotations
        """Pairs of direct quotations that share a run of words."""
        self.documents: Mapping[str, DocumentRecord] = {record.id: record for record in documents}
        self._places = {claims[places.start].document: places for places in table.documents()} if claims else {}

    def claims_in(self, document: str, start: int, end: int) -> Sequence[Claim]:
        """The document's claims between two offsets."""
        places = self._places.get(document, range(0))
        first = bisect_left(self.claims, start, places.start, places.stop, key=_START)
        last = bisect_left(self.claims, end, first, places.stop, key=_START)
        return self.claims[first:last]

    def places_of_figures(self) -> list[list[int]]:
        """The places of each figure's claims, in the figures' order."""
        order = {figure.id: at for at, figure in enumerate(self.figures)}
        places: list[list[int]] = [[] for _ in self.figures]
        for index, claim in enumerate(self.claims):
            places[order[claim.figure or ""]].append(index)
        return places
