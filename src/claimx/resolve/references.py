"""How a claim points at a figure that its text has told already."""

import re

from claimx.model import Claim

_REACH = 30
"""Characters before a figure in which the words that point back stand."""

_BACK_REFERENCE = re.compile(
    r"\b(?:(?:the|this|that|these|those)(?: (?!other|second|next|first|last|extra|further|additional)\w+)?"
    r"|all|my|our|your|his|her|its|their"
    r"|(?:the|this|that|its|their)(?: (?!other|second|next|first|last)\w+){1,2} of) $",
    re.I,
)


def refers_back(claim: Claim) -> bool:
    """Whether the words before the figure say that it is known: *the £12bn*, *our £12bn*, *the sum of £12bn*."""
    at = claim.sentence.find(claim.surface)
    return at > 0 and _BACK_REFERENCE.search(claim.sentence, max(0, at - _REACH), at) is not None
