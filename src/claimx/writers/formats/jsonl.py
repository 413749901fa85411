"""JSON Lines: one claim a line, as in the JSON, with what is known of its document."""

from collections.abc import Iterator

import msgspec

from claimx.model import Report
from claimx.writers.exact import exact
from claimx.writers.interface import Writer


def _pieces(report: Report) -> Iterator[str]:
    documents = {
        record.id: {
            "document_title": record.title,
            "document_published": record.published,
            "document_authors": record.authors,
            "document_publisher": record.publisher,
        }
        for record in report.documents
    }
    for claim in report.claims:
        yield msgspec.json.encode(exact(claim) | documents[claim.document]).decode() + "\n"


WRITER = Writer(suffixes=(".jsonl", ".ndjson"), pieces=_pieces)
