"""Keeps lines for what stands around them, where their own score does not: leads, posts, tables and lists of prices."""

import re
from collections.abc import Sequence

from claimx.cleaning.endings import ARTICLE, is_prose
from claimx.cleaning.furniture import Part
from claimx.cleaning.tables import catalogue, fact_rows, price_lists, tables

_KEEP_BESIDE = 0.15
"""Probability of content from which a figure alone on its line, or with its label, is kept next to another that is."""
_KEEP_FACT = 0.1
"""The same for a line of a box of facts."""
_KEEP_ITEM = 0.08
"""The same for a line of an item with a price, on a page that is about nothing else."""
_KEEP_LEAD = 0.1
"""The same for a sentence between the article's head and its text."""
_KEEP_POST = 0.2
"""The same for a sentence of a forum's post."""
_SHORTEST = 6
"""Words of the shortest sentence that is a lead or a post."""
_LONG = 10
"""Words of the shortest line that is the article's text rather than a label."""
_LEAD = 3
"""Lines above the article's text, but for furniture, among which its first sentences can stand."""
_HEAD = 12
"""Lines above it in which its title, byline and date can stand."""
_BESIDE = 5
"""Words of the longest line that is a figure with its label."""
_REACH = 2
"""Lines between a table and what it belongs to, or between two of its figures."""
_NEAR = 8
"""Lines between the article's text and the first price of a list that belongs to it, or a post's label and its end."""
_QUOTED = 3
"""Lines of a quoted post at most."""
_SIGNED = re.compile(r"[—–-] ?[^@\n]{1,60}\(@\w{1,30}\)")
"""Who wrote it, with the name that a network knows them by."""
_FORUM = 4
"""Lines that stand beside posts from which a page is a forum."""


def keep_neighbours(
    text: str,
    parts: Sequence[Part],
    signs: Sequence[str],
    scores: Sequence[float],
    kept: list[bool],
    attached: frozenset[int],
) -> None:
    """Adds to the parts that are kept for their scores. `signs`: their shapes (`tables`). `attached`: those of the
    article's head."""
    _keep_lead(text, parts, scores, kept, attached)
    _keep_posts(text, parts, scores, kept)
    _keep_quoted(text, parts, kept)
    _keep_rows(text, parts, signs, scores, kept)
    _keep_beside(parts, scores, kept)


def _keep_lead(
    text: str, parts: Sequence[Part], scores: Sequence[float], kept: list[bool], attached: frozenset[int]
) -> None:
    """Keeps the sentences between the article's head and the first that is kept: menus stand above them, so that they
    score less than the next."""
    first = next((i for i, keep in enumerate(kept) if keep and i not in attached and len(parts[i].words) >= _LONG), 0)
    head = [i for i in attached if i < first]
    above = min((i for i in head if i >= first - _HEAD), default=max(head, default=first))
    free = [i for i in range(above + 1, first) if parts[i].rule is None]
    for i in free[-_LEAD:]:
        if is_prose(text, parts[i], _SHORTEST) and scores[i] >= _KEEP_LEAD:
            kept[i] = True


def _keep_posts(text: str, parts: Sequence[Part], scores: Sequence[float], kept: list[bool]) -> None:
    """Keeps the posts of a forum: furniture around each makes them score less than an article's sentences."""
    labels = [i for i, part in enumerate(parts) if part.rule is not None and part.rule.posts]
    if len(labels) < _FORUM or _words_kept(text, parts, kept, labels[0]) >= ARTICLE:
        return
    for i in range(labels[0], min(labels[-1] + _NEAR, len(parts))):
        if parts[i].rule is None and is_prose(text, parts[i], _SHORTEST) and scores[i] >= _KEEP_POST:
            kept[i] = True


def _keep_quoted(text: str, parts: Sequence[Part], kept: list[bool]) -> None:
    """Keeps the posts that an article quotes from networks, each above a line that says whose it is: their signs and
    addresses make them look like a page's buttons."""
    below = False
    for i, part in enumerate(parts):
        if below and _SIGNED.match(text, part.start, part.end):
            for j in range(i - 1, i - 1 - _QUOTED, -1):
                if parts[j].rule is not None or kept[j] or _SIGNED.match(text, parts[j].start, parts[j].end):
                    break
                kept[j] = True
        below = below or (kept[i] and is_prose(text, part))


def _words_kept(text: str, parts: Sequence[Part], kept: Sequence[bool], end: int) -> int:
    """Words of the sentences that are kept before a part."""
    return sum(len(parts[i].words) for i in range(end) if kept[i] and is_prose(text, parts[i]))


def _keep_rows(
    text: str, parts: Sequence[Part], signs: Sequence[str], scores: Sequence[float], kept: list[bool]
) -> None:
    """Keeps tables and price lists whole that follow what is kept, tables also where half of their rows are, and all
    on a page that has no article but them."""
    alone = _words_kept(text, parts, kept, len(parts)) < ARTICLE
    rows: list[Sequence[int]] = [
        table
        for table in tables(text, parts, signs)
        if alone
        or any(kept[max(0, table.start - _REACH) : table.start])
        or 2 * sum(kept[i] for i in table) >= len(table)
    ]
    rows += [prices for prices in price_lists(text, parts, signs) if any(kept[max(0, prices[0] - _NEAR) : prices[0]])]
    if alone:
        rows.append([i for i in catalogue(text, parts) if scores[i] >= _KEEP_ITEM])
    for lines in rows:
        for i in lines:
            kept[i] = True
    for facts in fact_rows(text, parts):
        around = kept[max(0, facts.start - _REACH) : facts.stop + _REACH]
        if alone or any(around):
            for i in facts:
                kept[i] = kept[i] or scores[i] >= _KEEP_FACT


def _keep_beside(parts: Sequence[Part], scores: Sequence[float], kept: list[bool]) -> None:
    """Keeps the figures of a table whose others, or whose labels, are kept: its edge scores less than its middle."""
    cells = [
        part.rule is None and "#" in part.words and len(part.words) <= _BESIDE and score >= _KEEP_BESIDE
        for part, score in zip(parts, scores, strict=True)
    ]
    labels = [keep and len(part.words) <= _BESIDE for keep, part in zip(kept, parts, strict=True)]
    for order, others in ((range(len(parts)), labels), (range(len(parts) - 1, -1, -1), cells)):
        since = _REACH + 1
        for i in order:
            kept[i] = kept[i] or (cells[i] and since <= _REACH)
            since = 1 if kept[i] and (cells[i] or others[i]) else since + 1
