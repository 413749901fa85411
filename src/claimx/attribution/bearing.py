"""Tells, before anything is parsed, which paragraphs can bear on who asserts the figures of a document."""

import re
from collections.abc import Collection, Iterator, Sequence

from claimx.model import Block

_WORD = re.compile(r"(?<!\w[’'])\b\w+(?:[’'-](?!s\b)\w+)*")
"""A word without the ending of the possessive."""
_OPENING = re.compile(r"[“„«]|(?<!\w)\"")
_CLOSING = re.compile(r"[”»]|\"(?!\w)")
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
"""Words before a noun that the text has introduced earlier."""
_REACH = 3
"""Words after one of those among which the noun is."""
_LEAST = 5
"""Letters of a noun that is looked for: shorter ones are too common to point anywhere."""
_LIST = re.compile(r"(?:\b[A-Z][\w’'&-]*(?: [\w’'&-]+){0,4}, ){2}")
"""Three names or more, which *the charities* may stand for."""


def bearing_on(text: str, blocks: Sequence[Block], figures: Collection[Block]) -> list[Block]:
    """Those of a document's blocks that are needed to tell who asserts what stands in some of them, in text order:
    these themselves; the one before each, where its speaker may be named; the next, where a quotation runs on; and
    those that first bring a name or a noun which the others take up, or list names that a plural may stand for."""
    places = {block.start: index for index, block in enumerate(blocks)}
    numbered = [places[block.start] for block in figures]
    needed = {*numbered, *(index - 1 for index in numbered if index)}
    needed.update(index + 1 for index in numbered if index + 1 < len(blocks) and _runs_on(text, blocks[index]))
    if not needed:
        return []
    words = [_WORD.findall(text, block.start, block.end) for block in blocks]
    firsts: dict[str, int] = {}
    for index in reversed(range(len(blocks))):
        firsts.update(dict.fromkeys(words[index], index))
        firsts.update(dict.fromkeys(map(str.lower, words[index]), index))
    common = {word for word in set().union(*words) if word[0].islower()}
    near = {word for index in needed for word in words[index]}
    needed.update(firsts[word] for word in near if word[0].isupper() and word.lower() not in common)
    taken_up = {word for index in numbered for word in _taken_up(words[index])}
    needed.update(firsts[word] for word in taken_up)
    if any(word.endswith("s") for word in taken_up):
        needed.update(index for index, block in enumerate(blocks) if _LIST.search(text, block.start, block.end))
    return [block for index, block in enumerate(blocks) if index in needed]


def _taken_up(words: Sequence[str]) -> Iterator[str]:
    """The nouns, in small letters, that a block speaks of as known."""
    since = _REACH
    for word in words:
        lower = word.lower()
        since = 0 if lower in _POINTING else since + 1
        if 0 < since <= _REACH and len(lower) >= _LEAST:
            yield lower


def _runs_on(text: str, block: Block) -> bool:
    """Whether the last quotation of the block is not closed in it."""
    opened = [match.start() for match in _OPENING.finditer(text, block.start, block.end)]
    closed = [match.start() for match in _CLOSING.finditer(text, block.start, block.end)]
    return bool(opened) and (not closed or closed[-1] < opened[-1])
