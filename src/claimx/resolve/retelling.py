"""What the rules say of the words in which figures are told again.

The built-in rules' part is kept ready beside this module, with the digest of the file that it was made of, so that a
run that finds all its documents in the cache need not read YAML. `make_ready` makes it anew; where it does not fit the
rules, or there are rules of the user's own, these are read.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from claimx.resolve.words import plain_words, stem
from claimx.rulefiles import rules_directory

_RULES = "retelling.yaml"
_READY = Path(__file__).with_name("retelling.json")
_REMEMBERED = 4096
"""Texts whose words are kept: the claims of a sentence follow each other, and agencies' copy comes again soon."""


class Words(Struct, frozen=True):
    """The words and units of all rules, as they are written there."""

    made_of: str
    """SHA-256 of the built-in rules that they were made of; empty where the user's rules had a part."""
    empty: tuple[str, ...]
    generic: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]
    contrast: tuple[str, ...]
    conversion: tuple[str, ...]
    dimensions: dict[str, tuple[str, Decimal, Decimal]]
    """Each unit's dimension, what one of it is in that dimension's base unit, and where its zero lies."""


class Wording:
    """The words in the form in which claims are compared by them. Does not change."""

    def __init__(self, words: Words) -> None:
        self._empty = frozenset((*words.empty, *map(stem, words.empty)))
        self._meanings = {
            form: stem(synonyms[0]) for synonyms in words.synonyms for word in synonyms for form in (word, stem(word))
        }
        self.generic = frozenset(self._meanings.get(stem(word), stem(word)) for word in words.generic)
        """Stems of words that fit so many things that sharing them proves little."""
        self._contrast = tuple(phrase.casefold() for phrase in words.contrast)
        self.conversion = re.compile(
            rf"[ ,]{{0,3}}(?:(?:[(\[;/=]|{_alternatives(words.conversion)})[ ,]{{0,2}}){{1,4}}", re.IGNORECASE
        )
        """All that may stand between a figure and itself in another currency or unit."""
        self.dimensions = words.dimensions
        """Each unit's dimension, what one of it is in that dimension's base unit, and where its zero lies."""

    def leads_on(self, text: str) -> bool:
        """Whether the text before a figure says that it is another one than the one the whole is about."""
        folded = text.casefold()
        met = [phrase for phrase in self._contrast if phrase in folded]
        return bool(met) and re.search(rf"(?<!\w)(?:{_alternatives(met)})", folded) is not None

    def content(self, word: str) -> str | None:
        """The stem that the word is compared by; None for a word that tells nothing."""
        folded = word.casefold()
        if folded in self._empty:
            return None
        base = stem(word)
        if len(base) < 2 or base in self._empty:
            return None
        return self._meanings.get(folded) or self._meanings.get(base, base)


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(rf"{re.escape(phrase)}(?!\w)" for phrase in ordered)


@cache
def wording(rules: Sequence[Path] = ()) -> Wording:
    """What the built-in rules say, with those of the given directories and files. Raises RuleError as `load` does."""
    if not rules:
        ready = msgspec.json.decode(_READY.read_bytes(), type=Words)
        if ready.made_of == _digest():
            return Wording(ready)
    return Wording(read(rules))


@lru_cache(maxsize=_REMEMBERED)
def content_words(text: str | None) -> frozenset[str]:
    """The stems of the text's content words, by the built-in rules."""
    content = wording().content
    return frozenset(base for word in plain_words(text or "") if (base := content(word)))


def read(rules: Sequence[Path] = ()) -> Words:
    """The words of the built-in rules and of those given, from the rules themselves."""
    from claimx.rulebook import load
    from claimx.rulebook.kinds import retelling

    book = load(*rules)
    return Words(
        made_of="" if rules else _digest(),
        empty=tuple(word for rule in book.of(retelling.EmptyWords) for word in rule.phrases),
        generic=tuple(word for rule in book.of(retelling.GenericWords) for word in rule.phrases),
        synonyms=tuple(rule.phrases for rule in book.of(retelling.Synonyms)),
        contrast=tuple(phrase for rule in book.of(retelling.ContrastPhrases) for phrase in rule.phrases),
        conversion=tuple(phrase for rule in book.of(retelling.ConversionPhrases) for phrase in rule.phrases),
        dimensions={
            unit: (rule.id, factor, rule.zeros.get(unit, Decimal(0)))
            for rule in book.of(retelling.Dimension)
            for unit, factor in rule.factors.items()
        },
    )


def _digest() -> str:
    return hashlib.sha256((rules_directory() / _RULES).read_bytes()).hexdigest()


def as_file(words: Words) -> bytes:
    """The words as the file beside this module holds them."""
    return msgspec.json.format(msgspec.json.encode(words), indent=1) + b"\n"


def make_ready() -> None:
    """Writes the file beside this module anew from the built-in rules."""
    _READY.write_bytes(as_file(read()))
