"""How large a document may be."""


def too_large(size: int | None, limit: int) -> str:
    """Why a document of `size` bytes (None: unknown) is refused, and what can be done."""
    actual = "" if size is None else f" ({size / 1e6:.1f} MB)"
    return f"larger than {limit / 1e6:g} MB{actual}; raise --max-size, or split it"
