"""What conflicts are looked for in: everything that resolving knows of a run."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
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

    def places_of(self, figures: Iterable[int]) -> dict[int, list[int]]:
        """The places of the claims of the chosen figures, which are known by their own places."""
        order = {self.figures[at].id: at for at in figures}
        places: dict[int, list[int]] = {at: [] for at in order.values()}
        for index, claim in enumerate(self.claims):
            at = order.get(claim.figure or "")
            if at is not None:
                places[at].append(index)
        return places
