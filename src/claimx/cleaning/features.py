"""What the learned scorer sees of a page: each line's own measures, those of its neighbours, and where it stands."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from claimx.cleaning.furniture import Part
from claimx.cleaning.markers import PhraseIndex
from claimx.cleaning.tables import shapes
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Cue

Array = npt.NDArray[np.float32]

_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|co\.uk|net)\b|@")
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]{0,2} ")
_MEASURE = re.compile(
    r"[£$€¥]\s?\d|\d\s?[%°]|\d[.,]\d|\d\s?(?:[kcmµ]?[gm]|[mc]?l|[kMG]?Wh?|[kMGT]B|[kMG]?Hz|oz|lbs?|ft|tsp|tbsp|mins?|hrs?|hours?|"
    r"years?|days?|weeks?|months?|minutes?|miles?|metres|meters|acres|hectares|litres|liters|tonnes|million|billion|bn)\b"
)
_CLOSERS = "\"'”’)]»"
_ENDS = frozenset(".!?。！？")
_HEAD = 500
_WORDS = 80
"""Characters and words of a line that are looked at where more would say nothing new."""
_CUES, _FEW = 3, 12
"""Phrases of one cue that count, and words of a line from which each counts no less."""
_LONG = 6_000
"""Characters from which a line is no longer for being so."""
_ROW = 12
"""Words up to which a line can be a row of a table, a price or an ingredient."""
_WINDOWS = (1, 2, 4, 10, 25)
_OWN = (
    "words", "stop", "capital", "figures", "length", "ends", "colon", "dots", "question", "commas", "quotes", "signs",
    "small", "lead", "blank", "copies", "ruled", "shout", "address", "sentences", "title", "comments", "related",
    "running", "sentence", "headline", "table", "tiny", "few", "some", "measured", "bare", "alike",
)  # fmt: skip
_ALIKE = _OWN.index("alike")


class Features:
    """Measures pages by the cues of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        cues = rulebook.of(Cue)
        self._cues = PhraseIndex((phrase, i) for i, cue in enumerate(cues) for phrase in cue.phrases)
        own = (*_OWN, *(cue.id for cue in cues))
        self._own = len(own)
        self.names = (*own, *_context_names(own))
        """The columns, in order."""

    def of(self, text: str, parts: Sequence[Part], stop: frozenset[str] | None) -> Array:
        """One row a part, one column a feature, all small numbers. `stop`: the language's stop words, if known."""
        copies = Counter(text[part.start : part.end] for part in parts)
        title = frozenset(word for word in (parts[0].words if parts else ()) if len(word) > 3)
        signs = ["", *shapes(text, parts), ""]
        rows = [_row(text, part, stop, copies, title) for part in parts]
        for row, before, here, after in zip(rows, signs, signs[1:], signs[2:], strict=False):
            row[_ALIKE] = here != "" and here in (before, after)
        own = np.zeros((len(parts), self._own), dtype=np.float32)
        own[:, : len(_OWN)] = rows
        cues = own[:, len(_OWN) :]
        for i, part in enumerate(parts):
            for _, _, cue in self._cues.find(part.words[:_WORDS]):
                cues[i, cue] += 1
        np.minimum(cues, _CUES, out=cues)
        cues /= np.minimum(own[:, :1], _FEW**0.5)
        return np.hstack([own, _context(own)])


def _row(
    text: str, part: Part, stop: frozenset[str] | None, copies: Counter[str], title: frozenset[str]
) -> list[float]:
    """The line's own measures, without what its neighbours and its words tell of it."""
    line = text[part.start : part.end]
    words = part.words
    count = max(len(words), min(len(line), _LONG) // 12, 1)
    stops = sum(map(stop.__contains__, words)) if stop else sum(len(word) <= 3 for word in words)
    split = line[:_HEAD].split()
    end = line.rstrip(_CLOSERS)[-1:]
    role = part.rule.role if part.rule else None
    figures = words.count("#")
    measured = figures > 0 and len(words) <= _ROW and _MEASURE.search(line) is not None
    capital = 1 - sum(map(str.islower, split)) / len(split)
    ends = end in _ENDS
    return [
        min(count, 80) ** 0.5,
        stops / count,
        capital,
        min(figures, 10) / count,
        len(line) / count / 10,
        ends,
        end == ":",
        line.endswith(("...", "…")),
        end == "?",
        min(line.count(","), 6) / 3,
        line[0] in "\"'“‘" or "”" in line or line.count('"') > 1,
        "|" in line or "»" in line or "›" in line or "•" in line or "©" in line,
        line[0].islower(),
        line[0] in "-*•·–—" or line[0].isdigit(),
        part.blank,
        min(copies[line] - 1, 3) / 3,
        part.rule is not None,
        line.isupper(),
        _is_address(line),
        min(len(_SENTENCE.findall(line, 0, _HEAD)), 6) ** 0.5,
        len(title.intersection(words)) / max(len(title), 1),
        role == "comments",
        role in ("related", "sign_up", "advert"),
        count >= 8 and stops >= 0.3 * count,
        count >= 8 and ends,
        4 <= count <= 16 and not ends and capital >= 0.6,
        count <= 12 and figures >= 0.25 * count,
        count <= 2,
        3 <= count <= 6,
        7 <= count <= 12,
        measured,
        figures == len(words) and not measured,
        False,
    ]


def _is_address(line: str) -> bool:
    """Whether a line holds an address; most hold none of the letters that each has."""
    likely = "@" in line or "http" in line or "www." in line or ".co" in line or ".org" in line or ".net" in line
    return likely and _ADDRESS.search(line, 0, _HEAD) is not None


def _context_names(own: Sequence[str]) -> tuple[str, ...]:
    near = [f"{name}{shift:+d}" for shift in (-2, -1, 1, 2) for name in own]
    around = [f"{name}~{window}" for window in _WINDOWS for name in _AROUND]
    return (*near, *around, *_PLACE)


_AROUND = ("words", "stop", "capital", "ends", "ruled", "running", "headline", "measured", "bare", "prose")
_PLACE = (
    "prose", "place", "share before", "share after", "prose lines before", "prose lines after", "since prose",
    "until prose", "in run", "from run", "to run", "run share", "after comments", "after related", "since blank",
    "short", "lines", "closed",
)  # fmt: skip


def _context(own: Array) -> Array:
    """The neighbours' measures, sums around a line, and its place among the page's prose."""
    columns = [_shifted(own, shift) for shift in (-2, -1, 1, 2)]
    words = own[:, 0] ** 2
    sentences = (words >= 10) & (
        (own[:, _OWN.index("ends")] > 0) | (own[:, _OWN.index("stop")] >= 0.28) | (words >= 25)
    )
    prose = np.where(sentences & (own[:, _OWN.index("ruled")] == 0), words, 0)
    basis = np.column_stack([own[:, [_OWN.index(n) for n in _AROUND[:-1]]], np.sqrt(prose)])
    columns += [_around(basis, window) for window in _WINDOWS]
    columns.append(_place(own, words, prose))
    return np.hstack(columns).astype(np.float32)


def _shifted(own: Array, shift: int) -> Array:
    out = np.zeros_like(own)
    if shift < 0:
        out[-shift:] = own[:shift]
    else:
        out[:-shift] = own[shift:]
    return out


def _around(basis: Array, window: int) -> Array:
    """The mean of each column over the lines no more than `window` away."""
    count = len(basis)
    sums = np.vstack([np.zeros((1, basis.shape[1])), np.cumsum(basis, axis=0, dtype=np.float64)])
    low = np.maximum(np.arange(count) - window, 0)
    high = np.minimum(np.arange(count) + window + 1, count)
    return ((sums[high] - sums[low]) / (2 * window + 1)).astype(np.float32)


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
            _since(own[:, _OWN.index("comments")] > 0),
            _since(own[:, _OWN.index("related")] > 0),
            _since(own[:, _OWN.index("blank")] > 0),
            np.full(count, min(words.sum(), 400) / 400),
            np.full(count, min(count, 200) / 200),
            np.maximum.accumulate((own[:, _OWN.index("comments")] > 0) & (before >= 60)),
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
