"""Claims made by hand serve here too."""

from tests.resolve.conftest import change, make

__all__ = ["change", "make"]
