"""Which characters stand inside quotation marks."""

from bisect import bisect_right

from claimx.attribution.quotations import find_quotations
from claimx.model import Block


class Quoted:
    """The stretches of one document's blocks that stand inside quotation marks; `offset in quoted` asks."""

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        quotations = find_quotations(text, [(block.start, block.end) for block in blocks])
        self._spans = sorted(span for quotation in quotations if quotation.depth == 0 for span in quotation.spans)
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index][1]
