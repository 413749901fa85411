"""The command line: one module a command, one boundary for errors.

Nothing heavy is imported until a command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
"""As in `typing`, which takes as long to import as help takes to be shown."""
if TYPE_CHECKING:
    from typing import NoReturn

HELP = os.path.join(os.path.dirname(__file__), "help.txt")
"""What `claimx --help` says. It is kept ready, since to make it takes longer than all else that the command does; a
test holds it to what would be made."""


def main() -> NoReturn:
    """Runs the command that `sys.argv` names and exits with its code."""
    if sys.argv[1:] in ([], ["--help"]) and sys.stdout is not None and _say_help():
        os._exit(0)
    # The matrices are small: BLAS's threads cost more in waiting than they save. It reads this only when numpy loads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nearly nothing that a run makes is in reference cycles; to look for them as often as Python does by itself takes a
    # twelfth of a short run's time.
    gc.set_threshold(50_000)
    try:
        from claimx.cli.boundary import exit_code

        code = exit_code(sys.argv[1:])
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        code = 0
    # The language model is taken down with the process at once; object by object would take longer than many a run.
    os._exit(code)


def _say_help() -> bool:
    """Whether the help could be shown, or nobody reads it; what else keeps it from that is told by those who tell of
    errors."""
    try:
        with open(HELP, encoding="utf-8") as text:
            sys.stdout.write(text.read())
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OSError:
        return False
    return True
