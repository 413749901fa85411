"""Where errors end: each becomes one line on the standard error and an exit code."""

import io
import logging
import os
import re
import sys
import traceback
from collections.abc import Sequence

import typer
from typer.main import get_command

from claimx.cli.app import commands
from claimx.cli.console import discard_output, error
from claimx.errors import ClaimxError, ExitCode

_DEBUG = "CLAIMX_DEBUG"
"""Name of the environment variable that asks for tracebacks."""

_WORDINGS = (
    (re.compile(r"\bis not a valid int(?:eger)?(?: range)?\b"), "is not a whole number"),
    (re.compile(r"\bis not a valid float(?: range)?\b"), "is not a number"),
    (re.compile(r"\bis not in the range x>=(\S+?)\.(?=$|\s)"), r"is less than \1."),
    (re.compile(r"\bis not in the range ([\d.]+)<=x<=(\S+?)\.(?=$|\s)"), r"is not between \1 and \2."),
)
"""How the library that checks values puts it, and how a user can read it."""


def exit_code(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name, and says how the process is to end."""
    _open_streams()
    if os.environ.get(_DEBUG):
        logging.basicConfig(format="%(message)s")
        logging.getLogger("claimx").setLevel(logging.DEBUG)
    try:
        return _run(arguments)
    except BrokenPipeError:
        discard_output()
        return ExitCode.OK


def _run(arguments: Sequence[str]) -> int:
    root = get_command(commands(arguments[0] if arguments else None))
    try:
        with root.make_context("claimx", list(arguments)) as context:
            code = int(root.invoke(context) or ExitCode.OK)
        sys.stdout.flush()
        return code
    except typer.Exit as exit_:
        sys.stdout.flush()
        return exit_.exit_code
    except typer.TyperException as usage:
        error(f"{_plain(usage.format_message())} See: {_help_for(usage)}")
        return ExitCode.ERROR
    except ClaimxError as expected:
        error(str(expected))
        return expected.exit_code
    except KeyboardInterrupt:
        error("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as failure:
        error(f"{failure.filename or 'claimx'}: {failure.strerror or failure}")
        return ExitCode.ERROR
    except MemoryError:
        error("out of memory; give it fewer or smaller documents at a time")
        return ExitCode.ERROR
    except Exception as bug:
        if os.environ.get(_DEBUG):
            traceback.print_exc()
        error(f"this is a bug: {type(bug).__name__}: {bug} (set {_DEBUG}=1 for the traceback, and please report it)")
        return ExitCode.ERROR


def _plain(message: str) -> str:
    """The message about wrong usage as a sentence that speaks of the command, not of what checks it."""
    for wording, plain in _WORDINGS:
        message = wording.sub(plain, message)
    return message if message.endswith((".", ")")) else f"{message}."


def _help_for(usage: typer.TyperException) -> str:
    context = getattr(usage, "ctx", None)
    return f"{context.command_path if context else 'claimx'} --help"


def _open_streams() -> None:
    """Sees to it that there are standard streams, and that no character fails in a terminal that cannot show it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if name == "stdin" else "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
