"""The command line, one module a command."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def claimx() -> None:
    """Finds the quantitative claims of source documents."""


@app.command()
def extract(
    paths: list[Path],
    output: Annotated[Path | None, typer.Option("-o", "--output")] = None,
    clean: Annotated[bool, typer.Option("--clean/--no-clean")] = True,
) -> None:
    """Extract claims."""
    from claimx.pipeline import Options, run
    from claimx.readers import read
    from claimx.writers.json import write

    text = write(run(read(paths), Options(clean=clean)))
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        typer.echo(text)


def main() -> None:
    """Entry point."""
    app()
