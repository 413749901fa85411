"""Some strings as one: each with its length before it (netstrings: Bernstein 1997). It takes nothing to import."""

from collections.abc import Iterable, Iterator


def packed(parts: Iterable[bytes]) -> bytes:
    """The strings as one."""
    return b"".join(b"%d:%b" % (len(part), part) for part in parts)


def unpacked(data: bytes) -> Iterator[bytes]:
    """The strings. Raises ValueError where it is not what `packed` gives."""
    at = 0
    while at < len(data):
        start = data.index(b":", at, at + 20) + 1
        at = start + int(data[at : start - 1])
        if not start <= at <= len(data):
            raise ValueError("cut off")
        yield data[start:at]
