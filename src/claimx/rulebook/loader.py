"""The rules of a run: as they were kept when their files were last read, or read anew."""

from pathlib import Path

from claimx.rulebook.kept import keep, kept, key_of
from claimx.rulebook.rulebook import Rulebook
from claimx.rulefiles import rule_files


def load(*extra: Path, analyse: bool = False) -> Rulebook:
    """The built-in rules, then those of each directory or file of `extra`, which replace rules of the same id.

    Patterns are analysed for blow-up where there are extra rules, or where `analyse` asks for it and for the files to
    be read anew: the built-in ones alone are proved when they are released.

    Raises RuleError, with rule, file and line, for anything that is not a sound rule.
    """
    files = rule_files(*extra)
    key = key_of(files)
    if not analyse and (known := kept(key)) is not None:
        return known
    from claimx.rulebook.reading import read

    rulebook = read(files, analyse=analyse or bool(extra))
    keep(key, rulebook)
    return rulebook
