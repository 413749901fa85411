"""Word documents (.docx), one document a file: paragraphs, lists, tables row by row, notes, headers and footers.

The text is taken from the document's XML, not from python-docx's paragraphs, which leave out what stands in tracked
insertions, content controls and text boxes.
"""

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from claimx.errors import InputError
from claimx.extras import extra
from claimx.model import Document, Metadata, Problem
from claimx.readers.interface import Reader, Source
from claimx.readers.size import too_large
from claimx.readers.stream import CONTAINER, whole
from claimx.readers.textbuilder import TextBuilder

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST = 200
_TEXTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_BROKEN = (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, EOFError, RuntimeError)
"""What zipfile and python-docx raise when a file is not what they expect."""
_NOTES = re.compile(r"/(footnotes|endnotes)$")
_MARGINS = re.compile(r"/(header|footer)$")
_HEADING = re.compile(r"heading ?([1-6])$", re.IGNORECASE)


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    import zipfile

    data = whole(source, stream, CONTAINER * limit)
    with extra("docx", "Word documents"):
        import docx
        from lxml.etree import LxmlError
    _refuse_bombs(data, CONTAINER * limit)
    try:
        file = docx.Document(io.BytesIO(data))
        builder = TextBuilder()
        _Walk(builder, {style.style_id: style.name or "" for style in file.styles}).add_all(file)
        metadata = _metadata(file.core_properties)
    except (*_BROKEN, LxmlError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError(_reason(error)) from error
    if len(builder.text) > limit:
        raise InputError(too_large(None, limit))
    yield Document(
        source.id,
        builder.text,
        hashlib.sha256(data).hexdigest(),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        hints=tuple(builder.hints),
        metadata=metadata,
    )


def _reason(error: Exception) -> str:
    encrypted = isinstance(error, RuntimeError) and "encrypted" in str(error)
    return "an encrypted Word document" if encrypted else "a broken Word document, or another kind of file"


def _refuse_bombs(data: bytes, limit: int) -> None:
    """Looks at the archive's list of contents: nothing is unpacked that is larger than any document. (No entry can
    unpack to more than the list says: zipfile stops there.)"""
    import zipfile

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("an encrypted Word document, or one of before 2007; save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (*_BROKEN, zipfile.BadZipFile) as error:
        raise InputError(_reason(error)) from error
    if sum(entry.file_size for entry in entries) > limit or len(entries) > 20_000:
        raise InputError(f"a Word document that unpacks to more than {limit / 1e6:g} MB")
    parts = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if parts > limit // 2:
        raise InputError(f"a Word document that unpacks to more than {limit / 2e6:g} MB of markup")


class _Walk:
    """Adds the parts of one document to a builder."""

    def __init__(self, builder: TextBuilder, styles: dict[str, str]) -> None:
        self._builder = builder
        self._styles = styles

    def add_all(self, file: Any) -> None:
        """The body, then the notes, then what stands at the head and foot of every page."""
        self._blocks(file.element.body, ())
        related = sorted(file.part.rels.values(), key=lambda relation: str(relation.rId))
        for relation in related:
            if not relation.is_external and (match := _NOTES.search(relation.reltype)):
                self._notes(relation.target_part.blob, match[1].removesuffix("s"))
        for relation in related:
            if not relation.is_external and (match := _MARGINS.search(relation.reltype)):
                self._blocks(relation.target_part.element, (f"page-{match[1]}",))

    def _blocks(self, parent: Any, within: tuple[str, ...], depth: int = 0) -> None:
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraph(child, within, depth)
            elif child.tag == f"{_W}tbl":
                self._table(child, within, depth)
            elif isinstance(child.tag, str) and child.tag != _FALLBACK:
                self._blocks(child, within, depth + 1)

    def _paragraph(self, paragraph: Any, within: tuple[str, ...], depth: int) -> None:
        element = self._element(paragraph)
        self._builder.add(_text(paragraph), element, within, apart=element != "li")
        self._boxes(paragraph, within, depth)

    def _boxes(self, paragraph: Any, within: tuple[str, ...], depth: int) -> None:
        """Adds the text boxes that are anchored in a paragraph."""
        for box in _own(paragraph, f"{_W}txbxContent"):
            self._blocks(box, within, depth + 1)

    def _table(self, table: Any, within: tuple[str, ...], depth: int) -> None:
        """Adds a table's rows, each on a line of its own, its cells divided by tabs. A row of one cell is only a frame
        around its paragraphs; tables within cells follow their row."""
        apart = True
        for row in _own(table, f"{_W}tr"):
            cells = [cell for cell in _own(row, f"{_W}tc") if any(map(_text, cell.iter(f"{_W}p")))]
            if len(cells) == 1:
                self._blocks(cells[0], within, depth + 1)
                apart = True
                continue
            line = "\t".join(" ".join(" ".join(map(_text, _own(cell, f"{_W}p"))).split()) for cell in cells)
            self._builder.add(line, "tr", within, apart=apart)
            apart = False
            for cell in cells:
                for paragraph in _own(cell, f"{_W}p"):
                    self._boxes(paragraph, within, depth)
                for nested in _own(cell, f"{_W}tbl"):
                    self._table(nested, within, depth + 1)

    def _notes(self, blob: bytes, element: str) -> None:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(blob, parser):
            if note.get(f"{_W}type") in (None, "normal"):
                for paragraph in note.iter(f"{_W}p"):
                    self._builder.add(_text(paragraph), element)

    def _element(self, paragraph: Any) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = self._styles.get(style.get(f"{_W}val"), "") if style is not None else ""
        if heading := _HEADING.match(name):
            return f"h{min(int(heading[1]) + 1, 6)}"
        if name.lower() == "title":
            return "h1"
        if name.lower() == "caption":
            return "figcaption"
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        return "li" if numbered or name.lower().startswith("list") else "p"


def _own(parent: Any, tag: str) -> Iterator[Any]:
    """What of this kind stands in the parent, but not in a table or in another of the kind there, and only once where
    the file holds it for two versions of Word."""
    stack = list(reversed(parent))
    while stack:
        item = stack.pop()
        if item.tag == tag:
            yield item
        elif item.tag not in (_FALLBACK, f"{_W}tbl"):
            stack += reversed(item)


def _text(paragraph: Any) -> str:
    """The text of a paragraph with what was inserted and without what was deleted, text boxes left to themselves."""
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        item = stack.pop()
        if item.tag == f"{_W}t":
            pieces.append(item.text or "")
        elif item.tag in _TEXTS:
            pieces.append(_TEXTS[item.tag])
        elif item.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            pieces.append(f"[{item.get(f'{_W}id')}]")
        elif item.tag not in (_FALLBACK, f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr"):
            stack += reversed(item)
    return "".join(pieces)


def _metadata(properties: Any) -> Metadata | None:
    """What the document says of itself; its dates are those of files, not of what they say."""
    title = " ".join((properties.title or "").split()) or None
    author = " ".join((properties.author or "").split())
    # a single word is the name of an account, and python-docx's own is that of its template
    authors = tuple(name for name in re.split(r"\s*;\s*", author) if " " in name)
    language = (properties.language or "")[:2].lower() or None
    found = Metadata(title=title, authors=authors, language=language)
    return None if found == Metadata() else found


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head[:60])


READER = Reader(suffixes=(".docx",), recognises=_recognises, read=_read, insists=True)
