"""The patterns that the code itself has are held to the same standard as those of the rules."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import claimx
from claimx.rulebook.safety import unsafe

OPTIONAL = "claimx.readers"
"""Readers whose library is not installed cannot be imported."""


def patterns() -> Iterator[tuple[str, str]]:
    """Name and text of every pattern that a module of the package holds."""
    for module in pkgutil.walk_packages(claimx.__path__, "claimx."):
        if module.name.endswith("__main__"):
            continue
        try:
            members = vars(importlib.import_module(module.name))
        except ImportError:
            if not module.name.startswith(OPTIONAL):
                raise
            continue
        for name, member in members.items():
            if isinstance(member, re.Pattern):
                text = member.pattern
                yield f"{module.name}.{name}", text if isinstance(text, str) else text.decode("latin-1")


@pytest.mark.parametrize(("name", "pattern"), sorted(set(patterns())))
def test_no_pattern_of_the_code_can_explode(name: str, pattern: str) -> None:
    assert "exponentially" not in (unsafe(pattern) or ""), name
