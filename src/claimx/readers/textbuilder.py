"""Puts the text of a source with markup together, block by block, and keeps what the markup says of each."""

import re
from collections.abc import Sequence

from claimx.model import Hint

_DROPPED = re.compile("[\x00\u00ad\u200b\u2060\ufeff\ufffe\ud800-\udfff]")
"""Characters that show nothing but part words: soft hyphens, spaces without width, halves of surrogate pairs."""


class TextBuilder:
    """A text that grows by blocks. Between two blocks there is a line break, or a blank line where one asks for it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.hints: list[Hint] = []

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def add(
        self,
        text: str,
        element: str,
        within: Sequence[str] = (),
        *,
        apart: bool = True,
        linked: float = 0.0,
        verdict: bool | None = None,
    ) -> None:
        """Adds a block, unless it is empty. `apart`: whether a blank line separates it from the one before."""
        text = _DROPPED.sub("", text).strip()
        if not text:
            return
        if self._length:
            self._append("\n\n" if apart else "\n")
        start = self._length
        self._append(text)
        self.hints.append(Hint(start, self._length, element, tuple(within), linked, verdict))

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
