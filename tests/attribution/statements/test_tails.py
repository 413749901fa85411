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
        (
            "Tanks rolled to within sight of the mill, witnesses and local officials said.",
            "witnesses and local officials",
        ),
        ("The flood swept 40 cars from the yard, residents and council staff told the paper.", "residents and council"),
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


@pytest.mark.parametrize(
    "text", ["The bill was long, and nobody added.", "And nobody said so.", "He came home, which surprised."]
)
def test_a_clause_that_says_nothing_of_what_stands_before_is_no_cue(attribute: Attribute, text: str) -> None:
    assert attribute(text).statements == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # a verb that looks like a noun
        ("Some 300 million people go hungry, the Food Bank estimates.", "the Food Bank"),
        ("The scheme would cost £3m, letters seen by the Courier suggest.", "letters seen by the Courier"),
        ("The toll rose to 400 in May before falling, figures from Ports Wales show.", "figures from Ports Wales"),
        # a name or post beside the source, and whom it was told
        (
            "Over 900 boats have left, the harbour's new chief, Ruth Dale, told reporters in Hull.",
            "the harbour's new chief",
        ),
        ("Over 900 boats have left, Ruth Dale, the harbour's new chief, told the BBC.", "Ruth Dale"),
        # the verb first
        ("Four in ten pupils skip breakfast, warn teachers.", "teachers"),
        ("Four in ten pupils skip breakfast, say researchers at Hull College.", "researchers"),
        ("Half of homes are damp and mending them could cost up to £500,000, say recent reports.", "recent reports"),
    ],
)
def test_cues_that_close_a_sentence(attribute: Attribute, text: str, source: str) -> None:
    [found] = [one for one in attribute(text).statements if one.content[0][0] == 0]
    assert text[slice(*found.source[0])].startswith(source)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose by 40%, a new report.",
        "She has 40 cars, two boats and a show.",
        "The firm cut 40 jobs, finds buyers.",
        "Even as 40 boats sank, she wrote to investors.",
    ],
)
def test_what_closes_a_sentence_without_telling_anything(attribute: Attribute, text: str) -> None:
    assert not any(one.speakers for one in attribute(text).statements)
