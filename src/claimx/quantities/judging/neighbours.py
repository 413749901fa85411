"""The words on either side of a number, and what they show of the sentence."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.quantities.judging.reading import Reading


def word_before(reading: Reading) -> Token | None:
    """The word before the mention in its sentence; None where the mention opens it or nothing is parsed."""
    mention = reading.mention
    if mention is None or mention.start <= mention[0].sent.start:
        return None
    token: Token = mention.doc[mention.start - 1]
    return token


def word_after(reading: Reading) -> Token | None:
    """The word after the mention in its sentence; None where the mention ends it or nothing is parsed."""
    mention = reading.mention
    if mention is None or mention.end >= mention[-1].sent.end:
        return None
    token: Token = mention.doc[mention.end]
    return token


def opens_quotation(token: Token | None) -> bool:
    """Whether a capital after the token only opens a quotation or what a colon introduces."""
    return token is not None and (token.is_quote or token.text in {":", "-", "–", "—"})


def in_title_case(word: Token) -> bool:
    """Whether the sentence is a headline that capitalises its words."""
    return not any(token.is_lower and token.pos_ in {"NOUN", "VERB", "ADJ", "ADV"} for token in word.sent)
