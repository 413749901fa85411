"""Mail messages (.eml): subject and text, what it quotes of others marked, and each attachment that can be read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from claimx.errors import InputError
from claimx.model import Document, Hint, Metadata, Problem
from claimx.readers.attachments import MOST, attached, parts_beside
from claimx.readers.dates import iso_date
from claimx.readers.decoding import decode_declared
from claimx.readers.interface import Reader, Source
from claimx.readers.size import too_large
from claimx.readers.stream import whole
from claimx.readers.textbuilder import TextBuilder

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_HEADER = re.compile(
    rb"(?!From: <?Saved by )(?:From|Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Date|Subject|To): ",
    re.IGNORECASE,
)
_SECOND = re.compile(rb"\n[A-Za-z-]{2,40}: .{0,500}?\n(?:[ \t].{0,500}?\n){0,50}[A-Za-z-]{2,40}: ")
_WROTE = re.compile(r"On .{5,200} wrote:\s*$")
_ORIGINAL = re.compile(r"(?:-{2,} ?Original Message ?-{2,}|_{20,})\s*$", re.IGNORECASE)
_FORWARDED = re.compile(
    r"(?:-{2,} ?Forwarded (?:message|by\b.{0,100}?) ?-*|Begin forwarded message:)\s*$", re.IGNORECASE
)
_FORWARDS = re.compile(r"(?:fwd?|wg|tr|rv)\s?:", re.IGNORECASE)
"""How the subject of a message opens that sends on another, in the mail programs of several languages."""
_FIELD = re.compile(r"\*?(?:From|Sent|Date|Subject|To|Cc|Reply-To|Attachments?|Importance)\*?:", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*•>]|\d{1,2}[.)])\s")
_ATTACHED = 5
"""How much larger than a document a message with its attachments may be."""
_DEEPEST = 3
"""Messages within each other that are read."""
_WRAPPED = 50
"""Characters from which the end of a line is no end of anything."""


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    return _message(source.id, whole(source, stream, _ATTACHED * limit), limit)


def _message(id_: str, data: bytes, limit: int, depth: int = 0) -> Iterator[Document | Problem]:
    """The documents of a message that stands in so many others: its own text, then its attachments."""
    from email import policy
    from email.parser import BytesParser

    if depth > _DEEPEST:
        raise InputError(f"a message within more than {_DEEPEST} others")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        own, text, html = _body(message)
        metadata = _metadata(message)
        parts = list(islice(parts_beside(message, own), MOST + 1))
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise InputError("a broken mail message") from error
    if not message.keys() or (text is None and html is None and not parts):
        raise InputError("a mail message without text")
    if text is not None or html is not None:
        yield _own(id_, data, text, html, metadata, limit)
    yield from attached(parts, id_, limit, lambda inner, part: _message(inner, part, limit, depth + 1))


def _own(id_: str, data: bytes, text: str | None, html: str | None, metadata: Metadata, limit: int) -> Document:
    """The document of the message's own text, its subject above it."""
    builder = TextBuilder()
    builder.add(metadata.title or "", "title")
    if text is not None:
        _add_plain(builder, text, forwards=bool(_FORWARDS.match(metadata.title or "")))
        document = Document(id_, builder.text, "", hints=tuple(builder.hints))
    else:
        from claimx.readers.html.page import html_document

        document = _after(builder, html_document(id_, (html or "").encode(), "utf-8"))
    if len(document.text) > limit:
        raise InputError(too_large(None, limit))
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(document, sha256=sha256, media_type="message/rfc822", encoding="utf-8", metadata=metadata)


def _body(message: EmailMessage) -> tuple[MIMEPart | None, str | None, str | None]:
    """The part that is the message's own, and its text or else its HTML."""
    plain = message.get_body(("plain",))
    if plain is not None and (text := _content(plain)).strip():
        return plain, text, None
    html = message.get_body(("html",))
    return html or plain, None, _content(html) if html is not None else None


def _content(part: MIMEPart) -> str:
    """The part's text. One that declares no encoding, or plain ASCII, is in what it seems to be in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset("")
    try:
        text, _ = decode_declared(data, "" if declared.endswith("ascii") else declared)
    except InputError:
        text = data.decode("utf-8", "replace")
    return text


def _metadata(message: EmailMessage) -> Metadata:
    from email.utils import getaddresses

    names = (name or address for name, address in getaddresses([str(value) for value in message.get_all("from", [])]))
    organisation = message.get("organization") or message.get("organisation")
    return Metadata(
        title=" ".join(str(message.get("subject", "")).split()) or None,
        published=iso_date(str(message.get("date", ""))),
        authors=tuple(name for name in names if name),
        publisher=str(organisation) if organisation else None,
    )


def _add_plain(builder: TextBuilder, text: str, *, forwards: bool) -> None:
    """Adds the paragraphs of a plain text. What is quoted, and what follows a line that announces it, is another's;
    what is sent on is what the message is for. `forwards`: whether the subject says that one is."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    group: list[str] = []
    before = ""
    for line, kind in zip(lines, _kinds(lines, forwards=forwards), strict=True):
        if group and (kind != before or not line.strip()):
            builder.add(_unwrapped(group), before)
            group = []
        if line.strip():
            group.append(line.strip())
        before = kind
    builder.add(_unwrapped(group), before)


def _kinds(lines: list[str], *, forwards: bool) -> Iterator[str]:
    """What each line is: `p`, `quoted-message`, `message-header` or `signature`."""
    rest = None
    announced = False
    for line, following in pairwise((*lines, "")):
        original = _ORIGINAL.match(line)
        if rest != "quoted-message" and (_FORWARDED.match(line) or (forwards and original)):
            rest, forwards = "message-header", False
        elif rest == "message-header" and line.strip() and not _FIELD.match(line):
            rest = None
        elif original:
            rest = "quoted-message"
        elif rest is None and line in ("-- ", "--"):
            rest = "signature"
        announces = bool(_WROTE.match(line) or _WROTE.match(f"{line} {following}"))
        yield rest or ("quoted-message" if line.startswith(">") or announces or announced else "p")
        announced = announces and not _WROTE.match(line)


def _unwrapped(lines: list[str]) -> str:
    """Lines of one paragraph; those that were broken only for their length (RFC 5322 asks for 78) are joined."""
    text = ""
    for before, line in pairwise(("", *lines)):
        wrapped = len(before) >= _WRAPPED and not _ITEM.match(line)
        text += (" " if wrapped else "\n") + line
    return text


def _after(builder: TextBuilder, document: Document) -> Document:
    """The document with what the builder holds before it."""
    start = builder.length + 2 if builder.length else 0
    moved = (replace(hint, start=hint.start + start, end=hint.end + start) for hint in document.hints)
    text = f"{builder.text}\n\n{document.text}" if start else document.text
    hints: tuple[Hint, ...] = (*builder.hints, *moved)
    return replace(document, text=text, hints=hints)


def _recognises(head: bytes) -> bool:
    return bool(_HEADER.match(head)) and bool(_SECOND.search(head))


READER = Reader(suffixes=(".eml",), recognises=_recognises, read=_read)
