"""How a text is searched: parts of it, taken spans, long texts."""

import time
from collections.abc import Callable

import pytest

from claimx.quantities.grammar.anchors import number_pattern
from claimx.quantities.grammar.candidate import Candidate
from claimx.quantities.grammar.scanner import Scanner

Scan = Callable[[str], tuple[Candidate, ...]]


def test_only_the_part_asked_for_is_read(scanner: Scanner) -> None:
    text = "About 5 cats. Nearly 6 dogs. Over 7 owls."
    (found,) = scanner.scan(text, 14, 28)
    assert text[found.start : found.end] == "Nearly 6"


def test_nothing_is_read_in_or_across_taken_spans(scanner: Scanner) -> None:
    text = "It rose from £6bn in 2003 to £8bn in 2008."
    taken = [(text.index("2003"), text.index("2003") + 4), (text.index("2008"), text.index("2008") + 4)]
    found = scanner.scan(text, 0, len(text), taken)
    assert [text[one.start : one.end] for one in found] == ["£6bn", "£8bn"]


def test_cores_are_the_numbers_with_their_scale(scan: Scan) -> None:
    text = "It cost between £5 million and £10 million."
    (found,) = scan(text)
    assert [text[start:end] for start, end in found.cores] == ["5 million", "10 million"]


def test_rules_name_what_had_a_part(scan: Scan) -> None:
    (found,) = scan("They paid more than £5m a year.")
    assert set(found.rules) == {
        "number.digits",
        "number.m-for-million",
        "currency.sign",
        "rate.adverb",
        "comparator.more-than",
    }


@pytest.mark.parametrize(
    "unit", ["5 ", "between 5 and ", "one in ", "from £5 to ", "half a ", "- 5", "no fewer than ", "a"]
)
def test_hostile_repetition_takes_time_in_proportion(scan: Scan, unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        times = []
        for _ in range(3):
            start = time.process_time()
            scan(text)
            times.append(time.process_time() - start)
        return min(times)

    seconds(2_000)
    assert seconds(40_000) < 30 * max(seconds(5_000), 0.02)  # in proportion to the square it would be 64 times


def test_number_words_are_found_in_any_case_and_only_whole() -> None:
    pattern = number_pattern(["six", "sixty", "sixteen"])
    assert [match[0] for match in pattern.finditer("six SIXTY Sixteen sixth six9 sixties 4")] == [
        "six",
        "SIXTY",
        "Sixteen",
        "six",
        "9",
        "4",
    ]
