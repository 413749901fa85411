"""Puts the commands together. A command is a module of this package with a `register(app)`: no list to edit."""

import inspect
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated

import typer

import claimx
from claimx import cli
from claimx.members import member_names


def commands(wanted: str | None = None) -> typer.Typer:
    """The command line: whole, or where a command is named, with that one alone, which is sooner there."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True, epilog="Each command has its own --help, with examples.")(_claimx)
    names = member_names(cli.__name__)
    for register in _registers([wanted] if wanted and wanted in names else []) or _registers(names):
        register(app)
    for command in app.registered_commands:
        command.short_help = _summary(command.callback)
    return app


def _summary(command: Callable[..., object] | None) -> str:
    """What the command is for, in the clause that its help begins with."""
    return re.split(r"[:.](?:\s|$)", inspect.cleandoc(command.__doc__ or "") if command else "", maxsplit=1)[0] + "."


def _registers(names: Sequence[str]) -> list[Callable[[typer.Typer], None]]:
    modules = [import_module(f"{cli.__name__}.{name}") for name in names]
    return [module.register for module in modules if hasattr(module, "register")]


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
