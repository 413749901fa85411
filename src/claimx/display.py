"""Makes text from outside fit to be shown in a terminal: one line, and nothing in it that the terminal would obey."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
"""As in `typing`."""
if TYPE_CHECKING:
    import re

_OBEYED = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
"""Controls (with ANSI escapes), marks that turn the writing direction, invisible tags, halves of surrogate pairs. To
Python none of them is printable: most texts need no search for them, nor the library for it."""


def visible(text: str) -> str:
    """The text on one line, with characters that a terminal would obey written out as escapes (`\\x1b`)."""
    line = " ".join(text.split())
    return line if line.isprintable() else _obeyed().sub(_escape, line)


def visible_lines(text: str) -> str:
    """The text with its line feeds and tabs, and other characters that a terminal would obey written out as escapes."""
    return _obeyed().sub(lambda match: match[0] if match[0] in "\n\t" else _escape(match), text)


@cache
def _obeyed() -> re.Pattern[str]:
    import re

    return re.compile(_OBEYED)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def counted(number: int, noun: str) -> str:
    """`1 claim`, `1,200 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
