"""What two numbers make together: a change of level, a fraction of a whole, a ratio."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.quantities.grammar.likeness import amount, bare
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import SIGN, WALL, Token

_LARGEST_SHARE = 1_000_000
_EACH = frozenset({"every", "each"})
_HEIGHTS = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "our", "of", "then", "old", "high", "low", "today", "last", "this"}
    | {"year", "month", "quarter", "week", "season", "'s", "’s", "s", "'", "’"}
    | {"year's", "month's", "quarter's", "week's", "season's", "year’s", "month’s", "quarter’s", "week’s", "season’s"}
    | {"current", "present", "previous", "prior", "earlier", "initial", "original", "existing", "former", "record"}
    | {"revised", "peak", "level", "total", "estimate", "forecast"}
)
"""Words between `up from` and the earlier level."""
_EQUALS = frozenset({"is", "equals", "equal", "=", "of", "as", "to"})


def without_height(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words before a number without those at their end that only say which level it is: up from | the current."""
    last = len(words)
    while last and words[last - 1] in _HEIGHTS:
        last -= 1
    return words[:last]


def without_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens between two numbers without what stands there in brackets: 5% | (in May) | to 9%."""
    signs = [token.low for token in tokens]
    spoken_for = any(token.kind == WALL for token in tokens)
    if spoken_for or "(" not in signs or ")" not in signs or signs.index(")") < signs.index("("):
        return tokens
    return [*tokens[: signs.index("(")], *tokens[signs.index(")") + 1 :]]


def named(term: Term, *rules: str) -> Term:
    """The term with more rules that had a part in it."""
    return replace(term, rules=(*term.rules, *rules))


def changed(old: Term, new: Term, rule: str) -> Term | None:
    """A change from one level to another; the direction is that of the levels."""
    before, after = amount(old), amount(new) if new.low is None else new.low
    if before is None or after is None:
        return None
    direction = "increase" if after > before else "decrease" if after < before else "none"
    return replace(
        new,
        first=min(old.first, new.first),
        last=max(old.last, new.last),
        more=(*new.more, old.core),
        old=before,
        direction=direction,
        per=new.per or old.per,
        plain=False,
        rules=(rule, *new.rules, *old.rules),
    )


def _whole(term: Term) -> int | None:
    value = term.value
    if value is None or value != value.to_integral_value() or not 0 < value <= _LARGEST_SHARE:
        return None
    return int(value)


def share(tokens: Sequence[Token], a: Term, b: Term, rule: str, money: bool) -> Term | None:
    """One in five, nine times out of ten, and with `money` £6 in every £10."""
    numerator, denominator = _whole(a), _whole(b)
    if numerator is None or denominator is None or numerator >= denominator:
        return None
    if tokens[b.first - 1].low == "in" and _looks_like_year(tokens, b):
        return None
    counted = (bare(a) or a.unit == "time") and bare(b)
    if not counted and not (money and a.kind == b.kind == "money" and a.unit == b.unit):
        return None
    return replace(_of_both(a, b, numerator, denominator, rule), kind="fraction", unit=None)


def over(tokens: Sequence[Token], a: Term, b: Term, rule: str) -> Term | None:
    """One over twenty: a fraction where nothing but the two numbers stands there, or it is said to be one."""
    before, after = tokens[a.first - 1], tokens[b.last]
    stated = before.kind == WALL or before.low in _EQUALS
    numerator, denominator = _whole(a), _whole(b)
    if numerator is None or denominator is None or not (bare(a) and bare(b)):
        return None
    if not stated or after.kind not in (WALL, SIGN):
        return None
    return replace(_of_both(a, b, numerator, denominator, rule), kind="fraction")


def _of_both(a: Term, b: Term, numerator: int, denominator: int, rule: str) -> Term:
    """The two numbers as one, without a value of its own."""
    return replace(
        b,
        first=a.first,
        core=(a.core[0], b.core[1]),
        value=None,
        numerator=numerator,
        denominator=denominator,
        comparator="=",
        plain=False,
        rules=(rule, *a.rules, *b.rules),
    )


def _looks_like_year(tokens: Sequence[Token], term: Term) -> bool:
    """Four digits without a separator, of the last or this century."""
    text = tokens[term.first].text
    return term.core[1] - term.core[0] == 1 and text.isdecimal() and text[:2] in ("19", "20") and len(text) == 4


def ratio(tokens: Sequence[Token], a: Term, b: Term, rule: str) -> Term | None:
    """Three to one, 3:1, one for every 1,400; where the words say `to`, the larger comes first and is to one."""
    numerator, denominator = _whole(a), _whole(b)
    if numerator is None or denominator is None or not bare(a) or not bare(b):
        return None
    colon = tokens[a.last].low == ":" and tokens[a.last].glued and tokens[b.first].glued
    every = numerator == 1 < denominator and tokens[b.first - 1].low in _EACH
    to_one = denominator == 1 < numerator and tokens[b.first - 1].low not in _EACH
    if not (colon or every or to_one):
        return None
    return replace(_of_both(a, b, numerator, denominator, rule), kind="ratio")
