"""Noun phrases: where one begins and ends, whether it is definite, and what to call a source that has no name."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.syntax import is_figure

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "such", "what", "which"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"my", "our", "your", "his", "her", "its", "their"})
_INSIDE = frozenset(
    {"compound", "amod", "nmod", "poss", "nummod", "det", "advmod", "quantmod", "case", "punct", "predet", "npadvmod"}
)
_AMOUNTS = frozenset({"number", "lot", "lots", "couple", "handful", "range", "variety", "plenty", "series"})
"""Nouns that only say how many: *a number of readers* are readers."""
_OWNING = frozenset({"of", "from", "by", "for", "on", "into", "about"})
"""Prepositions before whose or what a document is; *to* only says who reads it."""
_LOOSE = frozenset({"-", "–", "—", ",", ";", ":"})
_SCALE = 2
"""Letters of *m* or *bn* behind a sum at most (*the £40m analysts had expected*)."""
_MAX_NAME = 8
"""Tokens by which somebody without a name is called."""
_MAX_LEFT, _MAX_RIGHT = 12, 14
"""Tokens; a longer phrase is a parser's mistake, or no name for anybody."""


def bounds(head: Token) -> tuple[int, int]:
    """First and last token (exclusive) of the noun phrase: its premodifiers, head and *of* phrases, but no clause,
    apposition or conjunct."""
    doc = head.doc
    first = head.i
    for child in reversed(head.lefts):
        edge = child.left_edge.i
        if child.dep_ not in _INSIDE or head.i - edge > _MAX_LEFT:
            break
        first = edge
    last = head.i + 1
    for child in head.rights:
        if child.i != last or child.dep_ not in ("prep", "acl"):
            break
        end = _prepositional_end(child) if child.dep_ == "prep" else _end_of_making(child)
        if end is None:
            break
        last = end
    while (
        first < head.i and (doc[first].is_punct or doc[first].dep_ == "cc") and doc[first].text not in ("'", '"', "‘")
    ):
        first += 1
    return first, last


def _prepositional_end(preposition: Token) -> int | None:
    """Where a prepositional phrase ends that belongs to a name; None for one that only says when."""
    doc = preposition.doc
    objects = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]
    if not objects or objects[0].ent_type_ in ("DATE", "TIME") or objects[0].dep_ == "pcomp":
        return None
    end = min(preposition.right_edge.i + 1, preposition.i + _MAX_RIGHT)
    for i in range(preposition.i + 1, end):
        if (
            doc[i].text in (",", ";", ":", "(", '"')
            or doc[i].dep_ == "relcl"
            or doc[i].lower_ in ("who", "which", "that")
        ):
            return i
    return end


def _end_of_making(participle: Token) -> int | None:
    """Where *released by the Agency* ends, which says whose a document is; None for any other clause."""
    agent = participle.i + 1
    if participle.tag_ != "VBN" or agent >= len(participle.doc) or participle.doc[agent].lower_ != "by":
        return None
    return _prepositional_end(participle.doc[agent])


def named(head: Token) -> tuple[int, int]:
    """The tokens by which to call a source: its phrase without leading articles."""
    first, last = bounds(head)
    while first < head.i and head.doc[first].lower_ in _ARTICLES:
        first += 1
    if head.tag_ == "NNS" and head.doc[first].is_currency:
        first = next(one.i for one in head.doc[first + 1 : head.i + 1] if not is_figure(one) and len(one.text) > _SCALE)
    while last > head.i + 1 and head.doc[last - 1].text in _LOOSE:
        last -= 1
    inner = head.i + 2
    if head.lower_ in _AMOUNTS and inner < last and head.doc[inner - 1].lower_ == "of":
        return inner, last
    return first, last if last - first <= _MAX_NAME else _short_end(head, first, last)


def _short_end(head: Token, first: int, last: int) -> int:
    """Where a phrase too long for a name is cut: after what its first preposition says it is of or from, else after
    the head."""
    after = head.i + 1
    if after < last and head.doc[after].lower_ in _OWNING:
        for child in head.doc[after].children:
            end = child.i + 1
            if child.dep_ == "pobj" and end - first <= _MAX_NAME and (end >= last or head.doc[end].ent_iob_ != "I"):
                return end
    return after


def is_definite(head: Token) -> bool:
    """Does the phrase point at something known (*the*, *this*)?"""
    first, _ = bounds(head)
    return head.doc[first].lower_ in _DEFINITE


def possessor(head: Token) -> Token | None:
    """The head of the phrase's possessor: *Howard* in *Mr Howard's figures*, *his* in *his review*."""
    return next((child for child in head.lefts if child.dep_ == "poss"), None)


def is_plural(head: Token) -> bool:
    """Is the noun plural?"""
    return head.tag_ in ("NNS", "NNPS")


def is_modifier(token: Token) -> bool:
    """Does the noun only modify another one (*council* in *council houses*)?"""
    return token.dep_ in ("compound", "amod", "nmod", "npadvmod") and token.head.i > token.i


def premodifiers(head: Token) -> tuple[str, ...]:
    """The words between article and head, in lower case."""
    first, _ = named(head)
    return tuple(
        token.lower_ for token in head.doc[first : head.i] if token.lower_ not in _POSSESSIVE and not token.is_punct
    )


def is_compound(head: Token) -> bool:
    """Do other common nouns narrow it down (*the poster campaign*, but not *the Ealing company*)?"""
    return any(
        child.dep_ == "poss" or (child.dep_ in ("compound", "nmod") and child.text.islower()) for child in head.lefts
    )


def is_bare(head: Token) -> bool:
    """Does nothing follow that would make the phrase one of its own (*the head of ...*)?"""
    return bounds(head)[1] == head.i + 1
