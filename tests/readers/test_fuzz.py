"""Damaged files of every format become documents or problems with a reason, never anything else."""

import gc
import io
import random
import warnings
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage

import docx
import pytest
from fpdf import FPDF
from warcio.warcwriter import WARCWriter

from claimx.errors import InputError
from claimx.readers.formats import all_readers
from claimx.readers.interface import Source

SENTENCE = "Average rents rose by 8% last year, the Harbour Trust said on Tuesday. "
ROUNDS = 40


def html() -> bytes:
    rows = "<tr><td>Seaford<td>£950</tr>" * 3
    return f"<html lang=en><body><h1>Rents</h1><p>{SENTENCE}<br><a href=x>y</a><table>{rows}</table></body>".encode()


def pdf() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.multi_cell(0, 6, SENTENCE * 5)
    return bytes(made.output())


def word() -> bytes:
    made = docx.Document()
    made.add_paragraph(SENTENCE)
    made.add_table(2, 2).cell(0, 0).text = "£950"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def mail() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "a@example.org", "Rents", "Tue, 05 Mar 2024 10:00:00 +0000"
    made.set_content(SENTENCE)
    made.add_alternative(f"<p>{SENTENCE}</p>", subtype="html")
    return bytes(made)


def warc() -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        writer = WARCWriter(stream, gzip=True)
        for number in range(3):
            address = f"https://example.org/{number}"
            payload = io.BytesIO(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html())
            writer.write_record(writer.create_warc_record(address, "response", payload=payload))
        gc.collect()
    return stream.getvalue()


def markdown() -> bytes:
    return f"---\ntitle: Rents\n---\n# Rents\n\n{SENTENCE}\n\n- a\n\n```\nx\n```\n| a | b |\n".encode()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes cut off, changed here and there, or with a stretch repeated."""
    changed = bytearray(data)
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    match chance.randrange(3):
        case 0:
            del changed[first:]
        case 1:
            for _ in range(chance.randrange(1, 30)):
                changed[chance.randrange(len(data))] = chance.randrange(256)
        case _:
            changed[first:first] = data[first:second] * 2
    return bytes(changed)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("name", "make"),
    [("html", html), ("pdf", pdf), ("docx", word), ("eml", mail), ("warc", warc), ("markdown", markdown)],
)
def test_damaged_files(name: str, make: Callable[[], bytes]) -> None:
    chance = random.Random(name)
    data = make()
    for _ in range(ROUNDS):
        stream = io.BufferedReader(io.BytesIO(damaged(data, chance)))
        with suppress(InputError):
            for _found in all_readers()[name].read(Source(name, None), stream, 1_000_000):
                pass
