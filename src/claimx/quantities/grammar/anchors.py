"""One pattern that finds every digit and number word of a text."""

import re
from collections.abc import Iterable

from claimx.quantities.grammar.tokens import RAISED, VULGAR

_Branches = dict[str, "_Branches"]


def number_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Matches runs of digits, and the words in any letter case where they stand by themselves. The words share their
    beginnings, so that a letter that begins none of them is passed over at once."""
    root: _Branches = {}
    for word in sorted(words):
        branch = root
        for char in word:
            branch = branch.setdefault(char, {})
        branch[""] = {}
    return re.compile(rf"[\d{VULGAR}{RAISED}]+|(?<![^\W\d_])(?:{_alternatives(root)})(?![^\W\d_])")


def _alternatives(branch: _Branches) -> str:
    ways = [f"[{char}{char.upper()}]{_alternatives(rest)}" for char, rest in branch.items() if char]
    if not ways:
        return ""
    joined = "|".join(ways)
    return f"(?:{joined}){'?' if '' in branch else ''}"
