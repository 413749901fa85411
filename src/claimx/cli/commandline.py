"""Has the library that reads command lines run the command that one names, and words its complaints."""

import re
import sys
from collections.abc import Sequence

import typer
from typer.main import get_command

from claimx.cli.app import commands
from claimx.cli.console import error
from claimx.errors import ExitCode

_WORDINGS = (
    (re.compile(r"\bis not a valid int(?:eger)?(?: range)?\b"), "is not a whole number"),
    (re.compile(r"\bis not a valid float(?: range)?\b"), "is not a number"),
    (re.compile(r"\bis not in the range x>=(\S+?)\.(?=$|\s)"), r"is less than \1."),
    (re.compile(r"\bis not in the range ([\d.]+)<=x<=(\S+?)\.(?=$|\s)"), r"is not between \1 and \2."),
)
"""How the library that checks values puts it, and how a user can read it."""


def invoke(arguments: Sequence[str]) -> int:
    """Runs the command, and gives its exit code; wrong usage is told in one line. The command finds the arguments as
    they were given in its context's `obj`."""
    root = get_command(commands(arguments[0] if arguments else None))
    try:
        with root.make_context("claimx", list(arguments), obj=tuple(arguments)) as context:
            code = int(root.invoke(context) or ExitCode.OK)
        sys.stdout.flush()
        return code
    except typer.Exit as exit_:
        sys.stdout.flush()
        return exit_.exit_code
    except typer.TyperException as usage:
        error(f"{_plain(usage.format_message())} See: {_help_for(usage)}")
        return ExitCode.ERROR


def _plain(message: str) -> str:
    """The message about wrong usage as a sentence that speaks of the command, not of what checks it."""
    for wording, plain in _WORDINGS:
        message = wording.sub(plain, message)
    return message if message.endswith((".", ")")) else f"{message}."


def _help_for(usage: typer.TyperException) -> str:
    context = getattr(usage, "ctx", None)
    return f"{context.command_path if context else 'claimx'} --help"
