"""A statement that another document prints too, whole or cut, points to the fullest printing."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from claimx.model import Statement
from claimx.resolve.material import Material
from claimx.resolve.statements import link_statements
from tests.resolve.test_parties import extract

WHOLE = (
    "We welcome the report. However, the state of our rivers remains a scandal, and nobody has been held to account. "
    "We shall go on asking who pays for the damage."
)
CUT = "The state of our rivers remains a scandal, and nobody has been held to account."


def linked(contents: Mapping[str, str], speakers: Mapping[str, str | None] | None = None) -> dict[str, str | None]:
    """Each document's statement -> the one that it points to."""
    extracts = []
    for name, content in contents.items():
        speaker = (speakers or {}).get(name, "Ann Hill")
        statement = Statement(
            id=f"s_{name}", document=name, mode="direct", start=0, end=9, source=(), cue=(), content=(), speaker=speaker
        )
        extracts.append(replace(extract(name), statements=(statement,), contents=(content,)))
    material = Material(extracts)
    return {
        statement.document: statement.same_as for statement in link_statements(material.statements, material.contents)
    }


def test_a_cut_statement_points_to_the_whole_one() -> None:
    assert linked({"a": CUT, "b": WHOLE}) == {"a": "s_b", "b": None}


def test_the_order_of_documents_does_not_matter() -> None:
    assert linked({"b": WHOLE, "a": CUT}) == {"a": "s_b", "b": None}


def test_of_two_equal_statements_the_later_points_to_the_earlier() -> None:
    assert linked({"a": CUT, "b": CUT}) == {"a": None, "b": "s_a"}


def test_all_cuts_point_to_the_fullest() -> None:
    middle = WHOLE.partition("We shall")[0]
    assert linked({"a": CUT, "b": middle, "c": WHOLE}) == {"a": "s_c", "b": "s_c", "c": None}


def test_typography_makes_no_difference() -> None:
    assert linked({"a": CUT.replace("a scandal", "a ‘scandal’").replace("our", "our own"), "b": WHOLE})["a"] == "s_b"


@pytest.mark.parametrize(
    "other",
    [
        "We are looking into it.",
        "The state of our rivers is a matter for the regulator, which has all the powers that it needs to act.",
        "Nobody has been held to account for what happened at the hospital, and patients deserve better than that.",
    ],
)
def test_another_statement_is_left_alone(other: str) -> None:
    assert linked({"a": other, "b": WHOLE}) == {"a": None, "b": None}


def test_short_words_that_anybody_may_say_twice_are_left_alone() -> None:
    assert linked({"a": "We welcome the report.", "b": WHOLE})["a"] is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Hill", "Ann Hill", True), (None, "Ann Hill", True), ("Ann Hill", "Bob Dale", False)],
)
def test_the_speaker_must_not_be_another(one: str | None, other: str, same: bool) -> None:
    assert (linked({"a": CUT, "b": WHOLE}, {"a": one, "b": other})["a"] == "s_b") == same
