"""Pairs worth comparing: all of few facts, a few for each of many."""

from claimx.diff.candidates import candidates
from claimx.diff.likeness import profile
from tests.diff.conftest import MakeFact


def test_few_facts_are_all_compared(fact: MakeFact) -> None:
    side = {number: profile(fact("5", f"Town {number} has 5 parks.", 5)) for number in range(20)}
    assert len(candidates(side, side)) == 400


def test_many_facts_have_a_few_candidates_each(fact: MakeFact) -> None:
    side = {number: profile(fact("5", "The town has 5 parks.", 5)) for number in range(3_000)}
    assert len(candidates(side, side)) < 20 * len(side)


def test_rare_word_brings_together_what_stands_far_apart(fact: MakeFact) -> None:
    left = {number: profile(fact("5", "The town has 5 parks.", 5)) for number in range(300)}
    right = dict(left)
    left[0] = profile(fact("5", "Oswestry has 5 parks.", 5))
    right[299] = profile(fact("6", "There are 6 of them in Oswestry.", 6))
    assert (0, 299) in candidates(left, right)


def test_nothing_to_compare() -> None:
    assert candidates({}, {}) == set()
