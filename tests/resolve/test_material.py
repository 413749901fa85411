"""A run whose records are on disk comes to the same as one in memory, to the byte."""

from collections.abc import Callable

import pytest

from claimx.model import Document, Extract, Generator
from claimx.pipeline import Pipeline
from claimx.resolve import resolve
from claimx.writers import writer

MADE_BY = Generator(name="claimx", version="0", model="", rules="")
TEXTS = (
    "Spending rose by 37% to £8.2bn, the Rivers Trust said. “We were told to wait for nine weeks, and so we all waited "
    "in the rain,” said Ann Hill, its chair.",
    "The Rivers Trust (RT) says that spending rose by 27% to £8.2bn. “We were told to wait for nine long weeks, and so "
    "we all waited in the rain,” Ms Hill said. It cost £3m in 2019.",
    "Spending rose by 37%, according to the RT. Nearly 4,000 children were waiting, against 5,000 a year before.",
    "",
)


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "table"])
def test_where_records_are_makes_no_difference(
    pipeline: Pipeline, document: Callable[[str], Document], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("claimx.sequences._IN_MEMORY", 0)
    monkeypatch.setattr("claimx.sequences._KEPT", 2)
    extracts: list[Extract] = [pipeline.extract(document(text)) for text in TEXTS]
    held, spooled = resolve(extracts, [], MADE_BY), resolve(iter(extracts), [], MADE_BY)
    assert len(held.claims) > 6
    assert held.statements
    assert writer(name).write(spooled) == writer(name).write(held)
