"""Games: which of a document's paragraphs tell of one, so that bare figures there are the state of play."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from claimx.quantities.judging.following import next_word
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.search import Words
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.exclusion import GameExclusion

Told = frozenset[str]
"""Words of games that a paragraph holds."""


class Games:
    """Tells games by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.of(GameExclusion)
        self._vocabularies = [frozenset((*rule.sure, *rule.words)) for rule in self._rules]
        self._words = frozenset[str]().union(*self._vocabularies)

    def told(self, words: Words) -> Told:
        """The words of games among those of a paragraph."""
        return self._words.intersection(map(itemgetter(1), words))

    def played(self, told: Sequence[Told]) -> Iterator[frozenset[str]]:
        """For each paragraph of a document the ids of the games that it tells of. A game is told of where the document
        has enough of its words: in each paragraph with one of them, and in the one after that."""
        everything = frozenset[str]().union(*told)
        games = [
            (rule.id, words)
            for rule, words in zip(self._rules, self._vocabularies, strict=True)
            if len(everything & words) > 1 or not everything.isdisjoint(rule.sure)
        ]
        before = Told()
        for own in told:
            yield frozenset(game for game, words in games if not (own | before).isdisjoint(words))
            before = own

    def result(self, reading: Reading, games: frozenset[str]) -> str | None:
        """The rule by which a bare figure in a text about games, where it counts nothing named, is a result."""
        candidate = reading.candidate
        if not games or candidate.ordinal or not _is_bare(reading):
            return None
        value = candidate.quantity.value if candidate.quantity.high is None else candidate.quantity.high
        for rule in self._rules:
            if rule.id in games and rule.bare is not None and value is not None and value <= rule.bare:
                return rule.id
        return None


def _is_bare(reading: Reading) -> bool:
    """Whether a number in digits has neither a noun of its own nor persons that it counts, and is no rate or part."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or reading.noun is not None or reading.candidate.quantity.unit is not None:
        return False
    if quantity.kind != "count" or quantity.unit == "person" or quantity.per is not None:
        return False
    following = next_word(mention[-1])
    return str(mention[-1].text).isdigit() and (following is None or following.lower_ != "of")
