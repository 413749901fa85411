"""Fits the weights of the cleaning stage's scorer on labelled pages.

usage: python bench/fit_cleaning.py PAGES.jsonl [PAGE.txt ...] [--set NAME] [--out weights.json]

Each line of PAGES.jsonl is a page: {"id", "text", "gold": [[start, end], ...], "ignore": [[start, end], ...], "set"},
where `gold` holds the spans of the article and `ignore` those that nothing is learned from. With --set, only pages of
that set count. PAGE.txt is a page with a mark before each line: + for the article's, - for furniture; by default they
are those in bench/pages, written for this purpose: kinds of pages, with many figures, that news sites do not have. They
weigh less, for they are made up. The model is a ridge-penalised logistic regression over lines, fitted by Newton's
method; a line weighs by its words, and a long page less than its lines.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimx.cleaning.features import Features
from claimx.cleaning.furniture import FurnitureRules
from claimx.cleaning.language import Languages
from claimx.cleaning.lines import split
from claimx.cleaning.scorer import WEIGHTS
from claimx.cleaning.sections import spread
from claimx.cleaning.tables import shapes
from claimx.rulebook import Rulebook, load

Array = npt.NDArray[np.float64]

_RIDGE = 2000.0
_MADE_UP = 0.3
"""Weight of a page that was written for the fitting, against one of the web."""
_STEPS = 12
_WORD = re.compile(r"\w+")
_LONGEST = 60
"""Words from which a line weighs no more."""


def main() -> None:
    """Reads the pages, fits and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("marked", type=Path, nargs="*", default=sorted(Path(__file__).parent.glob("pages/*.txt")))
    parser.add_argument("--set")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    rulebook = load()
    pages = [page for page in _read(options.pages) if not options.set or page["set"] == options.set]
    made_up = [_marked(path.read_text(encoding="utf-8")) for path in options.marked]
    examples = [*_examples(pages, rulebook), *((x, y, _MADE_UP * w) for x, y, w in _examples(made_up, rulebook))]
    x, y, weight = (np.concatenate(columns) for columns in zip(*examples, strict=True))
    known = weight > 0
    coefficients, bias = fit(x[known], y[known], weight[known] / weight[known].mean())
    size = f"{int(known.sum())} lines of {len(pages)} pages and {len(made_up)} made up"
    written = {
        "about": f"logistic regression, ridge {_RIDGE:g}, {size}; bench/fit_cleaning.py",
        "bias": round(bias, 4),
        "weights": {
            name: round(float(value), 4) for name, value in zip(Features(rulebook).names, coefficients, strict=True)
        },
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            if page.get("gold"):
                yield page


def _marked(marked: str) -> dict[str, Any]:
    """A page from its lines, each with its mark; those that are empty have none."""
    text, gold = "", []
    for line in marked.splitlines():
        if line.startswith("+"):
            gold.append([len(text), len(text) + len(line) - 1])
        text += line[1:] + "\n"
    return {"text": text, "gold": gold, "ignore": []}


def _examples(pages: list[dict[str, Any]], rulebook: Rulebook) -> Iterator[tuple[Array, Array, Array]]:
    """Of each page: features, share of each line's words that is the article's, and the line's weight."""
    furniture, features, languages = FurnitureRules(rulebook), Features(rulebook), Languages(rulebook)
    for page in pages:
        text = page["text"]
        parts = spread(text, furniture.parts(text, split(text)))
        x = features.of(
            text, parts, shapes(text, parts), languages.stop_words(languages.of(part.words for part in parts))
        )
        gold, ignore = _mask(text, page["gold"]), _mask(text, page["ignore"])
        y, weight = np.zeros(len(parts)), np.zeros(len(parts))
        for i, part in enumerate(parts):
            starts = [match.start() for match in _WORD.finditer(text, part.start, part.end)]
            labelled = [at for at in starts if gold[at] or not ignore[at]]
            if labelled:
                y[i] = sum(bool(gold[at]) for at in labelled) / len(labelled)
                weight[i] = min(len(labelled), _LONGEST) ** 0.7
        yield x.astype(np.float64), y, weight / max(weight.sum(), 1.0) ** 0.5


def _mask(text: str, spans: list[list[int]]) -> npt.NDArray[np.bool_]:
    mask = np.zeros(len(text), dtype=bool)
    for start, end in spans:
        mask[start:end] = True
    return mask


def fit(x: Array, y: Array, weight: Array) -> tuple[Array, float]:
    """Coefficients and bias for unscaled features; the penalty is on standardised ones."""
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-3
    z = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    penalty = np.full(z.shape[1], _RIDGE)
    penalty[-1] = 1e-6
    beta = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        gradient = z.T @ (weight * (p - y)) + penalty * beta
        curvature = weight * np.maximum(p * (1 - p), 1e-3)
        beta -= np.linalg.solve((z * curvature[:, None]).T @ z + np.diag(penalty), gradient)
    coefficients = beta[:-1] / scale
    return coefficients, float(beta[-1] - coefficients @ mean)


if __name__ == "__main__":
    main()
