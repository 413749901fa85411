"""Pairs of text and the quotations that it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.attribution.quotations import Quotation, find_quotations


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text whose lines are its blocks."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append((start, start + len(line)))
        start += len(line) + 1
    return find_quotations(text, blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are full," she said. "Come back."', [['"We are full,"'], ['"Come back."']]),
        ("“We are full,” she said.", [["“We are full,”"]]),
        ("''We are full,'' she said.", [["''We are full,''"]]),
        ("‘We don’t know,’ the charities’ chair said.", [["‘We don’t know,’"]]),
        ("He said ‘the charities’ money is gone’ today.", [["‘the charities’ money is gone’"]]),
        ("“He shouted ‘stop’ at us,” she said.", [["“He shouted ‘stop’ at us,”"], ["‘stop’"]]),
        ("''He says: 'Stop it,''' she said.", [["''He says: 'Stop it,'''"]]),
        ("“First.\n“Second.\n“Third.” The end.", [["“First.", "“Second.", "“Third.”"]]),
        ("‘First.\n‘Second.\n‘Third.’ The end.", [["‘First.", "‘Second.", "‘Third.’"]]),
        ("'It's late.\n'It's cold.'", [["'It's late.", "'It's cold.'"]]),
        ("‘It never closes.\nThe next line is plain.", []),
        ('"One rule. "Another rule," he said.', [['"One rule.', '"Another rule,"']]),
        ('The shelf is 6\' 2" wide and 5" deep.', []),
        ("It’s the drivers’ depot in the ’90s.", []),
        ('A stray " mark. He said "we won" and left.', [['"we won"']]),
        ("“It never closes.\nThe next line is plain.", [["“It never closes."]]),
    ],
)
def test_quotations_are_paired(text: str, expected: list[list[str]]) -> None:
    assert [[text[start:end] for start, end in one.spans] for one in quotations(text)] == expected


def test_a_slip_does_not_reach_past_its_block() -> None:
    text = 'She said: "We lost.\nHe said: "We won."'
    assert [text[one.start : one.end] for one in quotations(text)][-1] == '"We won."'


@given(st.text(alphabet="a s.,:\n\"'“”‘’«»`", max_size=300))
def test_any_marks_give_ordered_quotations_within_the_text(text: str) -> None:
    found = quotations(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert all(0 <= start < end <= len(text) for start, end in one.spans)
        assert list(one.spans) == sorted(one.spans)


def test_many_marks_take_little_time() -> None:
    text = "“‘\"' a " * 20_000
    assert [one.spans for one in quotations(text)] == [((7 * turn + 1, 7 * turn + 4),) for turn in range(20_000)]
