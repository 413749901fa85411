"""The lines of a PDF's page as PDFium finds them, each with its place."""

from typing import Any, NamedTuple

_PICTURE = 3
"""PDFium's number for page objects that are images."""
_MOST_OBJECTS = 200
"""Objects of a page without text that are looked at for a picture."""


class Line(NamedTuple):
    """One line of a page; places are in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    begins: float
    """Height of the foot of its first letter."""
    bottom: float
    """The same of its last letter: lower where PDFium has put two lines with a divided word between them together."""
    size: float
    """Of its first letter."""
    page: int


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of one of pypdfium2's pages, in the order of its text."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        known = len(text) == textpage.count_chars()
        found: list[Line] = []
        at = 0
        for piece in text.split("\n"):
            body = piece.strip()
            if body:
                first = at + len(piece) - len(piece.lstrip())
                last = first + len(body) - 1
                box, end, size = (0.0,) * 4, (0.0,) * 4, 0.0
                if known:
                    box, end = textpage.get_charbox(first, loose=True), textpage.get_charbox(last, loose=True)
                    size = float(raw.FPDFText_GetFontSize(textpage, first))
                found.append(Line(body, box[0], end[2], box[1], end[1], size, number))
            at += len(piece) + 1
        return found
    finally:
        textpage.close()


def is_picture(page: Any) -> bool:
    """Whether a page without text shows a picture: it may be a scan."""
    for count, item in enumerate(page.get_objects(max_depth=2)):
        if item.type == _PICTURE:
            return True
        if count > _MOST_OBJECTS:
            return False
    return False
