"""The learned part of cleaning: how likely a line is to be the article's, from weights in a plain file."""

import math
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from claimx.cleaning.features import Features
from claimx.cleaning.furniture import Part
from claimx.rulebook import Rulebook

WEIGHTS = Path(__file__).with_name("weights.json")
_AT_ONCE = 20_000
"""Lines that are measured together: of a longer text, each such stretch by itself, which bounds the memory."""
_FAINT = 1.0
"""Log-odds that the best line of a page is lifted to: some text is what the page is about."""


class Weights(msgspec.Struct, frozen=True):
    """A logistic regression: log-odds of content = bias + the sum of weight times feature. `about` says how it
    was fitted."""

    about: str
    bias: float
    weights: dict[str, float]


class Scorer:
    """Scores lines by the cues of one rulebook and the weights that come with the package."""

    def __init__(self, rulebook: Rulebook) -> None:
        fitted = msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
        self._features = Features(rulebook)
        self._bias = fitted.bias
        self._weights = np.array([fitted.weights.get(name, 0.0) for name in self._features.names], dtype=np.float32)

    def score(self, text: str, parts: Sequence[Part], signs: Sequence[str], stop: frozenset[str] | None) -> list[float]:
        """The probability of each part to be content. `signs`: the parts' shapes (`tables`). `stop`: the stop words of
        the text's language, if known."""
        if not parts:
            return []
        odds: list[float] = []
        for start in range(0, len(parts), _AT_ONCE):
            stretch = slice(start, start + _AT_ONCE)
            features = self._features.of(text, parts[stretch], signs[stretch], stop)
            odds += (features @ self._weights + self._bias).tolist()
        free = (odd for odd, part in zip(odds, parts, strict=True) if part.rule is None)
        lift = max(0.0, _FAINT - max(free, default=_FAINT))
        return [1 / (1 + math.exp(-max(-30.0, min(30.0, odd + lift)))) for odd in odds]
