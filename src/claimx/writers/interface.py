"""What a format's module has to offer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimx.model import Report


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format: the `WRITER` of a module in `claimx.writers.formats`."""

    suffixes: tuple[str, ...]
    """Of files that are written in this format when none is asked for, in lower case, with the dot."""
    pieces: Callable[[Report], Iterable[str] | Iterable[bytes]]
    """The report piece by piece, so that a large one need never be in memory: as text that ends in a line feed, or as
    bytes where the format is no text. The same report gives the same."""

    def write(self, report: Report) -> str | bytes:
        """The report as one."""
        pieces = list(self.pieces(report))
        texts = [piece for piece in pieces if isinstance(piece, str)]
        return "".join(texts) if len(texts) == len(pieces) else b"".join(p for p in pieces if isinstance(p, bytes))
