"""The JSON Schema of a comparison: `python -m claimx.diff.schema > schema/diff.v1.schema.json`."""

import sys
from typing import Any

from claimx import model
from claimx.diff import changes, comparison, facts, report
from claimx.schema import schema_of, text


def schema() -> dict[str, Any]:
    """The schema of `claimx diff --format json`."""
    records = {
        name: record for part in (model, facts, changes, comparison, report) for name, record in vars(part).items()
    }
    return schema_of(report.DiffReport, records, f"Result of claimx diff, version {report.SCHEMA_VERSION}")


if __name__ == "__main__":
    sys.stdout.write(text(schema()))
