"""What holds of every text: offsets, the ledger of digits, and numbers that come back as they went out."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.quantities.grammar.candidate import Candidate
from claimx.quantities.grammar.scanner import Scanner
from claimx.rulebook import load

SCANNER = Scanner(load())
_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
_PIECES_WORDS = (
    "5 10 1,000 2.5 .5 1/2 ½ ² £ $ € % per cent one two a an half third first million thousands of and to from between "
    "- – , . ( ) : / + ~ m bn km kg years year-old up down times x in out or more than at least under 1999 H1N1 3rd "
    "hundred twenty-one per hour ' \" \n \n\n US$ GBP p °C é 一 ٣ people"
)
_SMALL = _SMALL_WORDS.split()
_TENS = _TENS_WORDS.split()
_PIECES = st.sampled_from(_PIECES_WORDS.split(" "))


def scan(text: str) -> tuple[Candidate, ...]:
    return SCANNER.scan(text, 0, len(text))


def in_words(number: int) -> str:
    """The British English words of a whole number below a quadrillion."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        tail = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{_SMALL[number // 100]} hundred{tail}"
    for power, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= power:
            head, rest = divmod(number, power)
            joint = " and " if 0 < rest < 100 else ", " if rest else ""
            return f"{in_words(head)} {word}{joint}{in_words(rest) if rest else ''}"
    raise AssertionError(number)


def assert_sound(text: str, candidates: tuple[Candidate, ...]) -> None:
    """Candidates are in order, do not overlap, hold their cores, and every digit is in one."""
    at = 0
    covered = bytearray(len(text))
    for candidate in candidates:
        assert at <= candidate.start < candidate.end <= len(text)
        at = candidate.end
        covered[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
        for start, end in candidate.cores:
            assert candidate.start <= start < end <= candidate.end
        assert candidate.rules
    for match in re.finditer(r"\d", text):
        assert covered[match.start()], (text, match.start())


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_words_come_back_as_their_number(number: int) -> None:
    text = f"They counted {in_words(number)} of them."
    (candidate,) = scan(text)
    assert candidate.quantity.value == number


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["{}", "{:,}"]))
def test_figures_come_back_as_their_number(number: int, form: str) -> None:
    (candidate,) = scan(f"They counted {form.format(number)} of them.")
    assert candidate.quantity.value == number


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["£{:,}", "${}", "{} euros", "USD {}"]))
def test_sums_come_back_exactly(amount: Decimal, form: str) -> None:
    (candidate,) = scan(f"It cost {form.format(amount)} then.")
    assert candidate.quantity.value == amount
    assert candidate.quantity.kind == "money"


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_accounted_for(text: str) -> None:
    assert_sound(text, scan(text))


@settings(max_examples=500)
@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " "])), max_size=40))
def test_any_mixture_of_pieces_is_accounted_for(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + space for piece, space in pieces)
    assert_sound(text, scan(text))


@given(st.lists(st.tuples(_PIECES, st.just(" ")), min_size=4, max_size=30), st.data())
def test_nothing_joins_across_what_is_taken(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    text = "".join(piece + space for piece, space in pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for candidate in SCANNER.scan(text, 0, len(text), [(start, end)]):
        for left, right in candidate.cores:
            assert right <= start or end <= left


@pytest.mark.parametrize("length", [41, 5000])
def test_absurdly_long_digits_have_no_value(length: int) -> None:
    (candidate,) = scan("9" * length)
    assert (candidate.start, candidate.end) == (0, length)
    assert candidate.quantity.value is None
