"""Documents travel together, as many as fit, and fewer and fewer when they run out."""

from collections.abc import Callable, Iterator

import pytest

from claimx.engines.batches import short_batches, tapering
from claimx.model import Document

Make = Callable[[str], Document]


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([100] * 20, [8, 8, 4]),
        ([20_000, 10_000, 5_000], [2, 1]),
        ([10, 90_000, 10, 10], [1, 1, 2]),
        ([], []),
    ],
)
def test_short_texts_travel_together_and_a_long_one_by_itself(
    document: Make, lengths: list[int], sizes: list[int]
) -> None:
    documents = [document("x" * length) for length in lengths]
    assert [len(batch) for batch in short_batches(documents)] == sizes


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_batches_get_smaller_at_the_end(document: Make, workers: int) -> None:
    documents = [document(str(number)) for number in range(200)]
    batches = list(tapering(documents, workers))
    assert [one for batch in batches for one in batch] == documents
    sizes = [len(batch) for batch in batches]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 8
    assert sizes[-2 * workers :] == [1] * 2 * workers


def test_long_texts_are_not_read_far_ahead(document: Make) -> None:
    read = 0

    def documents() -> Iterator[Document]:
        nonlocal read
        for _ in range(40):
            read += 1
            yield document("x" * 40_000)

    assert len(next(tapering(documents(), 2))) == 1
    assert read == 4
