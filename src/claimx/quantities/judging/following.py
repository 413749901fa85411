"""The noun phrase right after a number, past the words that may stand between the two."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.nounphrases import NounPhrase, noun_phrase_from
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.quantities.spans import SPANS_OF_TIME

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
_SUSPENDED = 9
"""Words after a hanging hyphen in which the noun comes."""
_PAST_VAGUE = frozenset({"of", "more", "other", "fewer", "further", "extra", "additional", "upon"})
_WHEN = frozenset({"today", "yesterday", "tomorrow", "tonight", "now"})
_PLACING = frozenset({"last", "next", "past", "earlier", "later", "previous"})
_TIMES = SPANS_OF_TIME | frozenset(
    {"morning", "afternoon", "evening", "spring", "summer", "autumn", "winter", "season", "term", "time", "century"}
)


def phrase_after(reading: Reading) -> NounPhrase | None:
    """The noun phrase right after the mention, over *of the* where a part of it is meant."""
    assert reading.mention is not None
    for last in (_first_core_end(reading), reading.mention[-1]):
        phrase = _phrase_from(last, reading) if last is not None else None
        if phrase is None or _tells_when(phrase) or _is_someone(phrase) or _is_code(phrase.head):
            continue
        if reading.quantity.kind == "count" and _is_of_a_time(last, phrase):
            continue
        return phrase
    return None


def _is_of_a_time(last: Token | None, phrase: NounPhrase) -> bool:
    """Whether *of* and one span of time only tell of when a number is: *the 1,600 of the year before*."""
    following = next_word(last) if last is not None else None
    timed = lemma(phrase.head) in SPANS_OF_TIME and phrase.head.tag_ == "NN"
    return timed and following is not None and following.lower_ == "of"


def _first_core_end(reading: Reading) -> Token | None:
    """The last token of the first number where the mention goes on to a second: *80 homes, up from 60*."""
    assert reading.mention is not None
    if len(reading.candidate.cores) < 2:
        return None
    end = reading.candidate.cores[0][1] - reading.candidate.start + reading.mention.start_char
    inside = [token for token in reading.mention if token.idx + len(token.text) <= end]
    return inside[-1] if inside else None


def _phrase_from(last: Token, reading: Reading) -> NounPhrase | None:
    assert reading.mention is not None
    word = next_word(last)
    if _is_vague_plural(reading) and (word is None or word.lower_ not in _PAST_VAGUE):
        return None
    if word is not None and word.text == "-" and not last.whitespace_:
        return _hyphenated(word)
    if len(last) > 1 and last.text.endswith("-"):
        return _hyphenated(last)
    if word is not None and word.lower_ == "of":
        word = _past_owner(next_word(word))
    while word is not None and word.i > last.i + 1 and _picks_out(word):
        word = next_word(word)
    if word is None or word.sent.start != last.sent.start or (word.tag_ == "VBG" and word.dep_ == "acl"):
        return None
    return noun_phrase_from(word) or _prefixed(word)


def _past_owner(word: Token | None) -> Token | None:
    """The word after *of* and whoever owns what is counted: *eight of the nation's | 10 largest ports*."""
    first = next_word(word) if word is not None and word.tag_ in _DETERMINERS else word
    owner = noun_phrase_from(first) if first is not None else None
    mark = next_word(owner.head) if owner is not None else None
    return next_word(mark) if mark is not None and mark.tag_ == "POS" else word


def _is_vague_plural(reading: Reading) -> bool:
    """Whether a number only tells an order of size: *thousands*, which count things with *of* alone."""
    vague = reading.quantity.vague
    return vague is not None and vague.endswith("s") and not reading.candidate.hyphenated


def _hyphenated(hyphen: Token) -> NounPhrase | None:
    """The noun that a number is grown together with: *a three-bedroom flat*; after *four-, five- and six-cylinder* it
    stands with the last of them."""
    following = next_word(hyphen)
    if following is not None and (following.text in {",", "/"} or following.tag_ == "CC"):
        later = following.doc[following.i : min(following.i + _SUSPENDED, following.sent.end)]
        hyphens = (token for token in later if token.text == "-" and not token.whitespace_)
        following = next((noun for noun in map(next_word, hyphens) if noun is not None), None)
    if following is None or following.tag_ not in {"NN", "NNS", "NNP"}:
        return None
    return NounPhrase((), following)


def _prefixed(word: Token) -> NounPhrase | None:
    """A noun that a small word is grown together with: *12 by-elections*."""
    hyphen = next_word(word)
    if word.tag_ not in {"IN", "RP"} or hyphen is None or hyphen.text != "-" or word.whitespace_ or hyphen.whitespace_:
        return None
    noun = next_word(hyphen)
    return NounPhrase((), noun) if noun is not None and noun.tag_ in {"NN", "NNS"} else None


def _picks_out(word: Token) -> bool:
    """Whether a word after *of* only says which ones are meant: *three of her last four games*."""
    following = next_word(word)
    placed = word.tag_ == "JJ" and following is not None and following.tag_ == "CD"
    return placed or word.tag_ in _DETERMINERS or word.tag_ == "CD"


def _tells_when(phrase: NounPhrase) -> bool:
    """Whether the phrase is no thing that could be counted but a time: *last year*, *today*; not *previous cases* or
    *20 previous years*."""
    first = phrase.modifiers[0] if phrase.modifiers else phrase.head
    if first.lower_ in _WHEN or phrase.head.lower_ in _WHEN:
        return True
    timed = lemma(phrase.head) in _TIMES or phrase.head.ent_type_ in {"DATE", "TIME"}
    return first.lower_ in _PLACING and ((timed and phrase.head.tag_ != "NNS") or first.i == phrase.head.i)


def _is_someone(phrase: NounPhrase) -> bool:
    """Whether the phrase is a person's name, or begins with one that owns what follows: *the 300 | Clinton's lawyers
    returned*; no number counts these."""
    names = [word for word in phrase.modifiers[:2] if word.tag_ in {"NNP", "POS"}]
    owned = len(names) > 1 and names[1].tag_ == "POS" and names[0].ent_type_ == "PERSON"
    return owned or phrase.head.ent_type_ == "PERSON"


def _is_code(noun: Token) -> bool:
    """Whether a noun is a designation, which is no name of things unless it is a plural: L-202, but F-16s."""
    return any(letter.isdigit() for letter in noun.text) and not noun.lower_.endswith("s")


def next_word(token: Token) -> Token | None:
    """The token after this one in the document, whatever it is; None after the last."""
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
