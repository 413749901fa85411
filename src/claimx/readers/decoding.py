"""Turns bytes into text: finds the encoding, or says why the bytes are no text that can be read without guessing."""

import codecs
import re

from claimx.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; that of UTF-32 begins with that of UTF-16, so it stands first."""

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (perhaps a Word or spreadsheet file)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
"""What other files begin with, so that the message can name them."""

_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_HIGH = 0.3
"""Share of bytes outside ASCII above which a text is not in a western language."""

_SAMPLE = 65_536
"""Bytes at the start by which the kind of file is judged."""

_ON_THE_WEB = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "windows-1252")
"""What names of encodings mean on the web (WHATWG Encoding Standard)."""
_BROKEN = 200
"""Characters of which one may be broken in a text that declares its encoding: browsers show a sign for it."""


def decode(data: bytes) -> tuple[str, str]:
    """The text without its byte-order mark, and the name of its encoding: UTF-8, UTF-16 and UTF-32 (with a byte-order
    mark, UTF-16 also without), or else Windows-1252. Raises InputError for anything else."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding), encoding
    sample = data[:_SAMPLE]
    _refuse_other_files(sample)
    unmarked = _unmarked_utf16(sample)
    if unmarked:
        return _decoded(data, unmarked), unmarked
    if (nul := data.find(0)) >= 0:
        raise InputError(f"a binary file, not text (it has a NUL byte at {nul})")
    if len(_CONTROL.findall(sample)) > max(4, len(sample) // 100):
        raise InputError("a binary file, not text (it is full of control characters)")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _windows_1252(data, error), "windows-1252"


def decode_declared(data: bytes, declared: str) -> tuple[str, str]:
    """The same for a text with an encoding that it or its server names: in that one, unless nobody knows it, or the
    text is plainly in another. An empty name declares nothing."""
    if declared and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = _ON_THE_WEB.get(declared.lower(), declared.lower())
        try:
            text = data.decode(name, "replace")
        except (LookupError, UnicodeError):  # no encoding, or none of texts
            return decode(data)
        if text.count("\ufffd") <= len(text) // _BROKEN:
            return text, name
    return decode(data)


def _refuse_other_files(sample: bytes) -> None:
    for signature, what in _SIGNATURES:
        if sample.startswith(signature):
            raise InputError(f"{what}, not plain text; save its text first")


def _unmarked_utf16(sample: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: in western text every other byte is zero, and hardly any of the rest."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even <= half // 50:
        return "utf-16-le"
    if even > 0.7 * half and odd <= half // 50:
        return "utf-16-be"
    return None


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"not valid {encoding.upper()} (at byte {error.start})") from error


def _windows_1252(data: bytes, broken: UnicodeDecodeError) -> str:
    """The text as Windows-1252, unless it is damaged UTF-8, which would come out as nonsense."""
    line = data.count(b"\n", 0, broken.start) + 1
    where = f"not valid UTF-8 (byte 0x{data[broken.start]:02x} on line {line})"
    high = len(_HIGH.findall(data))
    sequences = [len(match[0]) for match in _UTF8_SEQUENCE.finditer(data)]
    if len(sequences) >= high - sum(sequences):
        raise InputError(f"{where}; mend it, for instance with iconv -c")
    if high > _MOST_HIGH * len(data):
        raise InputError(f"{where}, nor text in Windows-1252; convert it to UTF-8, for instance with iconv")
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}, nor text in Windows-1252; convert it to UTF-8, for instance with iconv") from error
