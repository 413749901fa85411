"""Where findings are: files, lines and columns instead of documents and offsets."""

from bisect import bisect_right
from collections.abc import Mapping

from claimx.checks.interface import Origin, Place
from claimx.model import Span


def origin_of(document: str, origins: Mapping[str, Origin]) -> Origin:
    """Where a document comes from; one that nothing is known of is a file of its own name."""
    return origins.get(document) or Origin(document, document)


def place_of(document: str, origins: Mapping[str, Origin], span: Span | None = None) -> Place:
    """The place of a stretch of a document's text, or of the document as a whole."""
    origin = origin_of(document, origins)
    if origin.line is not None:
        line, column = end_line, end_column = origin.line, 1
    elif span is None or not origin.line_starts:
        return Place(path=origin.path, document=document, member=origin.member)
    else:
        (line, column), (end_line, end_column) = (_position(origin.line_starts, offset) for offset in span)
    return Place(
        path=origin.path, document=document, line=line, column=column, end_line=end_line, end_column=end_column
    )


def _position(line_starts: tuple[int, ...], offset: int) -> tuple[int, int]:
    line = bisect_right(line_starts, offset)
    return line, offset - line_starts[line - 1] + 1
