"""Where this claimx was installed from, so that other machines can be told to install the same."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from typing import NamedTuple

import msgspec

_RECORD = "direct_url.json"
"""What pip leaves where a package did not come from an index (PEP 610)."""
_CREDENTIALS = re.compile(r"(?<=://)[^/@]*@")
_ANYWHERE = ("https:", "http:", "ssh:", "git:")


class Origin(NamedTuple):
    """Where a package came from."""

    version: str
    address: str | None
    """What stands behind the `@` of its requirement, without names and passwords; None for an index."""
    elsewhere: bool
    """Whether other machines can install it from there, as far as can be told."""


class _Revision(msgspec.Struct):
    vcs: str
    commit_id: str


class _Direct(msgspec.Struct):
    url: str
    vcs_info: _Revision | None = None


def origin(version: str) -> Origin:
    """Where the claimx of this version came from."""
    try:
        record = distribution("claimx").read_text(_RECORD)
    except PackageNotFoundError:  # a folder on Python's path
        return Origin(version, None, elsewhere=False)
    return Origin(version, None, elsewhere=True) if record is None else _recorded(version, record)


def _recorded(version: str, record: str) -> Origin:
    try:
        direct = msgspec.json.decode(record, type=_Direct)
    except msgspec.DecodeError:
        return Origin(version, None, elsewhere=False)
    if not direct.url.startswith(_ANYWHERE):
        return Origin(version, None, elsewhere=False)
    url, revision = _CREDENTIALS.sub("", direct.url), direct.vcs_info
    return Origin(version, f"{revision.vcs}+{url}@{revision.commit_id}" if revision else url, elsewhere=True)
