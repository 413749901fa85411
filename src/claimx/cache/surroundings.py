"""What is installed that has a part in every result: the code of claimx and the packages around it."""

import os
import sys
from collections.abc import Iterator

import claimx
from claimx.packages import installed


def surroundings() -> tuple[object, ...]:
    """Everything that is installed, and all of claimx's own code; any change of these may change a result."""
    return claimx.__version__, sorted(installed().items()), sys.version_info[:3], sorted(code())


def code() -> Iterator[tuple[str, int, int]]:
    """Path, size and time of every module of claimx: it may be changed where it lies, without a new version."""
    package = os.path.dirname(claimx.__file__)
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith((".py", ".json")):
                path = os.path.join(folder, name)
                status = os.stat(path)
                yield path[len(package) :], status.st_size, status.st_mtime_ns
