"""Documents are known again by name, by content, by what they assert."""

from claimx.diff import Fact
from claimx.diff.documents import paired
from tests.diff.conftest import MakeFact

WARES = ("boats", "carts", "doors", "eggs", "forks", "gates", "hats", "inks", "jars", "kites")


def facts(fact: MakeFact, document: str, *numbers: int) -> list[Fact]:
    """Facts of a document, each about one of the wares."""
    return [fact("5", f"They sold 5 {WARES[number]}.", 5, document=document) for number in numbers]


def test_name_goes_before_content() -> None:
    hashes = {"a": "1", "b": "2"}
    assert paired((), (), hashes, {"a": "2", "b": "1"}) == {"a": "a", "b": "b"}


def test_same_content_under_another_name() -> None:
    assert paired((), (), {"a": "1", "b": "2"}, {"a": "1", "c": "2", "d": "2"}) == {"a": "a", "b": "c"}


def test_two_single_documents_belong_together() -> None:
    assert paired((), (), {"draft": "1"}, {"final": "2"}) == {"draft": "final"}


def test_same_claims_under_another_name(fact: MakeFact) -> None:
    old = facts(fact, "a", 1, 2, 3) + facts(fact, "b", 4, 5, 6)
    new = facts(fact, "c", 4, 5, 9) + facts(fact, "d", 1, 2, 3, 7)
    assert paired(old, new) == {"a": "d", "b": "c"}


def test_most_shared_claims_win_and_each_document_once(fact: MakeFact) -> None:
    old = facts(fact, "a", 1, 2, 3) + facts(fact, "b", 1, 2)
    new = facts(fact, "c", 1, 2, 3) + facts(fact, "d", 8, 9)
    assert paired(old, new) == {"a": "c"}


def test_same_file_name_in_another_folder_goes_first(fact: MakeFact) -> None:
    old = facts(fact, "old/a", 1, 2) + facts(fact, "z", 7)
    new = facts(fact, "b", 1, 2) + facts(fact, "new/a", 1, 2)
    assert paired(old, new) == {"old/a": "new/a"}


def test_claims_with_other_figures_under_another_name(fact: MakeFact) -> None:
    old = [fact("5", "They sold 5 boats.", 5), *facts(fact, "b", 1)]
    new = [fact("7", "They sold 7 boats.", 7, document="c"), *facts(fact, "d", 2)]
    assert paired(old, new) == {"a.txt": "c"}


def test_many_added_claims_under_another_name(fact: MakeFact) -> None:
    old = facts(fact, "a", 1, 2) + facts(fact, "b", 9)
    new = facts(fact, "c", 1, 2, 3, 4, 5, 6, 7, 8) + facts(fact, "d", 0)
    assert paired(old, new) == {"a": "c"}


def test_few_shared_claims_are_no_renaming(fact: MakeFact) -> None:
    old = facts(fact, "a", 1, 2, 3, 4) + facts(fact, "b", 7)
    new = facts(fact, "c", 1, 5, 6, 8) + facts(fact, "d", 9)
    assert paired(old, new) == {}
