"""What a fact keeps of a claim, and what it lets go."""

from msgspec.structs import replace

from claimx.diff import fact_of
from claimx.diff.facts import plain, words
from tests.resolve.conftest import ClaimMaker


def test_place_is_no_part_of_a_fact(make: ClaimMaker) -> None:
    claim = make("£5m", "Repairs cost £5m.", value=5_000_000)
    moved = replace(claim, id="c_other", line=9, column=3, start=900, end=903, figure="f_1", confidence=0.5)
    assert fact_of(claim) == fact_of(moved)


def test_typography_is_no_part_of_a_fact(make: ClaimMaker) -> None:
    one = make("£5m", "‘Repairs’ cost  £5m – or “so”", value=5_000_000, subject="the town’s repairs")
    other = make("£5m", "'Repairs' cost £5m - or \"so\"", value=5_000_000, subject="the town's repairs")
    assert fact_of(one) == fact_of(other)


def test_way_of_writing_a_figure_is_no_part_of_its_quantity(make: ClaimMaker) -> None:
    one, other = make("£1.6bn", "It is £1.6bn.", value="1600000000"), make("£1,600m", "It is £1,600m.", value="1.6E+9")
    assert fact_of(one).quantity == fact_of(other).quantity


def test_speakers_are_kept_by_name(make: ClaimMaker) -> None:
    assert fact_of(make("£5m", "Repairs cost £5m.", speaker="Ruth Okafor")).speakers == ("Ruth Okafor",)


def test_plain_is_stable() -> None:
    assert plain(plain("‘a’\u00a0\n—  b")) == plain("‘a’\u00a0\n—  b") == "'a' - b"


def test_words_have_no_punctuation() -> None:
    assert words("“Up” 1,200, (or 1.6bn): the town's!") == ("up", "1200", "or", "1.6", "bn", "the", "town's")
