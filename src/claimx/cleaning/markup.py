"""Weighs what a source's markup says of its text: where in the page it stands, whether it is links, what it is."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimx.cleaning.furniture import Part
from claimx.model import Hint, Metadata, Role, Zone
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Markup, Ruling

_VERDICT = 1.6
"""Log-odds that an extractor's verdict is worth: it errs on one word in ten, and partly where the scorer errs too."""
_LINKED = ((0.9, -3.0), (0.6, -1.5))
"""Share of a line's letters in links, and what it is worth from there in log-odds: menus and teasers are all links."""
_BARRED = -2.0
"""Log-odds of the markup at which a line's figure alone does not keep it."""
_UNLIKELY = 0.3
"""Probability of content below which that holds."""
_MOST = 0.5
"""Share of the letters from which the names that they stand in say nothing of them."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNJUDGED = frozenset(("h1", "title", "tr", "caption", "figcaption"))
"""What extractors leave out of articles too, so that its absence says nothing."""
_EDGE = frozenset(("tr", "caption", "figcaption"))
_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("p", "blockquote", "dd", "footnote"), "paragraph"),
    **dict.fromkeys(("li", "dt"), "list_item"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    "tr": "table_row",
    "title": "title",
}


class MarkupRules:
    """The markup rules of one rulebook, by name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._by_name: dict[str, list[Markup]] = {}
        for rule in rulebook.of(Markup):
            for name in rule.phrases:
                self._by_name.setdefault(name, []).append(rule)

    def read(self, hints: Sequence[Hint], parts: Sequence[Part]) -> "Evidence":
        """What the hints say of the parts, which are in text order as they are."""
        general = _general(hints, sum(part.end - part.start for part in parts))
        known: dict[tuple[str, ...], tuple[float, Markup | None]] = {}
        found: list[_Said] = []
        at = 0
        for part in parts:
            while at < len(hints) and hints[at].end <= part.start:
                at += 1
            if at == len(hints) or hints[at].start >= part.end:
                found.append(_NOTHING)
                continue
            hint = hints[at]
            names = (*hint.within, hint.element)
            if names not in known:
                known[names] = self._weighed(names, general)
            odds, rule = known[names]
            found.append(_Said(hint.element, odds + _own_odds(hint), rule))
        return Evidence(found)

    def _weighed(self, names: tuple[str, ...], general: frozenset[str]) -> tuple[float, Markup | None]:
        """The log-odds of what stands in elements with these names, and the rule that decides alone, if one does. A
        rule counts once however many of its names there are."""
        applied: dict[str, Markup] = {}
        around: set[str] = set()
        for name in names:
            if name not in general:
                for rule in self._by_name.get(name, ()):
                    if around.isdisjoint(rule.unless):
                        applied[rule.id] = rule
            around.add(name)
        deciding = (rule for rule in applied.values() if rule.decides)
        return sum(rule.odds for rule in applied.values()), next(deciding, None)


class _Said(NamedTuple):
    element: str | None
    odds: float
    rule: Ruling | None


_NOTHING = _Said(None, 0.0, None)


class Evidence:
    """What the markup says of each part of one document. Of plain text it says nothing."""

    def __init__(self, said: Sequence[_Said]) -> None:
        self._said = said

    def ruled(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, those whose text is not furniture anywhere with the rule by which their markup makes them that."""
        return [
            part._replace(rule=said.rule) if said.rule and (part.rule is None or part.rule.conditional) else part
            for part, said in zip(parts, self._said, strict=True)
        ]

    def weighed(self, scores: Sequence[float]) -> list[float]:
        """The probabilities of being content with the markup's evidence added."""
        return [_shifted(score, said.odds) for score, said in zip(scores, self._said, strict=True)]

    def zoned(self, zones: Sequence[Zone], scores: Sequence[float]) -> list[Zone]:
        """The zones, tables and captions of the article at its edge, and nothing kept for its figures alone that the
        markup speaks against. `scores`: the probabilities of being content, with the markup's evidence."""
        return [_zone(*each) for each in zip(zones, scores, self._said, strict=True)]

    def titles(self, text: str, parts: Sequence[Part], metadata: Metadata | None) -> dict[int, tuple[Role, str | None]]:
        """The parts, by number, that are headlines and give the title that the source's own fields give."""
        title = " ".join(metadata.title.split()).lower() if metadata and metadata.title else None
        found: dict[int, tuple[Role, str | None]] = {}
        for i, said in enumerate(self._said):
            if said.element in _HEADINGS and parts[i].rule is None:
                line = " ".join(text[parts[i].start : parts[i].end].split()).lower()
                if (said.element == "h1" and (title is None or line in title or title in line)) or line == title:
                    found[i] = ("title", None)
        return found

    def role(self, at: int) -> Role | None:
        """What the part is by its element."""
        return _ROLES.get(self._said[at].element or "")

    def element(self, at: int) -> str | None:
        """The element that the part comes from."""
        return self._said[at].element or None


def _zone(zone: Zone, score: float, said: _Said) -> Zone:
    if zone == "edge" and score < _UNLIKELY and said.odds <= _BARRED:
        return "boilerplate"
    return "edge" if zone == "main" and said.element in _EDGE else zone


def _general(hints: Sequence[Hint], total: int) -> frozenset[str]:
    """The names that most of the text stands in, which has `total` letters, or most of what an extractor takes for the
    article: what readers wrote may be longer than that."""
    judged = [hint for hint in hints if hint.verdict]
    letters: Counter[tuple[str, ...]] = Counter()
    for hint in judged or hints:
        letters[hint.within] += hint.end - hint.start
    share: Counter[str] = Counter()
    for within, count in letters.items():
        for name in set(within):
            share[name] += count
    most = _MOST * (letters.total() if judged else total)
    return frozenset(name for name, count in share.items() if count > most)


def _own_odds(hint: Hint) -> float:
    odds = next((odds for share, odds in _LINKED if hint.linked >= share), 0.0)
    if hint.verdict is not None and hint.element not in _UNJUDGED:
        odds += _VERDICT if hint.verdict else -_VERDICT
    elif hint.verdict:
        odds += _VERDICT
    return odds


def _shifted(probability: float, odds: float) -> float:
    if not odds:
        return probability
    held = min(max(probability, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-(math.log(held / (1 - held)) + odds)))
