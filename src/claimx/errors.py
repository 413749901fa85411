"""Errors that a user can cause or mend. Each is one line that says what to do, and has an exit code."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process reports to its caller."""

    OK = 0
    FINDINGS = 1
    ERROR = 2
    INTERRUPTED = 130


class ClaimxError(Exception):
    """An expected failure; its text is one line for the user. Anything else that is raised is a bug."""

    exit_code = ExitCode.ERROR


class InputError(ClaimxError):
    """A path or stream cannot be read as a document."""


class OutputError(ClaimxError):
    """The result cannot be written where it was asked for."""


class RuleError(ClaimxError):
    """A rule file is not valid; the text names rule, file and line."""


class ModelError(ClaimxError):
    """The language model cannot be loaded."""


class ConfigError(ClaimxError):
    """The configuration is not valid; the text names file and key."""


class LockError(ClaimxError):
    """The lock file is missing or not valid; the text names file and line, and says what to do."""


class EngineError(ClaimxError):
    """The work cannot be shared out as asked."""
