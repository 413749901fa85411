"""The tokens of the quantity grammar: figures, words, codes and signs, with their offsets."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from claimx.model import Span

FIGURE = "figure"
"""Digits with their separators."""
WORD = "word"
CODE = "code"
"""Letters and digits in one piece: H1N1, m2."""
SIGN = "sign"
"""One character that is neither letter nor digit."""
WALL = "wall"
"""Nothing joins across it: text that is spoken for, a blank line, the ends."""

HYPHENS = frozenset({"-", "\u2010", "\u2011"})

VULGAR = "¼½¾⅐-⅞↉"
RAISED = "²³¹⁰⁴-⁹₀-₉①-⑨⓪❶-❾➀-➈➊-➒"
"""Digits that are no decimal digits: superscripts, subscripts, circled."""

_GROUPED = r"\d{1,3}(?:,\d{2,3}){0,12},\d{3}(?![\d])(?:\.\d+)?"
_SPACED = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,12}(?!\d)(?:[.,]\d+)?"
_EUROPEAN = r"\d{1,3}(?:\.\d{3}){1,12},\d{1,2}(?!\d)"
_DOTTED = r"\d+(?:\.\d+){2,12}"
_DECIMAL = r"\d+\.\d+"
_COMMA = r"(?<!\d,)\d+,\d{1,2}(?![\d,])"
_FIGURE = (
    rf"(?:{_GROUPED}|{_SPACED}|{_EUROPEAN}|{_DOTTED}|{_DECIMAL}|{_COMMA}|\d+[{VULGAR}]?|[{VULGAR}]|(?<![\w.])\.\d+)"
    r"(?:[eE][+-]?\d{1,3}(?![^\W_])|\^[+-]?\d{1,2}(?![\d.]))?"
)
_TOKEN = re.compile(
    rf"(?P<figure>(?<![^\W_]){_FIGURE})|(?P<word>[^\W_{VULGAR}]+(?:['’][^\W\d_]+)?)|(?P<sign>[^\w\s]|_|[{VULGAR}])"
)
_BARE = re.compile(_FIGURE)
_LETTERS = re.compile(r"[^\W\d_]+")
_HOLDS_DIGIT = re.compile(rf"[\d{RAISED}]")


class Token(NamedTuple):
    """One token. `low` is lower-cased, with straight apostrophes; `glued` says that no space stands before it."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool


def wall(at: int) -> Token:
    """A token that nothing matches."""
    return Token(at, at, "", "", WALL, False)


def past_hyphen(tokens: Sequence[Token], i: int) -> int:
    """The next token, past a hyphen that glues it to the one before."""
    return i + 1 if tokens[i].glued and tokens[i].low in HYPHENS and tokens[i + 1].glued else i


def tokenise(text: str, start: int, end: int, taken: Sequence[Span], prefixes: Collection[str]) -> list[Token]:
    """The tokens of text[start:end], walls around them; each span of `taken` (in text order) is a wall too.

    `prefixes` are letters that are cut off the digits they are attached to: USD in USD5m.
    """
    tokens = [wall(start)]
    at = start
    for left, right in taken:
        if right <= at:
            continue
        if left >= end:
            break
        if left > at:
            _segment(tokens, text, at, left, prefixes)
        at = right
        tokens.append(wall(at))
    if at < end:
        _segment(tokens, text, at, end, prefixes)
    tokens.extend([wall(end)] * 4)
    return tokens


def words_of(phrase: str) -> tuple[str, ...]:
    """The lower-cased tokens of a phrase, as they must stand in a text."""
    tokens: list[Token] = []
    _segment(tokens, phrase, 0, len(phrase), ())
    return tuple(token.low for token in tokens)


def _segment(tokens: list[Token], text: str, start: int, end: int, prefixes: Collection[str]) -> None:
    last, split = start, -1
    while True:
        match = _TOKEN.search(text, last, end) if split < 0 else _BARE.match(text, split, end)
        if match is None:
            return
        left, right = match.span()
        glued = left == last and bool(tokens) and tokens[-1].kind != WALL
        if not glued and text.count("\n", last, left) > 1:
            tokens.append(wall(left))
        kind, split_at = _kind(match, prefixes) if split < 0 else (FIGURE, -1)
        split = split_at
        right = right if split < 0 else split
        word = text[left:right]
        tokens.append(Token(left, right, word, word.lower().replace("’", "'"), kind, glued))
        last = right


def _kind(match: re.Match[str], prefixes: Collection[str]) -> tuple[str, int]:
    """The kind of a token, and where to cut it (-1: nowhere)."""
    group = match.lastgroup or SIGN
    if group != WORD or not _HOLDS_DIGIT.search(match[0]):
        return group, -1
    letters = _LETTERS.match(match[0])
    cut = match.start() + letters.end() if letters else -1
    if letters and letters[0].lower() in prefixes and match.string[cut].isdecimal():
        return WORD, cut
    return CODE, -1
