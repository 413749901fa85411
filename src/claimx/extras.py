"""Libraries that only some users need: each is an optional extra of the package, imported where it is used."""

from collections.abc import Iterator
from contextlib import contextmanager

from claimx.errors import ClaimxError, InputError


@contextmanager
def extra(name: str, what: str, error: type[ClaimxError] = InputError) -> Iterator[None]:
    """Turns a library that is missing within into an `error` that says how to get it. `what`: what it is needed for, in
    the plural, such as `PDF files`."""
    try:
        yield
    except ImportError as missing:
        raise error(f"{what} need an extra that is not installed: pip install 'claimx[{name}]'") from missing
