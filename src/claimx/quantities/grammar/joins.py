"""Joins two numbers with words between them that make one quantity: ranges, changes of level, shares, ratios."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from claimx.model import Comparator, Direction
from claimx.quantities.grammar.comparators import Comparators
from claimx.quantities.grammar.levels import come_from
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.likeness import alike, amount, bare
from claimx.quantities.grammar.meanings import Joint
from claimx.quantities.grammar.pairs import (
    changed,
    named,
    over,
    ratio,
    share,
    without_aside,
    without_height,
)
from claimx.quantities.grammar.ranges import ascending, between_bounds, is_old_range, plain_range, rising, spanning
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tight import TightJoins
from claimx.quantities.grammar.tokens import WALL, WORD, Token

_WIDEST_GAP = 12
"""Tokens; numbers further apart do not make one quantity."""
_WIDEST_THEN = 20
"""Tokens between a level and the one that it is up or down from."""
_WIDEST_PLACE = 2
"""Tokens between two places of one change: 23rd | place to | ninth."""
_STOPS = frozenset({".", ";", ":", "?", "!", "(", ")"})

_LIKE_SIZE = 4
"""How many times the lower end of a range after *by* the upper one may be."""
_FROM_TO = frozenset({"from-to"})
_OPENED = frozenset({"from-to", "range", "between"})
"""Joins that words before the first of two numbers open."""
_SPANNED = frozenset({"percentage", "percentage_points", "measure", "duration"})
_OPPOSITE: dict[Direction, Direction] = {"increase": "decrease", "decrease": "increase", "none": "none"}

Made = Term | tuple[Term, Term] | None


class Joins:
    """Joins neighbouring terms by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, comparators: Comparators) -> None:
        self._lexicon = lexicon
        self._comparators = comparators
        self._ends = lexicon.form_words["fraction"]
        self._tight = TightJoins(lexicon, comparators)

    def join(self, tokens: Sequence[Token], terms: Sequence[Term]) -> list[Term]:
        """The terms, those joined that belong together; what stands tightest is joined first."""
        joined: list[Term] = []
        tight = self._tight.join(tokens, terms)
        for i, term in enumerate(tight):
            made = self._pair(tokens, joined[-1], term, tight[i + 1 : i + 3]) if joined else None
            if made is None:
                joined.append(term)
            else:
                joined[-1:] = made if isinstance(made, tuple) else (made,)
        return joined

    def _pair(self, tokens: Sequence[Token], a: Term, b: Term, later: Sequence[Term]) -> Made:
        gap = b.first - a.last
        if not 0 <= gap <= _WIDEST_THEN or not ((a.plain and b.plain) or (a.ordinal and b.ordinal)):
            return None
        start, sign, compared = self._comparators.before(tokens, b.first, a.last - 1)
        words = tuple([token.low for token in tokens[a.last : start]])
        b = replace(b, comparator=sign) if compared else b
        if a.ordinal:
            return self._places(tokens, a, b, words)
        whole = tuple([token.low for token in tokens[a.last : b.first]])
        divided = self._lexicon.between.get(whole, {}).get("over")
        if divided is not None:
            return over(tokens, a, b, divided.rule)
        joints = self._lexicon.between.get(words)
        bounded = self._bounded(tokens, a, b, start, sign)
        if bounded is not None:
            return named(bounded, *compared)
        if joints and "range" in joints and is_old_range(tokens, a, b, later):
            return plain_range(alike(a, b, lend=True), joints["range"].rule)
        made = self._loose(tokens, a, b, joints, sign) if joints else self._apart(tokens, a, b, words)
        return named(made, *compared) if isinstance(made, Term) else made

    def _loose(self, tokens: Sequence[Token], a: Term, b: Term, joints: Mapping[str, Joint], sign: Comparator) -> Made:
        start, _, _ = self._comparators.before(tokens, a.first, 0)
        at, opener = self._opener(tokens, start, joints)
        if opener is not None and opener.join == "delta-level" and tokens[start - 1].low == "by":
            sized = self._by(tokens, a, b, joints)
            if sized is not None:
                return sized
        if opener is not None and opener.join == "delta-level":
            return named(replace(a, part="delta"), opener.rule), named(replace(b, part="level"), opener.rule)
        if opener is not None:
            return self._opened(a, b, opener, at)
        for name, joint in joints.items():
            made: Term | None = None
            if name == "range":
                made = plain_range(alike(a, b, lend=False), joint.rule)
            elif name == "bounds":
                made = self._bounds(tokens, a, b, joint.rule, sign)
            elif name == "share":
                made = share(tokens, a, b, joint.rule, money=tokens[b.first - 1].low == "every")
            elif name == "ratio":
                made = ratio(tokens, a, b, joint.rule)
            elif name in ("level-from", "now-then"):
                made = come_from(tokens, a, b, joint, self._ends)
            if made is not None:
                return made
        return None

    def _by(self, tokens: Sequence[Token], a: Term, b: Term, joints: Mapping[str, Joint]) -> Term | None:
        """By two to one, by 25 to 50 points: a ratio, or a range whose ends are of like size; the size of a change and
        the level that it led to are neither (by 7,000 to 4.4 million)."""
        if "ratio" in joints and (odds := ratio(tokens, a, b, joints["ratio"].rule)) is not None:
            return odds
        pair = alike(a, b, lend=False) if "range" in joints and bare(a) and b.kind in _SPANNED else None
        low, high = (amount(pair[0]), amount(pair[1])) if pair is not None else (None, None)
        if pair is None or low is None or high is None or not low < high <= low * _LIKE_SIZE:
            return None
        return spanning(*pair, joints["range"].rule)

    def _places(self, tokens: Sequence[Token], a: Term, b: Term, words: tuple[str, ...]) -> Term | None:
        """From 23rd place to ninth, ninth, up from 23rd: a rise where the place is nearer the first."""
        between = self._lexicon.between
        at, opener = self._opener(tokens, a.first, between.get(words[-1:], {}))
        back = next((then for i in (0, 1) if (then := between.get(words[i:], {}).get("now-then"))), None)
        if opener is not None and opener.join == "from-to" and len(words) <= _WIDEST_PLACE:
            made = changed(old=a, new=b, rule=opener.rule)
        elif back is not None:
            at, made = a.first, changed(old=b, new=a, rule=back.rule)
        else:
            return None
        if made is None or made.direction is None:
            return None
        return replace(made, first=at, core=a.core, more=(b.core,), direction=_OPPOSITE[made.direction], ordinal=False)

    def _opener(self, tokens: Sequence[Token], start: int, joints: Mapping[str, Joint]) -> tuple[int, Joint | None]:
        """The words before a pair that say how it is joined, where the words between them allow it; of them only the
        last, `from` or `between`, belongs to the quantity, and its place is returned."""
        for _, joint in self._lexicon.opens.before(tokens, start):
            if joint.join in joints:
                return start - (tokens[start - 1].low != "of"), joint
        return start, None

    def _opened(self, a: Term, b: Term, opener: Joint, at: int) -> Term | None:
        pair = alike(a, b, lend=True)
        if pair is None:
            return None
        if opener.join == "from-to":
            made = changed(old=pair[0], new=pair[1], rule=opener.rule)
            return None if made is None else replace(made, first=at, core=a.core, more=(b.core,))
        low, high = rising(pair) or pair
        return replace(spanning(low, high, opener.rule), first=at) if ascending(low, high) else None

    def _apart(self, tokens: Sequence[Token], a: Term, b: Term, words: tuple[str, ...]) -> Term | None:
        """Numbers with other words between them: 900 boats at sea, up from 700; from 350 schools to 400; from 5% (in
        May) to 9%."""
        middle = without_aside(tokens[a.last : b.first])
        opened = _FROM_TO
        if len(middle) < b.first - a.last:
            words, opened = tuple(token.low for token in middle), _OPENED
        if any(token.kind == WALL or token.low in _STOPS for token in middle):
            return None
        shown = without_height(words)
        for size in range(min(len(words), 4), 0, -1):
            joints = self._lexicon.between.get(words[-size:], {})
            then = joints.get("now-then") or self._lexicon.between.get(shown[-size:], {}).get("now-then")
            if then is not None:
                return come_from(tokens, a, b, then, self._ends)
            if len(middle) > _WIDEST_GAP:
                continue
            if "share" in joints and len(words) - size <= 2 and (a.value == 1 or size > 1):
                after = tokens[b.last]
                counts = after.kind == WORD and after.low.endswith("s") and after.low not in self._ends
                return None if counts else share(tokens, a, b, joints["share"].rule, money=False)
            if not opened.isdisjoint(joints) and len(words) - size <= 5:
                start, _, _ = self._comparators.before(tokens, a.first, 0)
                at, opener = self._opener(tokens, start, {name: joints[name] for name in opened if name in joints})
                if opener is not None:
                    return self._opened(a, b, opener, at)
        return None

    def _bounds(self, tokens: Sequence[Token], a: Term, b: Term, rule: str, sign: Comparator) -> Term | None:
        """More than 100 and less than 300."""
        first, lower, rules = self._comparators.before(tokens, a.first, 0)
        both = between_bounds(a, b, lower, sign, rule)
        return None if both is None else named(replace(both, first=first), *rules)

    def _bounded(self, tokens: Sequence[Token], a: Term, b: Term, start: int, sign: Comparator) -> Term | None:
        """Bounds of which the first is told after its number: 100 or more and less than 300, 100 or more but 300 or
        less; `start` and `sign`: where the second's comparator before it begins, and what it says."""
        joint, lower, rules = self._comparators.after(tokens, a.last)
        if not rules or joint > start:
            return None
        words = tuple(token.low for token in tokens[joint:start])
        bounds = self._lexicon.between.get(words, {}).get("bounds")
        if bounds is None:
            return None
        last, upper, more = self._comparators.after(tokens, b.last) if sign == "=" else (b.last, sign, ())
        both = between_bounds(a, b, lower, upper, bounds.rule)
        return None if both is None else named(replace(both, last=last), *rules, *more)
