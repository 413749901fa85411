"""Renders a page's tree to text as a browser shows it: every word of it, in blocks, each with what it stands in."""

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from claimx.model import Hint
from claimx.readers.textbuilder import TextBuilder

_SILENT = frozenset(
    ("script", "style", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "head", "datalist")
)
"""Elements whose content is not shown as text."""
_APART = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "figure", "hr", "form")
)
"""Blocks that a browser sets off with space."""
_BLOCKS = _APART | frozenset(
    (
        "address", "article", "aside", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dt",
        "fieldset", "figcaption", "footer", "header", "html", "legend", "li", "main", "menu", "nav", "noscript",
        "option", "section", "select", "summary", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr",
    )
)  # fmt: skip
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside", "banner": "header", "main": "main"}
"""ARIA's landmarks, and the elements that they make of others."""
_NAME = re.compile(r"[A-Z]?[a-z]{2,30}|[A-Z]{2,30}(?![a-z])")
_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\x01"
_BREAKS = re.compile(rf" ?{_BREAK} ?")
_POWER = re.compile(r"[-−–]?\d{1,2}")
_POWERS = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_RAISED = re.compile(r"(?<![\d.,])10$|(?<![^\W\d_])[a-zµ]{1,3}$")
"""What is raised to a power: ten, and the signs of units."""
_NEAR = 6
"""Characters before a superscript that tell what it is."""
_MOST_NAMES = 64
_TITLE = ".//head/title"


class Rendered(NamedTuple):
    """The text of a page and what its markup says of it."""

    text: str
    hints: tuple[Hint, ...]


def render(root: Any, kept: Collection[str] | None) -> Rendered:
    """The text of the tree. `kept`: the lines that an extractor of main content took for the article, if one was
    asked."""
    renderer = _Renderer(kept)
    title = root.find(_TITLE)
    if title is not None and title.text:
        # where the page has no headline of its own, the window's title is the only one
        renderer.add_title(title.text, () if root.find(".//h1") is None else ("head",))
    renderer.walk(root)
    return Rendered(renderer.builder.text, tuple(renderer.builder.hints))


class _Frame(NamedTuple):
    element: str
    within: tuple[str, ...]
    row: bool
    """Whether it stands in a row of a data table, which is one line whatever its cells hold."""
    pre: bool


class _Renderer:
    """Walks a tree with a stack of its own, so that no depth of it is too much."""

    def __init__(self, kept: Collection[str] | None) -> None:
        self.builder = TextBuilder()
        self._kept = kept
        self._frames = [_Frame("body", (), False, False)]
        self._names: dict[tuple[tuple[str, ...], str, str], tuple[str, ...]] = {}
        self._pieces: list[str] = []
        self._linked = self._letters = self._links = 0
        self._apart = True

    def add_title(self, text: str, within: tuple[str, ...]) -> None:
        """Adds what the browser's window shows."""
        self.builder.add(_SPACE.sub(" ", text), "title", within)

    def walk(self, root: Any) -> None:
        """Adds everything below the root."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipping: Any = None
        for event, element in walker:
            if event in ("comment", "pi"):
                self._text(element.tail)
            elif event == "start":
                if element.tag in _SILENT or element.tag == "sup":
                    walker.skip_subtree()
                    skipping = element
                    self._text(_superscript(element) if element.tag == "sup" else None)
                else:
                    self._start(element)
            elif element is skipping:
                skipping = None
                self._text(element.tail)
            else:
                self._end(element)
                self._text(element.tail)
        self._flush()

    def _start(self, element: Any) -> None:
        tag, frame = element.tag, self._frames[-1]
        if tag == "br":
            self._pieces.append(" " if frame.row else _BREAK)
        elif tag == "a" and element.get("href"):
            self._links += 1
        elif tag in _BLOCKS:
            self._start_block(element, frame)
        self._text(element.text)

    def _start_block(self, element: Any, frame: _Frame) -> None:
        tag = element.tag
        if frame.row:
            self._pieces.append("\t" if tag in ("td", "th") else " ")
            self._frames.append(frame)
            return
        self._flush()
        self._apart = self._apart or tag in _APART
        row = tag == "tr" and _is_data(element.getparent())
        self._frames.append(_Frame(tag, self._within(element, frame.within), row, frame.pre or tag == "pre"))

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag == "a" and element.get("href"):
            self._links -= 1
        elif tag in _BLOCKS:
            if not self._frames[-1].row or tag == "tr":
                self._flush()
                self._apart = self._apart or tag in _APART
            elif tag not in ("td", "th"):
                self._pieces.append(" ")
            self._frames.pop()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        self._pieces.append(text.replace("\n", _BREAK) if self._frames[-1].pre else text)
        letters = len(text) - text.count(" ")
        self._letters += letters
        if self._links > 0:
            self._linked += letters

    def _flush(self) -> None:
        """Ends the block that the pieces so far make."""
        if not self._pieces:
            return
        frame = self._frames[-1]
        joined = "".join(self._pieces)
        if frame.row:
            cells = (_SPACE.sub(" ", cell).strip() for cell in joined.split("\t"))
            text = "\t".join(cell for cell in cells if cell)
        else:
            text = _BREAKS.sub("\n", _SPACE.sub(" ", joined))
        text = re.sub(r"\n{3,}", "\n\n", text.strip())
        if text:
            verdict = None if self._kept is None else text in self._kept
            linked = round(self._linked / self._letters, 2) if self._letters else 0.0
            self.builder.add(
                text, frame.element, frame.within, apart=self._apart, linked=min(linked, 1.0), verdict=verdict
            )
            self._apart = False
        self._pieces = []
        self._linked = self._letters = 0

    def _within(self, element: Any, outer: tuple[str, ...]) -> tuple[str, ...]:
        """The names of what stands around the element's text: its own and those of the elements around it."""
        names = "" if element.tag in ("html", "body") else f"{element.get('class', '')} {element.get('id', '')}"[:300]
        role = _ROLES.get(element.get("role", ""), "")
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if hidden or _HIDES.search(element.get("style", "")[:300]):
            names += " hidden"
        key = (outer, f"{element.tag} {role}", names)
        if key not in self._names:
            words = (f".{word.lower()}" for word in _NAME.findall(names))
            found = dict.fromkeys((*outer, element.tag, *([role] if role else []), *words))
            self._names[key] = tuple(found)[:_MOST_NAMES]
        return self._names[key]


def _superscript(element: Any) -> str:
    """Powers as characters, and marks of notes in brackets, so that neither runs into the number before."""
    text = "".join(element.itertext()).strip()
    linked = element.find(".//a") is not None or element.getparent().tag == "a"
    if not linked and _POWER.fullmatch(text) and _RAISED.search(_before(element)):
        return text.translate(_POWERS)
    if not text.strip("[]()").isdigit() or text.startswith("["):
        return text
    return f"[{text}]"


def _before(element: Any) -> str:
    """The text right before the element."""
    previous = element.getprevious()
    text = element.getparent().text if previous is None else previous.tail
    return (text or "")[-_NEAR:]


def _is_data(parent: Any) -> bool:
    """Whether the rows of a table, given by the rows' parent, hold data: no cell is laid out with blocks of its own."""
    table = parent
    while table is not None and table.tag in ("tbody", "thead", "tfoot"):
        table = table.getparent()
    if table is None or table.tag != "table":
        return False
    known = table.get("data-rows")
    if known is None:
        known = "yes" if _holds_data(table) else "no"
        table.set("data-rows", known)
    return bool(known == "yes")


def _holds_data(table: Any) -> bool:
    if table.get("role") == "presentation":
        return False
    cells = paragraphs = 0
    for element in table.iterdescendants():
        if element.tag in ("table", "ul", "ol", "h1", "h2", "h3", "form", "blockquote", "article", "section"):
            return False
        cells += element.tag in ("td", "th")
        paragraphs += element.tag == "p"
    return bool(cells > 1 and paragraphs <= cells and any(len(row) > 1 for row in table.iter("tr")))
