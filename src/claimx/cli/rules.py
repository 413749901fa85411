"""`claimx rules`: what the rules are, and whether they hold."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import console
from claimx.errors import ExitCode, InputError

if TYPE_CHECKING:
    from claimx.rulebook import Rulebook
    from claimx.rulebook.rulebook import Origin

_EXAMPLES = """\b
Examples:
  claimx rules list | grep boilerplate   rules of one family
  claimx rules show number.small-words   one rule as it is written
  claimx rules test                      prove the built-in rules
  claimx rules test my-rules/            prove your own, together with them

\b
Exit codes: 0 done; 1 a rule fails one of its examples; 2 an error."""

_WHY = 70
"""Characters of a rule's reason that the list shows."""

More = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Add rules to the built-in ones, or replace them by id; repeatable."),
]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    group = typer.Typer(epilog=_EXAMPLES, help="List, show and test the rules by which claims are found.")
    group.command("list")(list_rules)
    group.command("show")(show_rule)
    group.command("test")(prove_rules)
    app.add_typer(group, name="rules")


def list_rules(rules: More = None) -> ExitCode:
    """List every rule: its id, its kind, where it is written, and why it is there."""
    from claimx.rulebook import load

    rulebook = load(*(rules or ()))
    rows = [(rule.id, rule.kind, str(rulebook.origins[rule.id]), _short(rule.why)) for rule in rulebook]
    if console.is_terminal():
        console.table(("rule", "kind", "written in", "why"), rows)
    else:
        console.write("".join("\t".join(row) + "\n" for row in rows))
    return ExitCode.OK


def show_rule(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, as the list has it.")], rules: More = None
) -> ExitCode:
    """Show one rule as it is written, with its examples."""
    from claimx.rulebook import load

    rulebook = load(*(rules or ()))
    if rule not in rulebook.rules:
        raise InputError(f"there is no rule {rule}{_meant(rule, rulebook)}; claimx rules list shows them all")
    origin = rulebook.origins[rule]
    console.write(f"# {origin}\n{_source(origin)}")
    return ExitCode.OK


def prove_rules(
    path: Annotated[
        Path | None, typer.Argument(help="A rule file or a directory of them. Default: the built-in rules.")
    ] = None,
) -> ExitCode:
    """Run rules on their own examples and counterexamples, through the stages that use them."""
    from claimx.proof import prove
    from claimx.rulebook import load

    rulebook = load(*([path] if path else ()), analyse=True)
    rules = [rule for rule in rulebook if path is None or _is_in(rulebook.origins[rule.id].path, path)]
    failures = list(prove(rulebook, rules))
    console.write("".join(f"{failure}\n" for failure in failures))
    examples = sum(len(rule.examples) + len(rule.counterexamples) for rule in rules)
    failed = len({failure.rule for failure in failures})
    verdict = f"{failed} fail, in {len(failures)} examples" if failures else "all proved"
    console.note(f"{len(rules)} rules with {examples} examples and counterexamples: {verdict}")
    return ExitCode.FINDINGS if failures else ExitCode.OK


def _is_in(file: Path, path: Path) -> bool:
    return file == path or path in file.parents


def _short(why: str) -> str:
    line = " ".join(why.split())
    return line if len(line) <= _WHY else f"{line[: _WHY - 1].rstrip()}…"


def _meant(rule: str, rulebook: Rulebook) -> str:
    close = get_close_matches(rule, rulebook.rules, n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _source(origin: Origin) -> str:
    """The lines of the rule file from the rule's first to the last before the next one."""
    lines = origin.path.read_text(encoding="utf-8").splitlines()[origin.line - 1 :]
    end = next((at for at, line in enumerate(lines) if at and line.startswith(("- ", "#"))), len(lines))
    return "\n".join(lines[:end]).rstrip() + "\n"
