"""Patterns that are tried by the length and the words of a line."""

import pytest

from claimx.cleaning.lines import words
from claimx.cleaning.patterns import Patterns
from claimx.rulebook.kinds.boilerplate import Furniture


def _rule(name: str, *patterns: str, **fields: object) -> Furniture:
    told = {
        "id": name,
        "why": "",
        "role": "other",
        "patterns": patterns,
        "examples": (),
        "counterexamples": (),
        **fields,
    }
    return Furniture(**told)  # type: ignore[arg-type]


RULES = (
    _rule("tide", r"^tide tables?$", needs=("tide",), max_words=2),
    _rule("harbour", r"(?i)harbour|^quay", max_words=6),
    _rule("lines", r"(?m)^mole$", max_words=6),
    _rule("pier", r"(?i)^pier (?:\d|[|])", needs=("#", "pier"), max_words=40),
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tide table", "tide"),
        ("the tide table", None),
        ("Quays and the harbour", "harbour"),
        ("quay", "harbour"),
        ("the harbour of the town was closed", None),
        ("the old\nmole", "lines"),
        ("Pier 4", "pier"),
        ("PIER | open", "pier"),
        ("The pier 4", None),
        ("Pier 4 in the harbour", "harbour"),
        ("", None),
    ],
)
def test_first(line: str, expected: str | None) -> None:
    found = Patterns(RULES, lambda pattern: frozenset()).first(line, words(line))
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(("line", "expected"), [("The quay", None), ("The HARBOUR wall", "harbour")])
def test_first_asks_for_literals(line: str, expected: str | None) -> None:
    found = Patterns(RULES, lambda pattern: frozenset({"harb", "quay"})).first(line, words(line))
    assert (found.id if found else None) == expected
