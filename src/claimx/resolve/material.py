"""What all documents yield, field by field: in memory where it is so already, else in temporary files."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from claimx.model import Claim, DocumentRecord, Excluded, Extract, Party, Statement
from claimx.sequences import Spool

Record = TypeVar("Record")


class Material:
    """The extracts' records in the order of the documents."""

    documents: Sequence[DocumentRecord]
    claims: Sequence[Claim]
    excluded: Sequence[Excluded]
    statements: Sequence[Statement]
    contents: Sequence[str]
    """What each of the statements says."""
    speakers: Sequence[Party]
    organisations: Sequence[Party]

    def __init__(self, extracts: Iterable[Extract]) -> None:
        held = isinstance(extracts, Sequence)
        self.documents = documents = _room(DocumentRecord, held)
        self.claims = claims = _room(Claim, held)
        self.excluded = excluded = _room(Excluded, held)
        self.statements = statements = _room(Statement, held)
        self.contents = contents = _room(str, held)
        self.speakers = speakers = _room(Party, held)
        self.organisations = organisations = _room(Party, held)
        for extract in extracts:
            documents.append(extract.document)
            claims.extend(extract.claims)
            excluded.extend(extract.excluded)
            statements.extend(extract.statements)
            contents.extend(extract.contents)
            speakers.extend(extract.speakers)
            organisations.extend(extract.organisations)


def _room(kind: type[Record], held: bool) -> list[Record] | Spool[Record]:
    """Where records of the type go: into memory, where all that they come from is held there, else into a file."""
    return [] if held else Spool(kind)
