"""`claimx eval`: how right claimx is on a gold file, field by field, and which rules are behind what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimx.cli import console
from claimx.cli.options import Clean, Model, Rules
from claimx.errors import ExitCode

if TYPE_CHECKING:
    from claimx.evaluation import Evaluation, Mistake, Score

_EXAMPLES = """\b
Examples:
  claimx eval gold.jsonl --texts articles/                  the scores
  claimx eval gold.jsonl --texts articles/ --mistakes 50    and what is wrong
  claimx eval gold.jsonl --texts articles/ --rules mine/    with your rules
  claimx eval gold.jsonl --texts articles/ --format json    for a script

\b
A gold file has one document a line, with every number of its text:
  {"id": "a.txt", "mentions": [
    {"surface": "at least 62%", "claim": true, "kind": "percentage",
     "value": 62, "unit": "%", "comparator": ">=", "mode": "indirect",
     "speakers": ["Oxfam"]},
    {"surface": "2020", "nth": 0, "claim": false, "reason": "date"}]}

\b
Exit codes: 0 done, however bad the scores; 2 an error."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("eval", epilog=_EXAMPLES)(evaluate_gold)


def evaluate_gold(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Numbers of documents and what they are.")],
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="The folder of the documents' texts.")],
    mistakes: Annotated[int, typer.Option("--mistakes", metavar="N", min=0, help="List so many mistakes.")] = 0,
    format_name: Annotated[Literal["text", "json"], typer.Option("--format", help="How to write the result.")] = "text",
    clusters: Annotated[
        Literal["document", "file"], typer.Option("--clusters", help="Where the gold's cluster names hold.")
    ] = "document",
    rules: Rules = None,
    model: Model = None,
    clean: Clean = True,
) -> ExitCode:
    """Score claimx against a gold file of your own: precision, recall and F1 of every field, and the rules at work."""
    from claimx.evaluation import evaluate, read_gold
    from claimx.run import run
    from claimx.settings import Options

    annotated = list(read_gold(gold, texts))
    options = Options(rules=tuple(rules or ()), model=model, clean=clean)
    report = run((document for _, document in annotated), options)
    result = evaluate(report, annotated, across_documents=clusters == "file")
    if format_name == "json":
        import msgspec

        console.write(msgspec.json.format(msgspec.json.encode(_summary(result)), indent=2).decode() + "\n")
    else:
        console.write("\n".join(_lines(result, mistakes)) + "\n")
    return ExitCode.OK


def _summary(result: Evaluation) -> dict[str, object]:
    """The result for a script."""
    groups = {"scores": result.scores, "fields": result.fields, "rules": result.rules}
    return {
        **{name: {key: _numbers(score) for key, score in scores.items()} for name, scores in groups.items()},
        "mistakes": result.mistakes,
    }


def _numbers(score: Score) -> dict[str, float]:
    counts = {"gold": score.gold, "found": score.found, "right": score.right}
    return {**counts, **{name: round(getattr(score, name), 4) for name in ("precision", "recall", "f1")}}


def _lines(result: Evaluation, most: int) -> Iterator[str]:
    """The result for a reader."""
    yield f"{'':12} {'gold':>6} {'found':>6} {'right':>6}      P      R     F1"
    for name, score in {**result.scores, **result.fields}.items():
        if name == next(iter(result.fields)):
            yield ""
        counts = f"{name:12} {score.gold:6} {score.found:6} {score.right:6}"
        yield f"{counts}  {score.precision:.3f}  {score.recall:.3f}  {score.f1:.3f}"
    wrong = {rule: score for rule, score in result.rules.items() if score.right < score.found}
    if wrong:
        yield ""
        yield "rules behind what is wrong (wrong of all that they had a part in)"
        for rule, score in sorted(wrong.items(), key=lambda item: (item[1].right - item[1].found, item[0])):
            yield f"{score.found - score.right:6} of {score.found:<6} {rule}"
    if most and result.mistakes:
        yield ""
        yield from map(_told, result.mistakes[:most])


def _told(mistake: Mistake) -> str:
    rules = f" [{', '.join(mistake.rules)}]" if mistake.rules else ""
    differs = f"{mistake.what}: {mistake.expected} expected, {mistake.found} found"
    return f"{mistake.document}:{mistake.start}: {mistake.surface!r} {differs}{rules}"
