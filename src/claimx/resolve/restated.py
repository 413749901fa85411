"""Figures that one sentence tells twice: in another currency or unit, in brackets or after *or*."""

import re

from claimx.model import Claim


def converted(one: Claim, other: Claim, between: re.Pattern[str]) -> bool:
    """Whether the second, which follows the first in one sentence, is the same figure in another currency or unit:
    *$3bn (£1.58bn)*, *68m euros ($89m; £47m)*. `between`: what may stand between them."""
    if one.kind != other.kind or one.unit == other.unit or one.kind not in ("money", "measure"):
        return False
    at = one.sentence.find(one.surface)
    end = at + len(one.surface)
    next_ = one.sentence.find(other.surface, end)
    return at >= 0 and next_ >= 0 and between.fullmatch(one.sentence, end, next_) is not None
