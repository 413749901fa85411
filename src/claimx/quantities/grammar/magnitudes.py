"""Magnitudes without a figure: thousands, tens of millions, several hundred."""

from collections.abc import Sequence

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import Token

_OF = "of"
_TEN, _SCORE = 10, 20


class Magnitudes:
    """Reads vague magnitudes by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._plural = lexicon.magnitude
        self._scale = lexicon.scale
        self._several = lexicon.form_words["several"]
        self._openers = frozenset(phrase.split()[0] for phrase in self._several)
        self.seconds = frozenset(word for phrase in self._several for word in phrase.split()[1:2])
        """The second words of `a few`, `a couple of`."""
        self._several_rule = lexicon.rule("several")
        self._scores_rule = lexicon.rule("scores")
        self._scored = lexicon.form_words["scores"]

    def read(self, tokens: Sequence[Token], i: int) -> Term | None:
        """The magnitude at token i: its words are its `vague` value, an article before it is not."""
        low = tokens[i].low
        if low not in self._openers and low not in self._plural:
            return None
        j = self._past_several(tokens, i)
        rules = (self._several_rule,) if j > i else ()
        if j > i and tokens[j].low in self._scale:
            rules, j = (*rules, self._scale[tokens[j].low].rule), j + 1
            while tokens[j].low in self._scale:
                j += 1
        elif tokens[j].low not in self._plural:
            return None
        else:
            found = self._plurals(tokens, j)
            if found is None:
                return None
            rules, j = (*rules, *found[1]), found[0]
        vague = "".join(token.low if token.glued else f" {token.low}" for token in tokens[i:j]).lstrip()
        return Term(first=i, last=j, core=(i, j), vague=vague, plain=False, rules=rules)

    def _past_several(self, tokens: Sequence[Token], i: int) -> int:
        """The token after `several`, `a few`, `a couple of`."""
        for words in (3, 2, 1) if tokens[i + 1].low in self.seconds else (1,):
            if " ".join(token.low for token in tokens[i : i + words]) in self._several:
                return i + words
        return i

    def _plurals(self, tokens: Sequence[Token], j: int) -> tuple[int, tuple[str, ...]] | None:
        """A chain of plurals: thousands, hundreds of thousands. Scores count only before `of`, tens before another."""
        rules = [self._plural[tokens[j].low].rule]
        least = self._plural[tokens[j].low].value
        j += 1
        if least == _SCORE and (tokens[j].low not in self._scored or tokens[j + 1].low == "than"):
            return None
        if least == _SCORE:
            rules.append(self._scores_rule)
        if least == _TEN and not (tokens[j].low == _OF and tokens[j + 1].low in self._plural):
            return None
        while tokens[j].low == _OF and tokens[j + 1].low in self._plural:
            rules.append(self._plural[tokens[j + 1].low].rule)
            j += 2
        return j, tuple(dict.fromkeys(rules))
