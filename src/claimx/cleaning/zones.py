"""Decides the zone of every part: by rule, by score, and by what stands around it."""

import re
from collections.abc import Sequence

from claimx.cleaning.endings import is_prose
from claimx.cleaning.furniture import Part
from claimx.cleaning.neighbours import keep_neighbours
from claimx.cleaning.sections import RULED
from claimx.model import Zone

_KEEP = 0.5
"""Probability of content from which a line is kept. Figures of tables, captions and the like are kept for what stands
around them (`neighbours`), for losing one is worse than keeping one."""
_KEEP_MARKED_FIGURE = 0.35
"""The same for a line that holds a figure where markup tells menus and the like, so that little of what is doubtful is
furniture."""
_LABEL = 4
"""Words up to which a line without figure and end mark is a label."""
_SHARE = 0.2
_LABELS = 8
_SHORT = 10
"""Words below which a kept line that is no sentence is only the article's edge."""
_REACH = 2
"""Lines between a caption or table row and the sentences it belongs to."""
_FIGURE = re.compile(r"\d")


def zones(
    text: str,
    parts: Sequence[Part],
    signs: Sequence[str],
    scores: Sequence[float],
    attached: frozenset[int],
    page: bool | None = None,
) -> list[Zone]:
    """The zone of each part. `signs`: their shapes (`tables`). `attached`: parts that are the article's whatever their
    score, such as its byline. `page`: whether the text is a page of the web; where it is not known, its signs tell."""
    if not (is_page(text, parts) if page is None else page):
        scores = [1.0] * len(parts)
    figure = _KEEP if page is None else _KEEP_MARKED_FIGURE
    kept = [
        part.rule is None and (score >= (figure if "#" in part.words else _KEEP) or i in attached)
        for i, (part, score) in enumerate(zip(parts, scores, strict=True))
    ]
    keep_neighbours(text, parts, signs, scores, kept, attached)
    main = [keep and is_prose(text, part) for keep, part in zip(kept, parts, strict=True)]
    near = _near(main)
    found: list[Zone] = []
    for i, part in enumerate(parts):
        if kept[i] and i in attached:
            found.append("main")
        elif kept[i] and page is not False and _stranded(text, parts, i):
            found.append("boilerplate")
        elif kept[i]:
            found.append("edge" if _is_edge(text, part) else "main")
        elif part.rule is None and near[i] and _FIGURE.search(text, part.start, part.end):
            found.append("edge")
        else:
            found.append("boilerplate")
    return found


def is_page(text: str, parts: Sequence[Part]) -> bool:
    """Whether the text shows signs of a page: furniture, or many labels. A text without them is an article as it is."""
    if sum(part.rule is not None for part in parts) >= RULED:
        return True
    labels = sum(len(part.words) <= _LABEL and "#" not in part.words and text[part.end - 1].isalpha() for part in parts)
    return labels >= _LABELS and labels >= _SHARE * len(parts)


def _near(main: Sequence[bool]) -> list[bool]:
    """Whether sentences of the article stand shortly before and shortly after each line."""
    before, after = [False] * len(main), [False] * len(main)
    last = -_REACH - 1
    for i in range(len(main)):
        last = i if main[i] else last
        before[i] = i - last <= _REACH and last >= 0
    next_ = len(main) + _REACH + 1
    for i in range(len(main) - 1, -1, -1):
        next_ = i if main[i] else next_
        after[i] = next_ - i <= _REACH
    return [b and a for b, a in zip(before, after, strict=True)]


def _stranded(text: str, parts: Sequence[Part], at: int) -> bool:
    """Whether a short line that is no sentence stands between two that furniture rules decided."""
    if len(parts[at].words) > _SHORT or text[parts[at].end - 1] in ".!?":
        return False
    return 0 < at < len(parts) - 1 and parts[at - 1].rule is not None and parts[at + 1].rule is not None


def _is_edge(text: str, part: Part) -> bool:
    return len(part.words) < _SHORT and "#" in part.words and text[part.end - 1] not in ".!?:\"'”’"
