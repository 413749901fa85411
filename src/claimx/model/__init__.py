"""The records that pass between the stages: frozen, slotted, picklable, without behaviour beyond what they hold.

All offsets are code points, 0-based and end-exclusive, into a document's decoded text.
"""

from claimx.model.attribution import (
    Attribution,
    Attributions,
    Continuation,
    Mode,
    Party,
    PartyMention,
    Speaker,
    SpeakerType,
    Statement,
    StatementKind,
)
from claimx.model.document import Block, Cleaned, Document, Hint, LeftOut, Metadata, Problem, Role, Span, Zone
from claimx.model.quantity import (
    Change,
    Comparator,
    Direction,
    Kind,
    Mention,
    Modality,
    Quantity,
    Reason,
)
from claimx.model.report import (
    Claim,
    Conflict,
    ConflictKind,
    DocumentRecord,
    Excluded,
    Extract,
    Figure,
    Generator,
    Report,
)

__all__ = [
    "Attribution",
    "Attributions",
    "Block",
    "Change",
    "Claim",
    "Cleaned",
    "Comparator",
    "Conflict",
    "ConflictKind",
    "Continuation",
    "Direction",
    "Document",
    "DocumentRecord",
    "Excluded",
    "Extract",
    "Figure",
    "Generator",
    "Hint",
    "Kind",
    "LeftOut",
    "Mention",
    "Metadata",
    "Modality",
    "Mode",
    "Party",
    "PartyMention",
    "Problem",
    "Quantity",
    "Reason",
    "Report",
    "Role",
    "Span",
    "Speaker",
    "SpeakerType",
    "Statement",
    "StatementKind",
    "Zone",
]
