"""The coordinated members of a source: *Ann Lowe and Tom Reid*, *doctors and nurses*, *A, B and C*."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.reading import Reading
from claimx.nlp import Span as Tokens

_SEPARATORS = frozenset({",", "and", "&", "or", "the", "The", ";"})


def parts(tokens: Tokens, reading: Reading) -> Iterator[Tokens]:
    """Each member by itself; a source that is not coordinated, or only inside a name, is one."""
    names = _plain_list(tokens, reading)
    if names:
        yield from names
        return
    within = (token for token in tokens.root.conjuncts if tokens.start <= token.i < tokens.end)
    heads = sorted({token.i: token for token in (tokens.root, *within)}.values(), key=lambda token: token.i)
    starts = [tokens.start, *(max(head.left_edge.i, tokens.start) for head in heads[1:])]
    if len(heads) < 2 or any(_inside_name(tokens, start, reading) for start in starts[1:]):
        yield tokens
        return
    doc = tokens.doc
    for start, end in zip(starts, [*starts[1:], tokens.end], strict=True):
        while end > start and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc" or doc[end - 1].lower_ == "both"):
            end -= 1
        if end > start:
            yield doc[start:end]


def _plain_list(tokens: Tokens, reading: Reading) -> list[Tokens]:
    """The names of a source that is nothing but names and what joins them, where they are several."""
    found: list[Tokens] = []
    last: Referent | None = None
    for token in tokens:
        referent = reading.of(token)
        if referent is not None and referent is last:
            continue
        if referent is None and token.text in _SEPARATORS:
            last = None
        elif referent is not None and referent.named and last is None:
            found.append(token.doc[token.i : token.i + 1])
            last = referent
        else:
            return []
    return found if len(found) > 1 else []


def _inside_name(tokens: Tokens, start: int, reading: Reading) -> bool:
    """Would a cut before a token go through one name?"""
    if start <= tokens.start:
        return False
    before = reading.of(tokens.doc[start - 1])
    return before is not None and before is reading.of(tokens.doc[start])
