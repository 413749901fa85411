"""The JSON of a report: exact decimals, fields in the records' order, one key a line."""

import msgspec

from claimx.model import Report

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write(report: Report) -> str:
    """The report as JSON text, ending in a line feed."""
    return msgspec.json.format(_ENCODER.encode(report), indent=2).decode() + "\n"
