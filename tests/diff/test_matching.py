"""Facts match by what they say, whatever their order, and each once."""

import random
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.diff import Fact, match
from claimx.model import Change
from tests.diff.conftest import MakeFact

BEDS = "The hospital opened 40 new beds in March."
NURSES = "It hired 120 nurses for them."


def test_unchanged_facts_match_in_any_order(fact: MakeFact) -> None:
    beds, nurses = fact("40", BEDS, 40, subject="beds"), fact("120", NURSES, 120, subject="nurses")
    assert match([beds, nurses], [nurses, beds]).pairs == ((1, 0), (0, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            {"surface": "40", "sentence": BEDS, "value": 40},
            {"surface": "45", "sentence": "The hospital opened 45 new beds in March.", "value": 45},
            id="another figure in one sentence",
        ),
        pytest.param(
            {"surface": "£40m", "sentence": "Repairs cost £40m.", "value": 40_000_000, "kind": "money", "unit": "GBP"},
            {
                "surface": "about £40m",
                "sentence": "Repairs will have cost about £40m by then.",
                "value": 40_000_000,
                "kind": "money",
                "unit": "GBP",
                "comparator": "~",
            },
            id="a figure that is hedged",
        ),
        pytest.param(
            {
                "surface": "£3m",
                "sentence": "It cost £3m, she said.",
                "value": 3,
                "kind": "money",
                "speakers": ("Ida Moss",),
            },
            {
                "surface": "£3m",
                "sentence": "The pier, which has drawn crowds from all over the county, cost £3m.",
                "value": 3,
                "kind": "money",
                "speakers": ("Ida Moss",),
            },
            id="one figure from the same speaker",
        ),
        pytest.param(
            {
                "surface": "4,812 boats, up from 4,790",
                "sentence": "The port had 4,812 boats, up from 4,790.",
                "value": 4_812,
                "change": Change(direction="increase", from_=Decimal(4_790), to=Decimal(4_812)),
            },
            {"surface": "4,812", "sentence": "By May it had 4,812, and in April it was 4,790.", "value": 4_812},
            id="one level whose change is told apart",
        ),
        pytest.param(
            {
                "surface": "43%, up from 37%",
                "sentence": "Of the ferries 43%, up from 37% a year ago, ran late.",
                "kind": "percentage",
                "subject": "cent",
                "change": Change(direction="increase", from_=Decimal(37), to=Decimal(43)),
            },
            {
                "surface": "43%",
                "sentence": "Of the ferries 43% ran late.",
                "kind": "percentage",
                "value": 43,
                "subject": "ferries",
            },
            id="a level that it no longer says it came from",
        ),
        pytest.param(
            {"surface": "£5m", "sentence": "It faces a gap of £5m.", "value": 5, "subject": "gap"},
            {"surface": "£5m", "sentence": "It faces a shortfall of £5m.", "value": 5, "subject": "shortfall"},
            id="one figure of the same under another name",
        ),
        pytest.param(
            {"surface": "12,467", "sentence": "12,467 people signed.", "value": 12_467, "subject": "people"},
            {"surface": "12,467", "sentence": "The petition has 12,467 names.", "value": 12_467},
            id="a precise figure in another sentence",
        ),
        pytest.param(
            {"surface": "one in four", "sentence": "One in four trains was late.", "kind": "fraction", "numerator": 1},
            {"surface": "30%", "sentence": "30% of trains were late.", "kind": "fraction", "numerator": 3},
            id="another share in other words",
        ),
        pytest.param(
            {
                "surface": "9,000",
                "sentence": "Rents are up, but 9,000 people signed the petition.",
                "value": 9_000,
                "subject": "people",
            },
            {
                "surface": "14,000",
                "sentence": "The council gave in on Tuesday after 14,000 people had signed the petition.",
                "value": 14_000,
                "subject": "people",
            },
            id="another figure in a clause of another sentence",
        ),
        pytest.param(
            {"surface": "£6m", "sentence": "The council spends £6m on roads.", "value": 6, "subject": "roads"},
            {"surface": "£8m", "sentence": "The council spends £8m on roads.", "value": 8, "subject": "council"},
            id="another figure in one sentence whose subject is read otherwise",
        ),
        pytest.param(
            {"surface": "£2m", "sentence": "£2m to go to harbour repairs", "value": 2, "kind": "money"},
            {"surface": "£2m", "sentence": "Council finds £2m for harbours", "value": 2, "kind": "money"},
            id="headline that is written anew",
        ),
        pytest.param(
            {"surface": "5%", "sentence": "Manufactring of vans rose by 5%.", "value": 5, "subject": "Manufactring"},
            {"surface": "5%", "sentence": "Manufacturing of vans rose by 5%.", "value": 5, "subject": "Manufacturing"},
            id="a slip of the pen in the subject",
        ),
    ],
)
def test_changed_fact_matches(fact: MakeFact, old: dict[str, object], new: dict[str, object]) -> None:
    assert match([fact(**old)], [fact(**new)]).pairs == ((0, 0),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            {"surface": "5%", "sentence": "Rents rose by 5% in May.", "value": 5, "subject": "Rents"},
            {"surface": "7%", "sentence": "Wages rose by 7% in May.", "value": 7, "subject": "Wages"},
            id="another subject",
        ),
        pytest.param(
            {"surface": "5", "sentence": "Police arrested 5 men near the harbour.", "value": 5},
            {"surface": "5", "sentence": "The museum has 5 halls of old ships.", "value": 5},
            id="one small figure by chance",
        ),
        pytest.param(
            {"surface": "5%", "sentence": "Sales of vans rose by 5%.", "value": 5, "subject": "Sales of vans"},
            {"surface": "5%", "sentence": "Sales of bicycles rose by 5%.", "value": 5, "subject": "Sales of bicycles"},
            id="one figure of another subject",
        ),
        pytest.param(
            {"surface": "5%", "sentence": "Visits to the county rose by 5%.", "value": 5, "subject": "county"},
            {"surface": "5%", "sentence": "Visits to the country rose by 5%.", "value": 5, "subject": "country"},
            id="short words that differ by a letter",
        ),
    ],
)
def test_other_claim_does_not_match(fact: MakeFact, old: dict[str, object], new: dict[str, object]) -> None:
    result = match([fact(**old)], [fact(**new)])
    assert (result.pairs, result.only_old, result.only_new) == ((), (0,), (0,))


def test_figure_of_the_same_subject_wins(fact: MakeFact) -> None:
    sentence = "{} men and {} women were elected."
    old = [fact("5", sentence.format(5, 7), 5, unit="man"), fact("7", sentence.format(5, 7), 7, unit="woman")]
    new = [fact("6", sentence.format(6, 8), 6, unit="man"), fact("8", sentence.format(6, 8), 8, unit="woman")]
    assert match(old, new).pairs == ((0, 0), (1, 1))


def test_sentence_that_another_figure_ties_to_the_old_one(fact: MakeFact) -> None:
    before = "The town plans to close six of its 23 libraries to save £4m a year, a report says."
    after = "Plans to close 23 libraries, which would have spared the town £3.6m, are dead; it must cut back elsewhere."
    money = {"kind": "money", "unit": "GBP"}
    old = [fact("23", before, 23, subject="libraries"), fact("£4m", before, 4, **money)]
    new = [fact("23", after, 23, subject="libraries"), fact("£3.6m", after, "3.6", **money)]
    assert match(old, new).pairs == ((0, 0), (1, 1))
    assert match(old[1:], new[1:]).pairs == ()


def test_equal_facts_match_as_often_as_both_have_them(fact: MakeFact) -> None:
    beds = fact("40", BEDS, 40)
    result = match([beds] * 3, [beds] * 5)
    assert (len(result.pairs), result.only_old, result.only_new) == (3, (), (3, 4))


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 2), (2, 0)])
def test_empty_side(fact: MakeFact, old: int, new: int) -> None:
    beds = fact("40", BEDS, 40)
    result = match([beds] * old, [beds] * new)
    assert (result.pairs, len(result.only_old), len(result.only_new)) == ((), old, new)


def test_facts_of_other_documents_do_not_match(fact: MakeFact) -> None:
    old = [fact("40", BEDS, 40), fact("120", NURSES, 120, document="b.txt")]
    new = [fact("120", NURSES, 120), fact("40", BEDS, 40, document="b.txt")]
    assert match(old, new).pairs == ()


def test_renamed_document_is_recognised(fact: MakeFact) -> None:
    old = [fact("40", BEDS, 40), fact("120", NURSES, 120, document="b.txt")]
    new = [fact("40", BEDS, 40, document="c.txt"), fact("120", NURSES, 120, document="b.txt")]
    assert match(old, new).pairs == ((0, 0), (1, 1))


@given(st.lists(st.integers(0, 3), max_size=12), st.lists(st.integers(0, 3), max_size=12))
def test_each_fact_stands_once(old: list[int], new: list[int]) -> None:
    before, after = (
        [
            Fact(document="a", kind="count", value=Decimal(one), surface=str(one), sentence=f"They sold {one} boats.")
            for one in side
        ]
        for side in (old, new)
    )
    result = match(before, after)
    assert sorted([i for i, _ in result.pairs] + list(result.only_old)) == list(range(len(old)))
    assert sorted([j for _, j in result.pairs] + list(result.only_new)) == list(range(len(new)))


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(("boats", "carts", "doors"))), max_size=12), st.randoms())
def test_order_makes_no_difference(sold: list[tuple[int, str]], source: random.Random) -> None:
    facts = [
        Fact(
            document="a",
            kind="count",
            value=Decimal(n),
            surface=str(n),
            sentence=f"They sold {n} {what}.",
            subject=what,
        )
        for n, what in sold
    ]
    shuffled = source.sample(facts, len(facts))
    pairs = match(facts, shuffled).pairs
    assert len(pairs) == len(facts)
    assert all(facts[i] == shuffled[j] for i, j in pairs)


def test_many_facts_of_one_figure_are_quick(fact: MakeFact) -> None:
    source = random.Random(7)
    vocabulary = [f"word{letter}{other}" for letter in "abcdefghij" for other in "abcdefghij"]
    old = [fact("5", " ".join(("5", *source.choices(vocabulary, k=8))), 5) for _ in range(2_000)]
    new = [fact("5", f"{one.sentence} again", 5) for one in reversed(old)]
    begun = process_time()
    pairs = match(old, new).pairs
    assert process_time() - begun < 10
    assert sum(i + j == len(old) - 1 for i, j in pairs) > 0.9 * len(old)
