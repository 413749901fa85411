"""What a line says of itself to the learned scorer: its length, its words, its signs."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from claimx.cleaning.furniture import Part

Array = npt.NDArray[np.float64]

_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|co\.uk|net)\b|@")
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]{0,2} ")
_MEASURE = re.compile(
    r"[£$€¥]\s?\d|\d\s?[%°]|\d[.,]\d|\d\s?(?:[kcmµ]?[gm]|[mc]?l|[kMG]?Wh?|[kMGT]B|[kMG]?Hz|oz|lbs?|ft|tsp|tbsp|mins?|hrs?|hours?|"
    r"years?|days?|weeks?|months?|minutes?|miles?|metres|meters|acres|hectares|litres|liters|tonnes|million|billion|bn)\b"
)
_CLOSERS = "\"'”’)]»"
_ENDS = frozenset(".!?。！？")
_HEAD = 500
"""Characters of a line that are looked at where more would say nothing new."""
_LONG = 6_000
"""Characters from which a line is no longer for being so."""
_ROW = 12
"""Words up to which a line can be a row of a table, a price or an ingredient."""
MEASURES = (
    "words", "stop", "capital", "figures", "length", "ends", "colon", "dots", "question", "commas", "quotes", "signs",
    "small", "lead", "blank", "copies", "ruled", "shout", "address", "sentences", "title", "comments", "related",
    "running", "sentence", "headline", "table", "tiny", "few", "some", "measured", "bare", "alike",
)  # fmt: skip
_SIGNS = "|»›•©"


def measures(text: str, parts: Sequence[Part], signs: Sequence[str], stop: frozenset[str] | None) -> Array:
    """One row a part, one column a measure. `signs`: the parts' shapes (`tables`). `stop`: the language's stop words,
    if known."""
    lines = [text[part.start : part.end] for part in parts]
    copies = Counter(lines)
    title = frozenset(word for word in (parts[0].words if parts else ()) if len(word) > 3)
    told = [_told(line, part, stop, title) for line, part in zip(lines, parts, strict=True)]
    (
        words, length, stops, lower, pieces, figures, ends, colon, dots, question, commas, quotes, small, lead,
        blank, ruled, shout, address, sentences, shared, comments, related, measured,
    ) = np.array(told, dtype=np.float64).T  # fmt: skip
    count = np.maximum(np.maximum(words, np.minimum(length, _LONG) // 12), 1)
    stopped, capital = stops / count, 1 - lower / pieces
    sign = _holding(text, lines)
    return np.array(
        [
            np.sqrt(np.minimum(count, 80)), stopped, capital, np.minimum(figures, 10) / count, length / count / 10,
            ends, colon, dots, question, np.minimum(commas, 6) / 3, quotes, sign, small, lead, blank,
            [min(copies[line] - 1, 3) / 3 for line in lines], ruled, shout, address,
            np.sqrt(np.minimum(sentences, 6)), shared / max(len(title), 1), comments, related,
            (count >= 8) & (stops >= 0.3 * count), (count >= 8) & (ends > 0),
            (count >= 4) & (count <= 16) & (ends == 0) & (capital >= 0.6), (count <= 12) & (figures >= 0.25 * count),
            count <= 2, (count >= 3) & (count <= 6), (count >= 7) & (count <= 12),
            measured, (figures == words) & (measured == 0), _alike(signs),
        ]
    ).T  # fmt: skip


def _told(line: str, part: Part, stop: frozenset[str] | None, title: frozenset[str]) -> tuple[float, ...]:
    """The counts and signs that are taken from the line itself."""
    words = part.words
    pieces = line[:_HEAD].split()
    end = line.rstrip(_CLOSERS)[-1:]
    role = part.rule.role if part.rule else None
    figures = words.count("#")
    return (
        len(words),
        len(line),
        sum(map(stop.__contains__, words)) if stop else sum(len(word) <= 3 for word in words),
        sum(map(str.islower, pieces)),
        len(pieces),
        figures,
        end in _ENDS,
        end == ":",
        line.endswith(("...", "…")),
        end == "?",
        line.count(","),
        line[0] in "\"'“‘" or "”" in line or line.count('"') > 1,
        line[0].islower(),
        line[0] in "-*•·–—" or line[0].isdigit(),
        part.blank,
        part.rule is not None,
        line.isupper(),
        _is_address(line),
        _sentences(line),
        len(title.intersection(words)),
        role == "comments",
        role in ("related", "sign_up", "advert"),
        figures > 0 and len(words) <= _ROW and _MEASURE.search(line) is not None,
    )


def _holding(text: str, lines: Sequence[str]) -> Sequence[bool]:
    """Whether each line holds a sign that menus are made of; most texts hold few of them."""
    signs = [sign for sign in _SIGNS if sign in text]
    return [any(sign in line for sign in signs) for line in lines] if signs else [False] * len(lines)


def _alike(signs: Sequence[str]) -> list[bool]:
    """Whether each line has a shape, and the line before or after it the same."""
    before, after = ("", *signs), (*signs[1:], "")
    return [here != "" and here in around for here, *around in zip(signs, before, after, strict=False)]


def _sentences(line: str) -> int:
    """How many sentences end within the line."""
    if "." in line or "!" in line or "?" in line:
        return len(_SENTENCE.findall(line, 0, _HEAD))
    return 0


def _is_address(line: str) -> bool:
    """Whether a line holds an address; most hold none of the letters that each has."""
    likely = "@" in line or "http" in line
    if not likely and "." in line:
        likely = "www." in line or ".co" in line or ".org" in line or ".net" in line
    return likely and _ADDRESS.search(line, 0, _HEAD) is not None
