"""Cues at the end of a sentence whose subject the parser loses."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions

Attribute = Callable[[str], Attributions]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Most teenagers take their phones to bed, research by the charity ChildSafe suggests.",
            "research by the charity",
        ),
        ("Half of all pensioners skip a meal, a shocking new survey reveals today.", "a shocking new survey"),
        (
            "Fares have doubled in a decade, figures from the rail watchdog have shown.",
            "figures from the rail watchdog",
        ),
    ],
)
def test_the_words_before_the_last_verb_are_its_source(attribute: Attribute, text: str, source: str) -> None:
    (found,) = attribute(text).statements
    assert text[slice(*found.source[0])].startswith(source)
    assert text[slice(*found.content[0])] == text[: text.index(",")]


@pytest.mark.parametrize("text", ["The bill was long, and nobody added.", "He came home, which surprised."])
def test_a_clause_that_says_nothing_of_what_stands_before_is_no_cue(attribute: Attribute, text: str) -> None:
    assert attribute(text).statements == ()
