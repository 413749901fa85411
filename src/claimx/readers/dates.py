"""Dates as formats' own fields hold them."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")


def iso_date(text: str) -> str | None:
    """The day of a date in ISO 8601 or as in mail headers; None for others, and for days that do not exist."""
    from email.utils import parsedate_to_datetime

    match = _ISO.match(text.strip())
    try:
        if match:
            return date(*map(int, match.groups())).isoformat()
        return parsedate_to_datetime(text).date().isoformat() if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
