"""The files that `claimx init` writes."""

from collections.abc import Iterable, Sequence

import msgspec

from claimx.cli.checking.installation import Origin
from claimx.lock import LOCK_NAME
from claimx.readers.formats import all_readers

WORKFLOW_PATH = ".github/workflows/claimx.yml"
ATTRIBUTES_PATH = ".gitattributes"

ATTRIBUTE = f"{LOCK_NAME} merge=union"
"""Has git keep the lines of both sides where two branches add claims at one place; their order makes no difference."""

_OPTIONAL = ("docx", "html", "mhtml", "pdf", "warc")
"""Formats whose readers need an extra."""

_CONFIG = """\
# What claimx check looks at, and how strict it is; claimx check --list shows the checks.
paths = {paths}
fail-on = "error" # or "warning", or "note"

[checks] # "error", "warning", "note" or "off" for each, where its own severity is not what you want
# unattributed-figure = "warning"

[per-path-ignores] # checks that do not apply to some documents
# "drafts/" = ["unattributed-figure", "vague-figure"]
"""

_WORKFLOW = """\
# Checks the sources' claims against {lock}; what is new or changed is shown beside its line.
name: claimx
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - name: Install claimx
        run: python -m pip install "{requirement}"
      - name: Check the sources
        run: claimx check --format github
"""


def config_text(paths: Sequence[str]) -> str:
    """The configuration that checks these paths."""
    return _CONFIG.format(paths=", ".join(map(_quoted, paths)).join("[]"))


def workflow_text(installed: Origin, sources: Iterable[str]) -> str:
    """The workflow that checks with the claimx that is installed, and with the extras that the sources take."""
    suffixes = tuple(suffix for name in _OPTIONAL for suffix in all_readers()[name].suffixes)
    extras = "[formats]" if any(source.lower().endswith(suffixes) for source in sources) else ""
    source = f" @ {installed.address}" if installed.address else f"=={installed.version}"
    return _WORKFLOW.format(lock=LOCK_NAME, requirement=f"claimx{extras}{source}")


def attributes_text(before: str) -> str:
    """The file `.gitattributes` with the lock file's line."""
    lines = before.splitlines()
    return before if ATTRIBUTE in lines else "".join(f"{line}\n" for line in (*lines, ATTRIBUTE))


def _quoted(text: str) -> str:
    """The text as a TOML string: JSON's escapes are TOML's."""
    return msgspec.json.encode(text).decode()
