"""Puts the commands together. A command is a module of this package with a `register(app)`: no list to edit."""

from typing import Annotated

import typer

import claimx
from claimx import cli
from claimx.members import members


def commands() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True, epilog="Each command has its own --help, with examples.")(_claimx)
    for module in members(cli.__name__).values():
        register = getattr(module, "register", None)
        if register is not None:
            register(app)
    return app


def _claimx(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Find the quantitative claims of source documents: which figure, of what, said by whom, and where."""
    if version:
        typer.echo(f"claimx {claimx.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit
