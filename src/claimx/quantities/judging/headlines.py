"""Headlines, which tell what is to come by an infinitive: *Firm to cut 300 jobs*, *Bills to rise by 5%*."""

from __future__ import annotations

from claimx.nlp import Span, Token
from claimx.nlp.syntax import FINITE

_NAMING = frozenset({"NN", "JJ", "CD"})
"""Beginnings of the tags of what an infinitive tells about."""


def announced_verb(sentence: Span, unmarked: frozenset[str]) -> Token | None:
    """The infinitive of a headline that tells by it what is to come: *Firm to cut 300 jobs*; None where the sentence
    has a verb with a tense, but for one that says who says so. `unmarked`: verbs that the parse may take there for
    participles or nouns."""
    for word in sentence:
        if word.tag_ in FINITE:
            return None
        if word.lower_ == "to" and word.i + 1 < sentence.end and word.i > sentence.start:
            if word.nbor().tag_ != "VB" and word.nbor().lower_ not in unmarked:
                continue
            later = list(sentence[word.i - sentence.start :])
            comma = next((i for i, token in enumerate(later) if token.text == ","), len(later))
            told = word.nbor(-1).tag_[:2] in _NAMING and not any(token.tag_ in FINITE for token in later[:comma])
            return _done(word.nbor()) if told else None
    return None


def _done(verb: Token) -> Token:
    """What is done to the subject, where the verb is *to be* with a participle: *£3m to be spent*."""
    passive = verb.lower_ == "be" and verb.i + 1 < verb.sent.end and verb.nbor().tag_ in {"VBN", "VBD"}
    return verb.nbor() if passive else verb
