"""JSON Lines: one claim a line, as in the JSON, with what is known of its document."""

import msgspec

from claimx.model import Report
from claimx.writers.exact import exact
from claimx.writers.interface import Writer


def _write(report: Report) -> str:
    documents = {
        record.id: {
            "document_title": record.title,
            "document_published": record.published,
            "document_authors": record.authors,
            "document_publisher": record.publisher,
        }
        for record in report.documents
    }
    lines = (exact(claim) | documents[claim.document] for claim in report.claims)
    return "".join(msgspec.json.encode(line).decode() + "\n" for line in lines)


WRITER = Writer(suffixes=(".jsonl", ".ndjson"), write=_write)
