"""Formats that need libraries of their own: each is an optional extra of the package."""

from collections.abc import Iterator
from contextlib import contextmanager

from claimx.errors import InputError


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Turns a library that is missing within into an InputError that says how to get it. `what`: what it is needed for,
    such as `PDF files`."""
    try:
        yield
    except ImportError as error:
        raise InputError(f"{what} need an extra that is not installed: pip install 'claimx[{name}]'") from error
