"""Claims against the lock file: what holds, what is new, what changed, what is gone."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from claimx.diff import fact_of
from claimx.lock import Comparison, Entry, Lock, cases, compare
from claimx.model import Attribution, Claim, Report, Speaker

Make = Callable[..., Claim]

OKAFOR = Attribution(mode="indirect", speakers=(Speaker(name="Ruth Okafor", type="person"),))
SOLE = Attribution(mode="indirect", speakers=(Speaker(name="Ben Sole", type="person"),))


@pytest.fixture
def pay(full_report: Report) -> Make:
    """Makes a claim about pay."""
    [base] = full_report.claims

    def make(name: str, **fields: Any) -> Claim:
        change = {"change": None, "period": None, "document": "pier.txt", "attribution": OKAFOR, "subject": "pay"}
        return replace(base, id=f"c_{name}", **{**change, **fields})

    return make


def money(amount: int, sentence: str = "Pay rose to {} an hour, she said.") -> dict[str, Any]:
    """The fields of a claim of so many pounds."""
    return {"surface": f"£{amount}", "value": Decimal(amount), "sentence": sentence.format(f"£{amount}")}


def lock_of(*claims: Claim, **person: Any) -> Lock:
    """A lock file in which these claims were accepted."""
    entries = (Entry(fact=fact_of(claim), **person) for claim in claims)
    return Lock({entry.fact: entry for entry in entries})


def against(lock: Lock, *claims: Claim, silent: tuple[str, ...] = (), gone: tuple[str, ...] = ()) -> Comparison:
    """The claims against the lock file; `silent` are documents that were read and have none."""
    return compare(lock, claims, {*(claim.document for claim in claims), *silent}, gone)


def test_a_claim_that_stands_elsewhere_holds(pay: Make) -> None:
    comparison = against(lock_of(pay("old"), verdict="verified"), pay("now", start=900, end=914, line=44))
    assert comparison.held["c_now"].verdict == "verified"
    assert (comparison.new, comparison.changed, comparison.vanished) == ((), (), ())


def test_other_words_around_it_change_nothing(pay: Make) -> None:
    lock = lock_of(pay("old"), verdict="verified")
    now = pay("now", sentence="And pay rose to £18.09 an hour at last, she said.", zone="edge")
    comparison = against(lock, now)
    assert {*comparison.held} == {"c_now"}
    [entry] = comparison.accepted().entries.values()
    assert (entry.fact.sentence, entry.verdict) == (now.sentence, "verified")


@pytest.mark.parametrize(
    "fields",
    [
        money(19),
        {"comparator": "~"},
        {"attribution": SOLE},
        {"period": "in 2022", "sentence": "In 2022 pay rose to £18 an hour, she said."},
        {"modality": "forecast", "sentence": "Pay will rise to £18 an hour, she said."},
    ],
    ids=["figure", "hedge", "speaker", "period", "modality"],
)
def test_a_changed_claim_loses_its_verdict_and_keeps_it_as_history(fields: dict[str, Any], pay: Make) -> None:
    lock = lock_of(pay("old", **money(18)), verdict="verified", note="payroll")
    comparison = against(lock, pay("now", **{**money(18), **fields}))
    [change] = comparison.changed
    assert change.claim.id == "c_now"
    [entry] = comparison.accepted().entries.values()
    assert (entry.verdict, entry.note) == (None, None)
    [former] = entry.was
    assert (former.surface, former.verdict, former.note) == ("£18", "verified", "payroll")


def test_a_change_without_a_verdict_leaves_no_history(pay: Make) -> None:
    [entry] = against(lock_of(pay("old", **money(18))), pay("now", **money(19))).accepted().entries.values()
    assert entry.was == ()


def test_history_grows_from_change_to_change(pay: Make) -> None:
    lock = lock_of(pay("a", **money(18)), verdict="verified")
    for amount, verdict in ((19, "disputed"), (20, "verified")):
        lock = against(lock, pay("b", **money(amount))).accepted()
        [entry] = lock.entries.values()
        lock = Lock({entry.fact: replace(entry, verdict=verdict)})
    [entry] = lock.entries.values()
    assert [(former.surface, former.verdict) for former in entry.was] == [("£19", "disputed"), ("£18", "verified")]


def test_new_and_gone(pay: Make) -> None:
    fares = pay("fares", **money(4, "A crossing is {} for children."), subject="crossing", attribution=SOLE)
    comparison = against(lock_of(pay("old")), fares)
    assert [claim.id for claim in comparison.new] == ["c_fares"]
    assert [entry.fact.surface for entry in comparison.vanished] == ["£18.09 an hour"]
    assert [*comparison.accepted().entries] == [fact_of(fares)]


def test_documents_that_were_not_looked_at_have_not_vanished(pay: Make) -> None:
    lock = lock_of(pay("here"), pay("there", document="quay.txt"), verdict="verified")
    comparison = against(lock, pay("here"))
    assert comparison.vanished == ()
    assert comparison.accepted() == lock


def test_a_renamed_document_keeps_its_verdicts(pay: Make) -> None:
    lock = lock_of(pay("old"), pay("too", **money(7, "Lunch costs {} now.")), verdict="verified")
    now = [
        pay("old", document="quay.txt"),
        pay("too", document="quay.txt", **money(7, "Lunch costs {} now.")),
    ]
    comparison = against(lock, *now, gone=("pier.txt",))
    assert {*comparison.held} == {"c_old", "c_too"}
    assert {(one.fact.document, one.verdict) for one in comparison.accepted().entries.values()} == {
        ("quay.txt", "verified")
    }


def test_a_document_that_is_still_there_was_not_renamed(pay: Make) -> None:
    lock = lock_of(pay("old"), verdict="verified")
    now = pay("now", document="quay.txt")
    comparison = against(lock, now, silent=("pier.txt",))
    assert ([*comparison.new], len(comparison.vanished)) == ([now], 1)


def test_another_reading_of_the_same_words_is_no_change(pay: Make) -> None:
    comparison = against(lock_of(pay("old")), pay("now", subject="hourly pay of rowers"))
    assert {*comparison.held} == {"c_now"}


def test_another_subject_in_other_words_is_a_change(pay: Make) -> None:
    other = {"subject": "fees", "sentence": "Fees rose to £18.09 an hour, she said."}
    comparison = against(lock_of(pay("old")), pay("now", **other))
    assert (comparison.held, len(comparison.changed) + len(comparison.new)) == ({}, 1)


def test_claims_that_are_alike_count_once(pay: Make) -> None:
    comparison = against(Lock(), pay("one"), pay("two", start=300, end=314))
    assert [claim.id for claim in comparison.new] == ["c_one"]
    comparison = against(comparison.accepted(), pay("one"), pay("two", start=300, end=314))
    assert ({*comparison.held}, comparison.new, comparison.vanished) == ({"c_one", "c_two"}, (), ())


def test_cases_wait_in_text_order(pay: Make) -> None:
    lock = lock_of(pay("old", **money(18)), verdict="verified")
    new = pay("new", **money(4, "A crossing is {} for children."), subject="crossing", start=1, end=3)
    changed = pay("now", **money(19), start=40, end=43)
    claims = (changed, new)
    waiting = cases(against(lock, *claims), claims)
    assert [(case.claim.id, case.state) for case in waiting] == [("c_new", "new"), ("c_now", "changed")]


def test_a_verdict_accepts_its_claim_and_no_other(pay: Make) -> None:
    lock = lock_of(pay("old", **money(18)), verdict="disputed")
    changed = pay("now", **money(19))
    [case] = cases(against(lock, changed), (changed,))
    [entry] = case.judged(lock, "verified", "payroll").entries.values()
    assert (entry.fact.surface, entry.verdict, entry.note) == ("£19", "verified", "payroll")
    assert [former.verdict for former in entry.was] == ["disputed"]


@pytest.mark.parametrize(("verdict", "state"), [(None, "accepted"), ("verified", "judged")])
def test_accepted_claims_wait_where_they_are_asked_for(verdict: Any, state: Any, pay: Make) -> None:
    claims = (pay("one"),)
    comparison = against(lock_of(*claims, verdict=verdict), *claims)
    assert cases(comparison, claims) == ()
    [case] = cases(comparison, claims, [state])
    assert [entry.verdict for entry in case.judged(comparison.lock, "ignore", None).entries.values()] == ["ignore"]
