"""How the noun phrase that is counted is written as a unit."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.nounphrases import QUOTES, NounPhrase, is_hyphen
from claimx.nlp.phrases import singular
from claimx.quantities.judging.following import next_word
from claimx.quantities.judging.neighbours import in_title_case
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import UnitNouns

_MODIFIER_TAGS = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "AFX", "FW", "POS"})


class UnitNames:
    """Writes units by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(UnitNouns)
        self.irregular = {plural: one for rule in rules for plural, one in rule.singulars.items()}
        """Plurals with singulars of their own."""
        self._naming = {plural: rule.id for rule in rules for plural in rule.singulars}
        self._dropped = frozenset(word for rule in rules for word in rule.dropped)
        self._attributive = frozenset(word for rule in rules for word in rule.attributive)

    def rules(self, phrase: NounPhrase) -> tuple[str, ...]:
        """The rule that gives the singular of a phrase's head, if one does."""
        rule = self._naming.get(phrase.head.lower_)
        return () if rule is None else (rule,)

    def of(self, phrase: NounPhrase) -> str:
        """The head in the singular, with the adjectives and nouns that say what sort of thing is counted; without those
        that share it, of which each says so of only some: *30 new and used cars*."""
        if phrase.modifiers and phrase.modifiers[0].lower_ in self._attributive:
            return str(phrase.modifiers[0].lower_)
        words: list[str] = []
        coordinated = False
        owned = max((i + 1 for i, word in enumerate(phrase.modifiers) if word.tag_ == "POS"), default=0)
        for word in phrase.modifiers[owned:]:
            hyphen = is_hyphen(word)
            joined = hyphen or _stands_at_hyphen(word) or _is_model(word)
            if word.tag_ in {"CC", ","}:
                words, coordinated = [], True
                continue
            if not joined and (word.tag_ not in _MODIFIER_TAGS or word.lower_ in self._dropped):
                continue
            if coordinated:
                coordinated = _stands_before_hyphen(word)
                continue
            if _is_modified(word, phrase):
                continue
            text = str(word.text if _keeps_capital(word) else word.lower_)
            if words and (hyphen or not _spaced_before(word)):
                words[-1] += text
            elif not hyphen:
                words.append(text)
        counted = singular(phrase.head, self.irregular)
        if words and words[-1].endswith("-"):
            return " ".join((*words[:-1], words[-1] + counted))
        return " ".join((*words, counted))


def _keeps_capital(word: Token) -> bool:
    """Whether a word before a noun is a name or comes from one, and no headline capitalises it: *Scottish banks*."""
    if word.tag_ in {"NNP", "NNPS"} or word.text.isupper():
        return True
    return word.text[:1].isupper() and not in_title_case(word)


def _is_model(word: Token) -> bool:
    """Whether a figure among the words before a noun is the number of a model: *two new 737 Max jets*; not how many
    there are of whose things some are counted, *three of Leeds's 12 seats*."""
    return word.tag_ == "CD" and word.text.isdigit() and word.nbor(-1).tag_ != "POS"


def _stands_at_hyphen(word: Token) -> bool:
    """Whether a word is part of a hyphenated one: *full-time*."""
    return (word.i > 0 and is_hyphen(word.doc[word.i - 1])) or _stands_before_hyphen(word)


def _stands_before_hyphen(word: Token) -> bool:
    """Whether a hyphenated word goes on after this part of it."""
    following = next_word(word)
    return is_hyphen(word) or (following is not None and is_hyphen(following))


def _spaced_before(token: Token) -> bool:
    return token.i == 0 or bool(token.doc[token.i - 1].whitespace_) or token.doc[token.i - 1].text in QUOTES


def _is_modified(word: Token, phrase: NounPhrase) -> bool:
    """Whether the word is an adjective or participle with a modifier of its own, or such a modifier (*care experienced
    children*, *drug-related deaths*, *the most populous states*)."""
    if word.dep_ == "npadvmod" or word.nbor(-1).tag_ == "RBS":
        return True
    return word.tag_ in {"JJ", "VBN", "VBG"} and any(child.dep_ == "npadvmod" for child in word.children)
