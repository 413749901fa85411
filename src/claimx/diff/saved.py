"""Reads a version from the JSON that `claimx extract` has saved; of that only what is compared."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from claimx.diff.comparison import Version
from claimx.errors import InputError
from claimx.model import Claim, Document, DocumentRecord, Excluded, Generator, Problem
from claimx.model.report import SCHEMA_VERSION

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema_version"\s*:')
_BOM = b"\xef\xbb\xbf"

_LARGEST = 1_000
"""Digits before or after the point that a figure may have; written out, it must fit in memory."""


class _Document(msgspec.Struct, frozen=True):
    id: str
    sha256: str
    media_type: str


class _Saved(msgspec.Struct, frozen=True):
    schema_version: str
    documents: tuple[_Document, ...]
    claims: tuple[Claim, ...]
    excluded: tuple[Excluded, ...]
    generator: Generator | None = None
    problems: tuple[Problem, ...] = ()


def is_saved(head: bytes) -> bool:
    """Whether a file that begins so is a result of `claimx extract`, perhaps a damaged one."""
    return bool(_START.match(head))


def version_of(data: bytes) -> Version:
    """The version that was saved. Raises InputError where it is not a whole result of a known format."""
    try:
        saved = msgspec.json.decode(data.removeprefix(_BOM), type=_Saved)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = str(error).removeprefix("JSON is malformed: ")
        raise InputError(f"not a result of claimx extract, or damaged: {reason[:1].lower()}{reason[1:]}") from error
    if saved.schema_version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise InputError(
            f"a result in format {saved.schema_version}; this claimx reads {SCHEMA_VERSION}; extract it anew"
        )
    if any(abs(number.adjusted()) > _LARGEST for claim in saved.claims for number in _numbers(claim)):
        raise InputError(f"not a result of claimx extract: a figure of more than {_LARGEST} digits")
    return Version(
        documents={document.id: content(document) for document in saved.documents},
        claims=saved.claims,
        excluded=saved.excluded,
        unread=frozenset(problem.document for problem in saved.problems),
        made_by=saved.generator,
    )


def content(document: _Document | Document | DocumentRecord) -> str:
    """What stands for the document's content: documents for which it is the same are the same."""
    return f"{document.sha256} {document.media_type}"


def _numbers(claim: Claim) -> Iterator[Decimal]:
    change = claim.change
    changed = (change.delta, change.from_, change.to) if change else ()
    return (number for number in (claim.value, claim.low, claim.high, *changed) if number)
