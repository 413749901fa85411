"""Tells, before anything is parsed, which paragraphs can bear on who asserts the figures of a document."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

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
_SET_OUT = 6
"""Paragraphs below a colon that may be what somebody says."""
_SENTENCE_END = re.compile(r"(?:\b[a-z0-9][\w’'%-]{0,40}|[)”\"])[.!?][”\"’')]{0,2}\s+(?=[“\"‘'(]?[A-Z0-9])")
"""The surer ends: behind a word in small letters, which is no initial and no title."""
_LIST = re.compile(r"(?:\b[A-Z][\w’'&-]*(?: [\w’'&-]+){0,4}, ){2}")
"""Three names or more, which *the charities* may stand for."""


def bearing_on(
    text: str, blocks: Sequence[Block], figures: Collection[Block], known: Collection[Block] = ()
) -> list[Block]:
    """What of a document's blocks is needed to tell who asserts what stands in some of them, in text order: these
    themselves; the one before each, where its speaker may be named; the next, where a quotation runs on; those with a
    colon at their end not far above, which may introduce speech that is set out below them; the sentences
    that first bring a name or a noun which the others take up; and those blocks that list names a plural may stand
    for. What is known already is left out."""
    places = {block.start: index for index, block in enumerate(blocks)}
    numbered = [places[block.start] for block in figures]
    left_out = {places[block.start] for block in known}
    needed = {*numbered, *(index - 1 for index in numbered if index)}
    needed.update(index + 1 for index in numbered if index + 1 < len(blocks) and _runs_on(text, blocks[index]))
    near_above = {above for index in numbered for above in range(max(0, index - _SET_OUT), index)}
    needed.update(index for index in near_above if text.endswith(":", blocks[index].start, blocks[index].end))
    if not needed:
        return []
    words = [_WORD.findall(text, block.start, block.end) for block in blocks]
    firsts: dict[str, int] = {}
    for index in reversed(range(len(blocks))):
        firsts.update(dict.fromkeys(_forms(words[index]), index))
    common = {word for word in set().union(*words) if word[0].islower()}
    near = {word for index in needed for word in words[index]}
    taken_up = {word for index in numbered for word in _taken_up(words[index])}
    if any(word.endswith("s") for word in taken_up):
        needed.update(index for index, block in enumerate(blocks) if _LIST.search(text, block.start, block.end))
    sought = taken_up | {word for word in near if word[0].isupper() and word.lower() not in common}
    bringing: dict[int, set[str]] = {}
    for word in sought:
        bringing.setdefault(firsts[word], set()).add(word)
    return [
        piece
        for index, block in enumerate(blocks)
        if index not in left_out
        for piece in ((block,) if index in needed else _sentences(text, block, bringing.get(index)))
    ]


def _sentences(text: str, block: Block, sought: Collection[str] | None) -> Iterator[Block]:
    """Those of a block's sentences that first bring one of the words, neighbours as one."""
    if not sought:
        return
    left = set(sought)
    start = kept = block.start
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text, block.start, block.end)), block.end):
        brought = left.intersection(_forms(_WORD.findall(text, start, end)))
        if not brought and kept < start:
            yield replace(block, start=kept, end=start)
        if not brought:
            kept = end
        left -= brought
        start = end
    if kept < block.end:
        yield replace(block, start=kept)


def _forms(words: Sequence[str]) -> Iterator[str]:
    """The words as they are written and in small letters."""
    yield from words
    yield from map(str.lower, words)


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
