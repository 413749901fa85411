"""Small questions to the words of a cue or source and those around them."""

from __future__ import annotations

import re

from claimx.nlp import Token

_MODEL = re.compile(r"[A-Za-z]{1,4}(?:-\d{1,4}|\d{3,4})[A-Za-z]{0,2}")
"""The name of a model: *A380*, *An-225*; *G20* is a group."""
_EACH = frozenset({"each", "every", "any"})


def is_model(name: Token) -> bool:
    """Whether a name is that of a model."""
    return _MODEL.fullmatch(name.text) is not None


def is_set_off(token: Token, length: int) -> bool:
    """Whether a phrase stands at the head of its sentence or behind a comma, before an article or a name."""
    after = token.doc[token.i + length : token.i + length + 1]
    named = any(one.pos_ in ("DET", "PROPN") and one.lower_ not in _EACH for one in after)
    return named and (token.is_sent_start or token.nbor(-1).text == ",")


def has_particle(verb: Token, particle: str) -> bool:
    """Whether a verb's particle stands behind it."""
    return any(one.lower_ == particle for one in verb.rights) or (
        verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == particle
    )
