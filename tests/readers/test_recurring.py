"""Lines that the documents of one site share."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from claimx.cleaning import Cleaner
from claimx.model import Document, Hint, Metadata, Problem
from claimx.readers import recurring as module
from claimx.readers.marking import marked
from claimx.readers.recurring import MARK, Recurring
from claimx.rulebook import Rulebook

HEAD = "Harbour Gazette\nBoats and Quays\nRead on 12 quays\nTides\nGossip corner\nLost and found"
FOOT = "Fish Quay Tavern\nTwo meals for £15"
STORY = "The harbour master said on Monday that {n}11 boats had come in during the week, more than in any since 2011."
QUOTATION = "“We have 40 berths too few, and nobody has told me when that will change,” he said."


def page(number: int, *extra: str, head: str = HEAD, foot: str = FOOT) -> str:
    return "\n".join((head, f"Story {number} of the pier", STORY.format(n=number), *extra, foot))


def document(text: str, name: str, hints: tuple[Hint, ...] = (), publisher: str | None = None) -> Document:
    return Document(name, text, "", hints=hints, metadata=Metadata(publisher=publisher))


def shown(document: Document) -> list[str]:
    return [document.text[hint.start : hint.end] for hint in document.hints if MARK in hint.within]


def together(*documents: Document) -> list[list[str]]:
    return [shown(item) for item in marked(lambda: documents) if isinstance(item, Document)]


@pytest.fixture
def site() -> list[Document]:
    return [document(page(number), f"gazette/{number}.txt") for number in (1, 2, 3)]


def test_head_and_foot_are_marked(site: list[Document]) -> None:
    assert together(*site) == [[*HEAD.splitlines(), "Fish Quay Tavern"]] * 3


def test_figures_in_a_short_row_stay(site: list[Document]) -> None:
    assert all("Two meals for £15" not in lines for lines in together(*site))


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_documents_show_nothing(site: list[Document], count: int) -> None:
    assert together(*site[:count]) == [[]] * count


def test_other_sites_do_not_count(site: list[Document]) -> None:
    other = document(page(9), "courier/9.txt")
    assert together(*site[:2], other) == [[]] * 3


@pytest.mark.parametrize(
    "ids",
    [
        ["https://gazette.example/a", "https://gazette.example/news/b", "http://Gazette.example/c"],
        ["a.txt", "b.txt", "c.txt"],
    ],
)
def test_sites_go_by_host_or_folder(ids: list[str]) -> None:
    assert all(together(*(document(page(number), name) for number, name in enumerate(ids))))


def test_sites_go_by_publisher() -> None:
    assert all(together(*(document(page(n), f"{n}/a.txt", publisher="Gazette") for n in (1, 2, 3))))


def test_half_of_a_site_must_have_a_line(site: list[Document]) -> None:
    others = [document(page(n, head=f"A{n}\nB{n}", foot=f"C{n}"), f"gazette/{n}.txt") for n in range(4, 8)]
    assert together(*site, *others) == [[]] * 7
    assert together(*site, *others[:3])[0]


@pytest.mark.parametrize("line", [QUOTATION, "By Ada Pell", "Some 4,200 people live on the island."])
def test_what_articles_share_stays(line: str) -> None:
    documents = [document(page(n, line, STORY.format(n=n + 4)), f"{n}.txt") for n in (1, 2, 3)]
    assert all(line not in lines for lines in together(*documents))
    documents = [document(page(n, line), f"{n}.txt") for n in (1, 2, 3)]
    assert all(line not in lines for lines in together(*documents))


def test_versions_of_one_document_stay_whole() -> None:
    rows = "\n".join(f"Fare {n}: £{n}.40" for n in range(8))
    assert together(*(document(f"{STORY}\nVersion {n}\n{rows}", f"{n}.txt") for n in (1, 2, 3))) == [[]] * 3


def test_documents_that_are_mostly_alike_stay_whole(rulebook: Rulebook) -> None:
    text = "\n".join((HEAD, FOOT, STORY.format(n=1)))
    cleaner = Cleaner(rulebook)
    for item in marked(lambda: [document(text, f"{n}.txt") for n in (1, 2, 3)]):
        assert isinstance(item, Document)
        assert not [block for block in cleaner.clean(item).blocks if block.rule == "markup.recurring"]


def test_marked_lines_are_boilerplate(site: list[Document], rulebook: Rulebook) -> None:
    cleaner = Cleaner(rulebook)
    for item in marked(lambda: site):
        assert isinstance(item, Document)
        blocks = cleaner.clean(item).blocks
        dropped = {item.text[b.start : b.end] for b in blocks if b.rule == "markup.recurring"}
        assert "Read on 12 quays" in dropped
        assert any(b.zone == "main" and item.text[b.start : b.end].startswith("The harbour master") for b in blocks)
        assert not any(b.element for b in blocks)


def test_hints_of_markup_stay() -> None:
    def hints(text: str) -> tuple[Hint, ...]:
        start = text.index("Harbour Gazette")
        return (Hint(start, start + 15, "li", ("nav",)), Hint(start + 16, start + 31, "li", ("nav",)))

    documents = [document(text := page(n), f"{n}.html", hints=hints(text)) for n in (1, 2, 3)]
    for item in marked(lambda: documents):
        assert isinstance(item, Document)
        assert [(hint.element, hint.within) for hint in item.hints] == [("li", ("nav", MARK))] * 2


def test_order_changes_nothing(site: list[Document]) -> None:
    documents = [*site, document(page(7), "courier/7.txt")]
    expected = dict(zip((d.id for d in documents), together(*documents), strict=True))
    for order in permutations(documents):
        assert {d.id: lines for d, lines in zip(order, together(*order), strict=True)} == expected


def test_order_changes_nothing_of_a_sample(site: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 8)
    found = [sorted(together(*order)) for order in permutations(site)]
    assert all(lines == found[0] for lines in found)


def test_a_sample_knows_the_same_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [document(page(n, head=f"{HEAD}\nOf {n}"), f"gazette/{n}.txt") for n in range(40)]
    whole = together(*pages)
    assert all(whole)
    monkeypatch.setattr(module, "_MOST", 100)
    assert together(*pages) == whole


@pytest.mark.parametrize("again", [True, False])
def test_what_is_too_large_to_hold_is_read_twice_or_not_marked(
    site: list[Document], monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    monkeypatch.setattr("claimx.readers.marking._HELD", len(site[0].text) + 1)
    times = []

    def read() -> Iterator[Document | Problem]:
        times.append(1)
        yield Problem("broken.txt", "broken")
        yield from site

    found = list(marked(read, again=again))
    assert [item.id if isinstance(item, Document) else item.document for item in found] == [
        "broken.txt",
        *(document.id for document in site),
    ]
    assert [bool(shown(item)) for item in found if isinstance(item, Document)] == [again] * 3
    assert len(times) == 1 + again


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 100)
    recurring = Recurring()
    for number in range(200):
        recurring.add(document("\n".join(f"Line {number} {i}" for i in range(30)), f"{number}.txt"))
    assert 0 < sum(len(page.hashes) - 1 for page in recurring._pages) <= 100
