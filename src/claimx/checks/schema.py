"""The JSON Schema of findings: `python -m claimx.checks.schema > schema/check.v1.schema.json`."""

import sys
from typing import Any

from claimx.checks import interface
from claimx.checks.formats import json
from claimx.schema import schema_of, text


def schema() -> dict[str, Any]:
    """The schema of `claimx check --format json`."""
    records = {**vars(interface), **vars(json)}
    return schema_of(json.CheckReport, records, f"Result of claimx check, version {json.SCHEMA_VERSION}")


if __name__ == "__main__":
    sys.stdout.write(text(schema()))
