"""Reads a version from the JSON that `claimx extract` has saved; of that only what is compared."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

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
    _refuse_impossible(saved)
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


def _refuse_impossible(saved: _Saved) -> None:
    """Raises InputError where there is what no extraction yields and what cannot be compared."""
    if not all(claim.surface for claim in saved.claims):
        raise InputError("not a result of claimx extract: it has a claim without text")
    numbers: list[Claim | Excluded] = [*saved.claims, *saved.excluded]
    for figure in chain.from_iterable(map(_figures, numbers)):
        if not figure.is_finite() or abs(figure.adjusted()) > _LARGEST:
            raise InputError(f"not a result of claimx extract: it has a figure of {figure:.3g}")


def _figures(one: Claim | Excluded) -> Iterator[Decimal]:
    change = one.change if isinstance(one, Claim) else None
    changed = (change.delta, change.from_, change.to) if change else ()
    return (figure for figure in (one.value, one.low, one.high, *changed) if figure is not None)
