"""A quotation that is printed twice in different words is told; partial, marked and restyled ones are not."""

import pytest

from tests.resolve.conflicts.conftest import Found

RIVER = "The river, which my father fished, is dead and the water company has killed it for the sake of a dividend."


def said(words: str, speaker: str = "Dan Pike") -> str:
    return f'Farmer {speaker} was asked on Monday what had happened. {speaker} said: "{words}"'


def test_changed_words_are_told(found: Found) -> None:
    (conflict,) = found(said(RIVER), said(RIVER.replace("dead", "dying")))
    assert conflict.kind == "quotation_altered"
    assert conflict.explanation == (
        "a quotation of Dan Pike is printed twice in a.txt and b.txt in different words: “dead” against “dying”"
    )
    assert conflict.confidence == 0.8
    assert len(conflict.statements) == 2


def test_a_silent_cut_is_milder(found: Found) -> None:
    (conflict,) = found(said(RIVER), said(RIVER.replace(", which my father fished,", "")))
    assert conflict.explanation.endswith("b.txt leaves out “which my father fished” without an ellipsis")
    assert conflict.confidence == 0.5


def test_a_changed_figure_names_its_claims(found: Found) -> None:
    nurses = "We have lost 300 nurses since the spring and nobody in the ministry seems to care."
    altered = [c for c in found(said(nurses), said(nurses.replace("300", "400"))) if c.kind == "quotation_altered"]
    assert [len(conflict.claims) for conflict in altered] == [2]
    assert "“300” against “400”" in altered[0].explanation


def test_within_one_document(found: Found) -> None:
    text = said(RIVER) + " The words were read out in the council on Friday.\n\n" + said(RIVER.replace("dead", "ill"))
    (conflict,) = found(text)
    assert "twice in a.txt in different words: “dead” against “ill”" in conflict.explanation


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(said(RIVER), id="the same"),
        pytest.param(said("The water company has killed it for the sake of a dividend."), id="a part"),
        pytest.param(said(RIVER.replace(", which my father fished,", " ...")), id="a cut that is marked"),
        pytest.param(said(RIVER.replace("it for", "[the river] for")), id="a change that is marked"),
        pytest.param(said(RIVER.replace("is dead", "is dead —").replace(".", "!")), id="other signs"),
        pytest.param(said(RIVER.replace("dead", "dying"), speaker="Mary Hull"), id="somebody else's"),
        pytest.param(said(RIVER.replace("dead", "dying"), speaker="Mary Pike"), id="a namesake's"),
        pytest.param(
            said(
                "I have told the board again and again that the water company has killed it and must pay, "
                "and that nobody in this valley will rest until every mile of it is clean."
            ),
            id="words that a speaker repeats",
        ),
        pytest.param(said("The river is dirty, and I blame the farmers upstream, not the company."), id="another"),
    ],
)
def test_what_is_no_alteration(found: Found, other: str) -> None:
    assert found(said(RIVER), other) == ()


def test_house_style_is_no_alteration(found: Found) -> None:
    one = said("We've lost 12 per cent of our cows and it isn't the weather that has killed them, it's the river.")
    other = said(
        "We have lost twelve percent of our cows and it is not the weather that has killed them, it’s the river."
    )
    assert found(one, other) == ()


def test_an_interrupted_quotation_leaves_room(found: Found) -> None:
    one = '"The river is dead," said Dan Pike, a farmer. "The water company has killed it for the sake of a dividend."'
    other = said("The river is dead. My father fished it. The water company has killed it for the sake of a dividend.")
    assert found(one, other) == ()
