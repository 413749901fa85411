"""Which characters stand inside quotation marks, roughly: enough to know whose mentions count where."""

from bisect import bisect_right

from claimx.model import Block

_OPENING = {"“": "”", "„": "”", "«": "»"}
_MAX_QUOTE = 4000
"""Characters; an unclosed mark reaches to the end of its block, or this far."""


class Quoted:
    """The stretches of one document that stand inside double quotation marks."""

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self._spans = [span for block in blocks for span in _spans(text, block.start, block.end)]
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index][1]


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    while at < end:
        char = text[at]
        if char == '"' or char in _OPENING:
            closing = text.find(_OPENING.get(char, '"'), at + 1, min(end, at + _MAX_QUOTE))
            stop = closing + 1 if closing >= 0 else min(end, at + _MAX_QUOTE)
            found.append((at, stop))
            at = stop
        else:
            at += 1
    return found
