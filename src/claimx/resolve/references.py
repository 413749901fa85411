"""How a claim points at a figure that its text has told already."""

import re

from claimx.model import Claim
from claimx.resolve.spans import printed

_REACH = 30
"""Characters before a figure in which the words that point back stand."""

_BACK_REFERENCE = re.compile(
    r"\b(?:(?:the|this|that|these|those)(?: (?!other|second|next|first|last|extra|further|additional)\w+)?"
    r"|all|my|our|your|his|her|its|their"
    r"|(?:the|this|that|its|their)(?: (?!other|second|next|first|last)\w+){1,2} of) $",
    re.I,
)

_TAKEN_AS_KNOWN = re.compile(
    r"(?:(?: (?:is|was|will be|would be|might be|may be|could be)| seems| sounds)"
    r"(?: (?:simply|just|hardly|quite|clearly|certainly|really|still|already|probably))?"
    r" [\"'“‘]?(?:an?|the|not?|too|more|less|far|much|nothing|enough|what|very|so)"
    r"|(?: is| was| would)n't(?: be)?(?: an?| the| too| very| enough))\b(?! (?:\w+ed|spent|paid|put|set|lost|made) )",
    re.I,
)
"""What follows a figure that stands for itself: one thing, of which the sentence says what it is."""
_OPENING = re.compile(r"(?:^|[\"'“‘]|\b(?:said|says|that|but|and|because|thinks?|believes?),?) ?$", re.I)


_OF_THIS = re.compile(r"\b(?:of|for) (?:this|that|it)(?: \w+ing)?$", re.I)
"""The end of a subject whose thing the text has named: *a 5% chance of this happening*."""


def refers_back(claim: Claim) -> bool:
    """Whether the words around the figure say that it is known: *the £12bn*, *our £12bn*, *the sum of £12bn*."""
    if claim.subject and _OF_THIS.search(claim.subject):
        return True
    at = claim.sentence.find(printed(claim))
    return at > 0 and _BACK_REFERENCE.search(claim.sentence, max(0, at - _REACH), at) is not None


def taken_as_known(claim: Claim) -> bool:
    """Whether the figure stands for itself as one that the text has told: *"Four per cent is an insult"*, *he said £90
    was too much*. It is one thing, so its verb is singular."""
    at = claim.sentence.find(printed(claim))
    if at < 0 or _OPENING.search(claim.sentence, max(0, at - _REACH), at) is None:
        return False
    return _TAKEN_AS_KNOWN.match(claim.sentence, at + len(printed(claim))) is not None
