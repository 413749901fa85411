"""The whole report as JSON: fields in the records' order, indented. Its schema is schema/claims.v1.schema.json."""

import msgspec

from claimx.model import Report
from claimx.writers.exact import exact
from claimx.writers.interface import Writer


def _write(report: Report) -> str:
    return msgspec.json.format(msgspec.json.encode(exact(report)), indent=2).decode() + "\n"


WRITER = Writer(suffixes=(".json",), write=_write)
