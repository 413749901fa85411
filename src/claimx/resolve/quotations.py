"""Direct quotations, as the documents print them and in the form in which they are compared."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from claimx.model import Statement
from claimx.resolve.printings import sharing

GAP = "…"
"""Stands for an ellipsis, or for words in square brackets: the printer says that something is changed there."""

_SIZE, _WINDOW = 3, 3
_MIN_WORDS = 8
"""Words below which two quotations may well be two."""

_TOKEN = re.compile(r"\[[^\]]{0,80}\]|\.\s?\.\s?\.|…|[^\s\[…]+")
_SIGNS = re.compile(r"[^\w%£$€']+")
_CONTRACTIONS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
_STYLES = {
    "%": "per cent", "percent": "per cent", "can not": "cannot", "ok": "okay", "mr": "", "mrs": "", "ms": "",
    "&": "and",
}  # fmt: skip
_SPELT = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: str(number) for number, word in enumerate(_SPELT)}
"""House style decides between figures and words."""


class Quotation(Struct, frozen=True):
    """What a statement has in quotation marks: its words as printed, and each in the form in which it is compared."""

    statement: Statement
    printed: tuple[str, ...]
    words: tuple[str, ...]


def printed_twice(statements: Sequence[Statement], contents: Sequence[str]) -> Iterator[tuple[Quotation, Quotation]]:
    """Pairs of direct quotations that are long enough to be known again and share a run of words, in order. They are
    made anew for each pair: few of them are in any."""
    for i, j in sharing(map(_words, statements, contents), _SIZE, _WINDOW):
        yield _quotation(statements[i], contents[i]), _quotation(statements[j], contents[j])


def _words(statement: Statement, content: str) -> Sequence[str]:
    """The words of a direct quotation; none of another statement, or of a short one."""
    if not statement.quoted or len(content) < 4 * _MIN_WORDS:
        return ()
    words = _quotation(statement, content).words
    return words if len(words) >= _MIN_WORDS else ()


def _quotation(statement: Statement, content: str) -> Quotation:
    printed: list[str] = []
    words: list[str] = []
    for token in _TOKEN.findall(_quoted(statement, content)):
        if token[0] in "[…" or token.startswith("."):
            printed.append(token)
            words.append(GAP)
            continue
        for word in _plain(token).split():
            printed.append(token.strip("\"“”‘’',.;:!?—–-()"))
            words.append(word)
    return Quotation(statement, tuple(printed), tuple(words))


def _quoted(statement: Statement, content: str) -> str:
    """The parts of the content that stand in quotation marks, with a gap between them: the printer does not claim that
    nothing was said there. The content is the statement's spans, joined by spaces."""
    parts, offset = [], 0
    for start, end in statement.content:
        inside = [(max(start, a), min(end, b)) for a, b in statement.quoted if a < end and start < b]
        parts += [content[offset + a - start : offset + b - start] for a, b in inside]
        offset += end - start + 1
    return f" {GAP} ".join(parts)


def _plain(token: str) -> str:
    """The token without what printers vary: letter case, quotation marks, hyphens, contractions, house style."""
    word = _SIGNS.sub(" ", token.casefold().replace("’", "'").replace("%", " % "))
    if "'" in word:
        for short, long in _CONTRACTIONS.items():
            word = word.replace(short, long)
    return " ".join(_NUMBERS.get(one, _STYLES.get(one, one)) for one in word.replace("'", "").split())
