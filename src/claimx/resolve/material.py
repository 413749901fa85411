"""What all documents yield, field by field: in memory where it is so already, else in temporary files."""

from collections.abc import Iterable, Sequence

from claimx.model import Claim, DocumentRecord, Excluded, Extract, Party, Statement
from claimx.sequences import Spool


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
        if isinstance(extracts, Sequence):
            self._hold(extracts)
        else:
            self._spool(extracts)

    def _hold(self, extracts: Sequence[Extract]) -> None:
        self.documents = tuple(extract.document for extract in extracts)
        self.claims = tuple(claim for extract in extracts for claim in extract.claims)
        self.excluded = tuple(number for extract in extracts for number in extract.excluded)
        self.statements = tuple(statement for extract in extracts for statement in extract.statements)
        self.contents = tuple(content for extract in extracts for content in extract.contents)
        self.speakers = tuple(party for extract in extracts for party in extract.speakers)
        self.organisations = tuple(party for extract in extracts for party in extract.organisations)

    def _spool(self, extracts: Iterable[Extract]) -> None:
        self.documents = documents = Spool(DocumentRecord)
        self.claims = claims = Spool(Claim)
        self.excluded = excluded = Spool(Excluded)
        self.statements = statements = Spool(Statement)
        self.contents = contents = Spool(str)
        self.speakers = speakers = Spool(Party)
        self.organisations = organisations = Spool(Party)
        for extract in extracts:
            documents.append(extract.document)
            for claim in extract.claims:
                claims.append(claim)
            for number in extract.excluded:
                excluded.append(number)
            for statement in extract.statements:
                statements.append(statement)
            for content in extract.contents:
                contents.append(content)
            for speaker in extract.speakers:
                speakers.append(speaker)
            for organisation in extract.organisations:
                organisations.append(organisation)
