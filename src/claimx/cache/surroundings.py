"""What is installed that has a part in every result: the code of claimx and the packages around it."""

import sys

import claimx
from claimx.packages import code, installed


def surroundings() -> tuple[object, ...]:
    """Everything that is installed, and all of claimx's own code; any change of these may change a result."""
    return claimx.__version__, sorted(installed().items()), sys.version_info[:3], sorted(code())
