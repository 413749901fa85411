"""The search for cycles is put off, and taken up again whatever happens."""

import gc

import pytest

from claimx.cycles import no_search_for_cycles


@no_search_for_cycles()
def fails() -> None:
    raise KeyError(gc.isenabled())


@pytest.mark.parametrize("before", [True, False])
def test_the_search_is_put_off_and_left_as_it_was(before: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        with pytest.raises(KeyError, match="False"):
            fails()
        assert gc.isenabled() is before
    finally:
        (gc.enable if was else gc.disable)()
