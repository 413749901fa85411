"""The tokens of the quantity grammar: figures, words, codes and signs, with their offsets."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

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
_APOSTROPHES = r"\d{1,3}(?:['’]\d{3}){1,12}(?!\d)(?:\.\d+)?"
_BLANKS = (
    r"(?<!\d )(?<!\d, )(?:\d{1,2}(?: \d{3}){2,5}|\d{1,3} 0\d\d"
    r"|\d{1,3}(?: \d{3}){1,2}(?= (?!(?:and|or|of|to|in|was|were|are|had|have)\b)[a-z]{2}| ?[€£$%])"
    r"|\d{1,3}(?: \d{3}){1,2}(?=[.,]\d\d(?!\d)))"
    r"(?!\d|,\d{3}| \d|[^\W\d_])(?:\.\d+|,\d{1,2}(?!\d))?"
)
"""Groups with plain blanks: where the second cannot stand by itself, or a word follows that all of it counts."""
_APART = (
    r"(?<!\d )(?:(?:\d{1,2}(?: , \d{3}){1,5}|\d{3}(?: , \d{3}){0,4} , 0\d\d)(?:\.\d+| \. \d+)?(?! ?,? ?\d)"
    r"|(?<!\. )\d{1,3}(?:,\d{3}){0,4} \. \d{1,6}(?!\d| \. \d| ?/|[^\W\d_]))"
)
"""Figures that a tokeniser has pulled apart: 20 , 000 and 59 . 2."""
_EUROPEAN = r"\d{1,3}(?:\.\d{3}){1,12},\d{1,2}(?!\d)"
_DOTTED = r"\d+(?:\.\d+){2,12}"
_DECIMAL = r"\d+\.\d+"
_COMMA = r"(?<!\d,)\d+,\d{1,2}(?![\d,]| (?:and|or|&) \d)"
_END = r"(?!\d|\.\d)"
_POWER = rf"(?:\^ ?[+−-]?\d{{1,2}}{_END}|[⁺⁻]?[⁰¹²³⁴-⁹]{{1,2}}|−\d{{1,2}}{_END})"
_LOWERED = rf"\d\.\d+ ?[x×*·] ?10-\d{{1,2}}{_END}"
"""A power of ten that lost its superscript: 9.1 x 10-31. After a whole number it may be a range: 3 x 10-12."""
_FIGURE = (
    rf"(?:{_LOWERED}|{_APART}|{_BLANKS}|{_GROUPED}|{_SPACED}|{_APOSTROPHES}|{_EUROPEAN}|{_DOTTED}|{_DECIMAL}|{_COMMA}"
    rf"|10(?:⁻?[⁰¹²³⁴-⁹]{{2}}|⁻[⁰¹²³⁴-⁹]|[³-⁹])(?![^\W_])|\d+[{VULGAR}]?|[{VULGAR}]|(?<![\w.])\.\d+)"
    rf"(?:[eE][+−-]?\d{{1,3}}(?![^\W_])| ?[x×*·] ?10{_POWER}|\^[+−-]?\d{{1,2}}{_END}| \^ [+−-]?\d{{1,2}}{_END})?"
)
_LETTER = rf"[^\W\d_{VULGAR}{RAISED}]"


class Token(Struct, frozen=True, gc=False):
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


def past_loose_hyphen(tokens: Sequence[Token], i: int) -> int:
    """The next token, past a hyphen whether or not blanks stand around it, as in text that was cut into words."""
    hyphen = tokens[i]
    return i + 1 if hyphen.low in HYPHENS and hyphen.glued == tokens[i + 1].glued else i


class Tokeniser:
    """Cuts text into tokens. `prefixes` are forms whose letters are cut off the digits they stand at: USD, $US; so are
    the `links` between digits: the ft of 5ft10; and the `numbers`, words, off the mark of a genitive: one's."""

    def __init__(self, prefixes: Iterable[str] = (), links: Iterable[str] = (), numbers: Iterable[str] = ()) -> None:
        forms = [_attached(form) for form in sorted(prefixes, key=lambda form: (-len(form), form))]
        cut = "|".join([*forms, *(rf"(?<=\d){link}" for link in sorted(links))])
        prefix = rf"|(?={_LETTER}{{1,6}}\d)(?:{cut})(?=\d)" if cut else ""
        words = "|".join(sorted(numbers, key=lambda word: (-len(word), word)))
        owner = rf"|(?i:{words})(?=['’]s(?![^\W_]))" if words else ""
        self._pattern = re.compile(
            rf"(?P<word>[A-Za-z]++(?![\w'’]){owner}|{_LETTER}+(?:['’]{_LETTER}+)?(?![^\W_]){prefix})"
            rf"|(?P<figure>(?=[\d.{VULGAR}]){_FIGURE})|(?P<code>[^\W_{VULGAR}]+(?:\.\d+){{0,9}})|(?P<sign>[^\w\s]|_)|(?P<wall>\n[^\S\n]*\n)"
        )

    def between(self, text: str, start: int, end: int, taken: Sequence[Span] = ()) -> list[Token]:
        """The tokens of text[start:end], walls around them; each span of `taken` (in text order) is a wall too."""
        tokens = [wall(start)]
        at = start
        for left, right in taken:
            if right <= at:
                continue
            if left >= end:
                break
            tokens.extend(self.tokens(text, at, left))
            tokens.append(wall(right))
            at = right
        tokens.extend(self.tokens(text, at, end))
        tokens.extend([wall(end)] * 4)
        return tokens

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens of text[start:end]."""
        found: list[Token] = []
        last = -1
        for match in self._pattern.finditer(text, start, end):
            left, right = match.span()
            kind = match.lastgroup
            if kind == WALL or kind is None:
                found.append(wall(left))
            else:
                word = match[0]
                low = word.lower()
                found.append(Token(left, right, word, low.replace("’", "'") if "’" in low else low, kind, left == last))
            last = right
        return found


def _attached(form: str) -> str:
    """A pattern of the letters of the form, behind its signs if it begins with some: RM, the US of $US."""
    signs = form.rstrip("".join(char for char in form if char.isalpha()))
    behind = rf"(?<={re.escape(signs)})" if signs else r"(?<![^\W_])"
    return behind + re.escape(form[len(signs) :])


_PHRASES = Tokeniser()


def words_of(phrase: str) -> tuple[str, ...]:
    """The lower-cased tokens of a phrase, as they must stand in a text."""
    return tuple(token.low for token in _PHRASES.tokens(phrase, 0, len(phrase)))
