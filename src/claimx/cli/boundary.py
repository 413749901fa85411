"""Where errors end: each becomes one line on the standard error and an exit code."""

import errno
import os
from collections.abc import Sequence

from claimx.cli.console import discard_output, error, open_streams
from claimx.errors import ClaimxError, ExitCode

_DEBUG = "CLAIMX_DEBUG"
"""Name of the environment variable that asks for tracebacks."""


def exit_code(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name, and says how the process is to end."""
    open_streams()
    if os.environ.get(_DEBUG):
        _log()
    try:
        return _guarded(arguments)
    except BrokenPipeError:
        discard_output()
        return ExitCode.OK


def _guarded(arguments: Sequence[str]) -> int:
    try:
        return _run(arguments)
    except ClaimxError as expected:
        error(str(expected))
        return expected.exit_code
    except KeyboardInterrupt:
        error("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as failure:
        error(_reason(failure))
        return ExitCode.ERROR
    except MemoryError:
        error("out of memory; give it fewer or smaller documents at a time")
        return ExitCode.ERROR
    except Exception as bug:
        if os.environ.get(_DEBUG):
            import traceback

            traceback.print_exc()
        error(f"this is a bug: {type(bug).__name__}: {bug} (set {_DEBUG}=1 for the traceback, and please report it)")
        return ExitCode.ERROR


def _reason(failure: OSError) -> str:
    """What failed, and why."""
    if failure.filename is None and failure.errno == errno.ENOSPC:
        from tempfile import gettempdir

        return f"no space left for the output, or for temporary files in {gettempdir()}; TMPDIR names another folder"
    return f"{failure.filename or 'claimx'}: {failure.strerror or failure}"


def _run(arguments: Sequence[str]) -> int:
    """A run that gives what it gave before is over here; to read its command line would be most of its work."""
    from claimx.cli.again import repeated

    if repeated(arguments):
        return ExitCode.OK
    from claimx.cli.commandline import invoke

    return invoke(arguments)


def _log() -> None:
    import logging

    logging.basicConfig(format="%(message)s")
    logging.getLogger("claimx").setLevel(logging.DEBUG)
