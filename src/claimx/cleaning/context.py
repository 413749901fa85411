"""What the lines around a line say of it, and where it stands in its page."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from claimx.cleaning.measures import MEASURES

Array = npt.NDArray[np.float32]

_NEAR = (-2, -1, 1, 2)
"""The neighbours whose measures are a line's features too."""
_WINDOWS = (1, 2, 4, 10, 25)
_AROUND = ("words", "stop", "capital", "ends", "ruled", "running", "headline", "measured", "bare", "prose")
_PLACE = (
    "prose", "place", "share before", "share after", "prose lines before", "prose lines after", "since prose",
    "until prose", "in run", "from run", "to run", "run share", "after comments", "after related", "since blank",
    "short", "lines", "closed",
)  # fmt: skip
_AT = {name: i for i, name in enumerate(MEASURES)}


def context_names(own: Sequence[str]) -> tuple[str, ...]:
    near = [f"{name}{shift:+d}" for shift in _NEAR for name in own]
    around = [f"{name}~{window}" for window in _WINDOWS for name in _AROUND]
    return (*near, *around, *_PLACE)


def context(own: Array) -> Array:
    """The neighbours' measures, sums around a line, and its place among the page's prose. `own`: of each line its own
    measures."""
    words = own[:, 0] ** 2
    sentences = (words >= 10) & ((own[:, _AT["ends"]] > 0) | (own[:, _AT["stop"]] >= 0.28) | (words >= 25))
    prose = np.where(sentences & (own[:, _AT["ruled"]] == 0), words, 0)
    basis = np.column_stack([own[:, [_AT[name] for name in _AROUND[:-1]]], np.sqrt(prose)])
    columns = [*(_shifted(own, shift) for shift in _NEAR), _around(basis), _place(own, words, prose)]
    return np.hstack(columns).astype(np.float32)


def _shifted(own: Array, shift: int) -> Array:
    out = np.zeros_like(own)
    if shift < 0:
        out[-shift:] = own[:shift]
    else:
        out[:-shift] = own[shift:]
    return out


def _around(basis: Array) -> Array:
    """The mean of each column over the lines no further away than each window reaches."""
    count, width = basis.shape
    sums = np.zeros((count + 1, width))
    np.cumsum(basis, axis=0, dtype=np.float64, out=sums[1:])
    windows, at = np.array(_WINDOWS), np.arange(count)[:, None]
    high, low = np.minimum(at + windows + 1, count), np.maximum(at - windows, 0)
    means: npt.NDArray[np.float64] = (sums[high] - sums[low]) / (2 * windows + 1)[:, None]
    return means.reshape(count, -1).astype(np.float32)


def _place(own: Array, words: Array, prose: Array) -> Array:
    count = len(own)
    at = np.arange(count)
    total = max(float(prose.sum()), 1.0)
    before = np.cumsum(prose) - prose
    lines_of_prose = prose > 0
    first, last = _best_run(words, prose)
    run = (at >= first) & (at < last)
    return np.column_stack(
        [
            np.sqrt(prose),
            at / max(count - 1, 1),
            before / total,
            (total - before - prose) / total,
            np.minimum(np.cumsum(lines_of_prose) - lines_of_prose, 10) / 10,
            np.minimum(lines_of_prose[::-1].cumsum()[::-1] - lines_of_prose, 10) / 10,
            _since(lines_of_prose),
            _since(lines_of_prose[::-1])[::-1],
            run,
            np.log1p(np.maximum(at - last + 1, 0)) / 3,
            np.log1p(np.maximum(first - at, 0)) / 3,
            np.full(count, prose[first:last].sum() / total),
            _since(own[:, _AT["comments"]] > 0),
            _since(own[:, _AT["related"]] > 0),
            _since(own[:, _AT["blank"]] > 0),
            np.full(count, min(words.sum(), 400) / 400),
            np.full(count, min(count, 200) / 200),
            np.maximum.accumulate((own[:, _AT["comments"]] > 0) & (before >= 60)),
        ]
    ).astype(np.float32)


def _since(flags: npt.NDArray[np.bool_]) -> Array:
    """How near the last flagged line before each is: 1 next to it, falling to 0 far away or where there is none."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -1))
    previous = np.concatenate([[-1], last[:-1]])
    return np.where(previous >= 0, 1 / np.sqrt(np.maximum(at - previous, 1)), 0).astype(np.float32)


def _best_run(words: Array, prose: Array) -> tuple[int, int]:
    """The run of lines with the largest sum of words, each line costing ten, and short ones that are no prose most
    of it (the largest text segment; Pasternack and Roth, WWW 2009)."""
    best, span, total, start = 0.0, (0, 0), 0.0, 0
    for i, gain in enumerate((np.where(prose > 0, words, np.minimum(words, 6)) - 10).tolist()):
        if total <= 0:
            total, start = 0.0, i
        total += gain
        if total > best:
            best, span = total, (start, i + 1)
    return span
