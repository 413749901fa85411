"""A comment on a pull request. What comes from documents stands between backticks, where nothing is markup, a link, a
reference or a mention of somebody."""

import re
from itertools import groupby

from claimx.diff.changes import ChangeKind, ClaimChange
from claimx.diff.formats import Writer
from claimx.diff.report import DiffReport
from claimx.display import visible

_LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""

_TICKS = re.compile("`+")


def _write(report: DiffReport) -> str:
    parts = [f"### Claims: {_tally(report)}\n"]
    room = _LONGEST
    shown = 0
    for document, changes in groupby(report.changes, key=_document):
        heading = f"\n{code(document)}\n\n"
        for change in changes:
            line = f"- {_name(change.kind)}: {code(change.sentence)}\n"
            room -= len(heading) + len(line)
            if room < 0:
                parts.append(f"\n{len(report.changes) - shown:,} more changes are not shown here.\n")
                return "".join(parts)
            parts += (heading, line)
            heading = ""
            shown += 1
    return "".join(parts)


def code(text: str) -> str:
    """The text as code, on one line, between more backticks than it holds in a row."""
    line = visible(text) or " "
    ticks = "`" * (max(map(len, _TICKS.findall(line)), default=0) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{ticks}{space}{line}{space}{ticks}"


def _document(change: ClaimChange) -> str:
    told = change.new or change.old
    return told.fact.document if told else ""


def _tally(report: DiffReport) -> str:
    number = len(report.changes)
    return f"{number:,} change{'' if number == 1 else 's'}" if number else "no changes"


def _name(kind: ChangeKind) -> str:
    return f"**{kind.replace('_', ' ')}**"


WRITER = Writer(suffixes=(".md", ".markdown"), write=_write)
