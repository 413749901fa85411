"""Two versions of made-up claims: what is told, where, and in which order."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from claimx.diff.comparison import Renaming, Version, compare
from claimx.model import Claim, Excluded
from tests.resolve.conftest import ClaimMaker


def version(*claims: Claim, excluded: Sequence[Excluded] = (), unread: Sequence[str] = ()) -> Version:
    """A version with these claims."""
    documents = {claim.document: f"{claims}" for claim in claims} or {"a.txt": "none"}
    return Version(documents=documents, claims=claims, excluded=excluded, unread=frozenset(unread))


def furniture(surface: str, value: int, start: int = 900) -> Excluded:
    """A price in the furniture."""
    return Excluded(
        document="a.txt",
        surface=surface,
        start=start,
        end=start + len(surface),
        reason="boilerplate",
        rule=None,
        kind="money",
        value=Decimal(value),
        unit="GBP",
        comparator="=",
    )


def test_no_claims_are_no_changes() -> None:
    assert compare(version(), version()).changes == ()


def test_changes_come_in_the_order_of_the_new_text(make: ClaimMaker) -> None:
    roof, hall, door = (
        make(f"£{n}m", f"The {what} cost £{n}m.", value=n) for n, what in ((1, "roof"), (2, "hall"), (3, "door"))
    )
    told = compare(version(roof, hall), version(hall, door)).changes
    assert [change.sentence.partition(":")[0] for change in told] == ["£1m removed", "£3m added"]


def test_several_changes_of_one_claim(make: ClaimMaker) -> None:
    old = make("£5m", "Repairs cost £5m, he said.", value=5, subject="Repairs", speaker="Ben Sole")
    new = make(
        "about £6m", "Repairs cost about £6m, he said.", value=6, subject="Repairs", speaker="Ida Moss", comparator="~"
    )
    assert [change.sentence for change in compare(version(old), version(new)).changes] == [
        "£5m → about £6m (hedge added): Repairs, Ida Moss (a.txt:1)",
        "about £6m, Ben Sole → Ida Moss: Repairs (a.txt:1)",
    ]


def test_one_of_equal_claims_is_removed(make: ClaimMaker) -> None:
    repairs = [make("£5m", "Repairs cost £5m.", value=5) for _ in range(3)]
    assert [change.kind for change in compare(version(*repairs), version(*repairs[:2])).changes] == ["removed"]


def test_other_figure_of_a_sentence_is_not_reworded(make: ClaimMaker) -> None:
    old, new = (f"Repairs cost £5m and {hedge}£7m in fees." for hedge in ("", "about "))
    told = compare(
        version(make("£5m", old, value=5), make("£7m", old, value=7)),
        version(make("£5m", new, value=5), make("about £7m", new, value=7, comparator="~")),
    )
    assert [(change.kind, change.hedge) for change in told.changes] == [("comparator", "added")]


@pytest.mark.parametrize(
    ("before", "after", "hedge"), [("=", "=", None), ("=", "~", "added"), (">", "=", "dropped"), (">", "<", "changed")]
)
def test_hedge_that_goes_with_the_figure_is_told(make: ClaimMaker, before: str, after: str, hedge: str | None) -> None:
    old, new = (
        make(f"£{number}m", f"Repairs cost £{number}m.", value=number, comparator=comparator, subject="Repairs")
        for number, comparator in ((5, before), (7, after))
    )
    [change] = compare(version(old), version(new)).changes
    assert (change.kind, change.hedge) == ("value", hedge)


def test_claim_that_moves_into_the_furniture_and_back(make: ClaimMaker) -> None:
    claim = make("£5m", "Repairs cost £5m.", value=5, subject="Repairs")
    inside, outside = version(claim), version(excluded=[furniture("£5m", 5)])
    [out] = compare(inside, outside).changes
    [back] = compare(outside, inside).changes
    assert (out.kind, out.sentence) == ("moved_out_of_article", "£5m moved out of article: Repairs (a.txt:1)")
    assert (back.kind, back.sentence) == ("moved_into_article", "£5m moved into article: Repairs (a.txt:1)")
    assert out.new is not None
    assert (out.new.claim, out.new.line, out.new.fact.zone) == (None, None, "boilerplate")


def test_what_stood_in_the_furniture_before_has_not_moved_there(make: ClaimMaker) -> None:
    claim, price = make("£5m", "Repairs cost £5m.", value=5), furniture("£5m", 5)
    assert [change.kind for change in compare(version(claim, excluded=[price]), version(excluded=[price])).changes] == [
        "removed"
    ]


def test_one_number_of_the_furniture_is_one_claim(make: ClaimMaker) -> None:
    claims = [make("£5m", f"The {what} cost £5m.", value=5) for what in ("roof", "hall")]
    told = compare(version(*claims), version(excluded=[furniture("£5m", 5)])).changes
    assert sorted(change.kind for change in told) == ["moved_out_of_article", "removed"]


def test_nothing_is_told_of_a_document_that_could_not_be_read(make: ClaimMaker) -> None:
    a, b = make("£5m", "Repairs cost £5m."), make("£6m", "Repairs cost £6m.", "b.txt")
    found = compare(version(a, b), version(a, unread=["b.txt"]))
    assert (found.changes, found.renamings) == ((), ())


def test_renamings_are_listed(make: ClaimMaker) -> None:
    a, b, c = (make("£5m", f"{name} cost £5m.", name, value=5) for name in ("a.txt", "b.txt", "c.txt"))
    found = compare(version(a, b), version(b, c))
    assert found.renamings == (Renaming(old="a.txt", new=None), Renaming(old=None, new="c.txt"))
    assert [change.kind for change in found.changes] == ["added", "removed"]
