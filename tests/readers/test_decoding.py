"""Bytes become text in the right encoding, or are refused with a reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import InputError
from claimx.readers.decoding import decode, decode_declared

TEXT = "Fares rose by £1.20 – “too much”, said Zoë Ekström.\r\nNobody paid €3.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("windows-1252"), "windows-1252"),
    ],
)
def test_encoding_is_recognised_and_text_unchanged(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)


@pytest.mark.parametrize("text", ["", "\n", "a", "7", "Caf\N{LATIN SMALL LETTER E WITH ACUTE}", "\x1b[31mred\x1b[0m"])
def test_short_texts(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    ("written", "declared", "encoding"),
    [
        ("utf-8", "UTF-8", "utf-8"),
        ("windows-1252", "iso-8859-1", "windows-1252"),
        ("windows-1252", "utf-8", "windows-1252"),
        ("utf-16", "utf-8", "utf-16-le"),
        ("utf-8", "x-none", "utf-8"),
        ("utf-8", "idna", "utf-8"),
        ("utf-8", "base64", "utf-8"),
        ("utf-8", "", "utf-8"),
    ],
)
def test_declared_encoding_is_taken_unless_it_is_wrong(written: str, declared: str, encoding: str) -> None:
    text = "The café asks for £3 – or €4 – for two teas."
    assert decode_declared(text.encode(written), declared) == (text, encoding)


def test_windows_1252_that_looks_a_little_like_utf_8() -> None:
    text = "The CAFÉ’s owner paid £40 – then £50 – for “fresh” crêpes."
    assert decode(text.encode("windows-1252")) == (text, "windows-1252")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive"),
        (b"{\\rtf1\\ansi Two hundred.}", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (b"Twelve cats\x00 and a dog", "a NUL byte at 11"),
        (bytes(range(1, 32)) * 40, "control characters"),
        (b"first line\nbroken \xff\xe2\x80\x99 and \xe2\x82\xac12", "not valid UTF-8 (byte 0xff on line 2)"),
        (b"A \x81 that no western encoding has", "nor text in Windows-1252"),
        ("Цена выросла на двенадцать процентов".encode("koi8-r"), "nor text in Windows-1252"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "not valid UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_utf_8_is_kept_or_refused_never_altered(text: str) -> None:
    try:
        decoded, encoding = decode(text.encode())
    except InputError:
        return
    assert encoding != "utf-8" or decoded == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_end_in_text_or_refusal(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except InputError:
        return
    text.encode("utf-8")
