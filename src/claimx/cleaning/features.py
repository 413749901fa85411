"""What the learned scorer sees of a page: each line's own measures, those of its neighbours, and where it stands."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from claimx.cleaning.context import context, context_names
from claimx.cleaning.furniture import Part
from claimx.cleaning.markers import PhraseIndex
from claimx.cleaning.measures import MEASURES, measures
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Cue

Array = npt.NDArray[np.float32]

_WORDS = 80
"""Words of a line that are looked at where more would say nothing new."""
_BETWEEN = ""
"""What stands between the words of two lines, so that no phrase goes on from one to the other."""
_CUES, _FEW = 3, 12
"""Phrases of one cue that count, and words of a line from which each counts no less."""


class Features:
    """Measures pages by the cues of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        cues = rulebook.of(Cue)
        self._cues = PhraseIndex((phrase, i) for i, cue in enumerate(cues) for phrase in cue.phrases)
        own = (*MEASURES, *(cue.id for cue in cues))
        self._own = len(own)
        self.names = (*own, *context_names(own))
        """The columns, in order."""

    def of(self, text: str, parts: Sequence[Part], signs: Sequence[str], stop: frozenset[str] | None) -> Array:
        """One row a part, one column a feature, all small numbers. `signs`: the parts' shapes (`tables`). `stop`: the
        language's stop words, if known."""
        found = np.zeros((len(parts), len(self.names)), dtype=np.float32)
        own = found[:, : self._own]
        own[:, : len(MEASURES)] = measures(text, parts, signs, stop)
        own[:, len(MEASURES) :] = self._cued(parts) / np.minimum(own[:, :1], _FEW**0.5)
        found[:, self._own :] = context(own)
        return found

    def _cued(self, parts: Sequence[Part]) -> Array:
        """How often each part has phrases of each cue."""
        width = self._own - len(MEASURES)
        words: list[str] = []
        ends: list[int] = []
        for part in parts:
            words += part.words[:_WORDS]
            words.append(_BETWEEN)
            ends.append(len(words))
        counts = np.zeros((len(parts), width), dtype=np.float32)
        hits = self._cues.find(words)
        if hits:
            lines = np.searchsorted(ends, [start for start, _, _ in hits], side="right")
            np.add.at(counts, (lines, np.array([cue for _, _, cue in hits])), 1)
        return np.minimum(counts, _CUES)
