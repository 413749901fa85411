"""What two claims are compared by is known of each of them."""

import pytest

from claimx.resolve import wording
from claimx.resolve.table import Table
from claimx.resolve.traits import AllTraits
from tests.resolve.conftest import ClaimMaker


@pytest.mark.parametrize(
    ("surface", "sentence"),
    [
        ("1995", "The ferry treaty WFC/CONF.1995 named forty harbours."),
        ("9001", "Bakers who follow ISO.9001 bought flour from the mill."),
        ("25", "Along the towpath 25km-markers were painted blue."),
    ],
)
def test_pieces_of_words_around_a_figure_are_none(make: ClaimMaker, surface: str, sentence: str) -> None:
    table = Table([make(surface, sentence, kind="count")], {}, wording())
    around = AllTraits(table).of(0).around
    assert around <= table.sentence(0)
    assert table.vocabulary.sum(around) > 0
