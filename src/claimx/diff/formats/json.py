"""The whole report as JSON. Its schema is schema/diff.v1.schema.json."""

import msgspec

from claimx.diff.formats import Writer
from claimx.diff.report import DiffReport
from claimx.writers.exact import exact


def _write(report: DiffReport) -> str:
    return msgspec.json.format(msgspec.json.encode(exact(report)), indent=2).decode() + "\n"


WRITER = Writer(suffixes=(".json",), write=_write)
