"""Finds patterns whose matching time can explode on hostile text."""


def unsafe(pattern: str) -> str | None:
    """Why the pattern can blow up, or None."""
    return None
