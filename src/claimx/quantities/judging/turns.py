"""The words that say that something rose, fell or stayed."""

from claimx.model import Direction
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ChangeWords

Turn = tuple[Direction, str]
"""A direction and the rule that gives it."""
MORE = frozenset({"more", "fewer", "less"})


class Turns:
    """The words of change of one rulebook, as lemmas, with what each means."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.verbs: dict[str, Turn] = {}
        self.nouns: dict[str, Turn] = {}
        self.others: dict[str, Turn] = {}
        for rule in rulebook.of(ChangeWords):
            self.verbs.update(dict.fromkeys(rule.verbs, (rule.direction, rule.id)))
            self.nouns.update(dict.fromkeys(rule.nouns, (rule.direction, rule.id)))
            self.others.update(dict.fromkeys(rule.others, (rule.direction, rule.id)))
