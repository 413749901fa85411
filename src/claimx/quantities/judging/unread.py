"""Digits that nothing has read."""

import re
from collections.abc import Sequence

from claimx.model import Block, Mention, Span

_DIGITS = re.compile(r"\d+")
_ALPHANUMERIC = re.compile(r"[^\W_]*")
_LONGEST_CODE = 60
"""Characters before a digit among which the beginning of its code is looked for."""


def unread(text: str, block: Block, found: Sequence[Mention]) -> list[Mention]:
    """The parts of codes and mangled words in a block beside what was found there, so that no digit is passed over in
    silence."""
    spans = sorted((mention.start, mention.end) for mention in found)
    pieces: list[Mention] = []
    index = 0
    floor = block.start
    for match in _DIGITS.finditer(text, block.start, block.end):
        while index < len(spans) and spans[index][1] <= match.start():
            index += 1
        if match.start() < floor or (index < len(spans) and match.end() > spans[index][0]):
            continue
        start, floor = _piece_around(text, match.start(), floor, block.end)
        apart = index == 0 or spans[index - 1][1] <= start
        if apart and (index == len(spans) or floor <= spans[index][0]):
            pieces.append(Mention(start=start, end=floor, rules=(), reason="reference"))
    return pieces


def _piece_around(text: str, at: int, floor: int, end: int) -> Span:
    """The letters and digits in one piece around a place, from `floor` to `end`."""
    start = at
    while start > max(floor, at - _LONGEST_CODE) and text[start - 1].isalnum():
        start -= 1
    piece = _ALPHANUMERIC.match(text, at, end)
    return start, piece.end() if piece else at + 1
