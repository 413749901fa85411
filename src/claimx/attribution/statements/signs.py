"""The signs by which a sentence states a further finding of a poll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.shares import has_margin, is_most, is_respondent, is_share
from claimx.nlp import Span as Tokens
from claimx.nlp import Token
from claimx.nlp.syntax import subject_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE_SUBJECTS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "predet"})
_NARROWING = frozenset({"ADV", "DET", "NUM", "ADJ", "PRON", "SYM"})
_NEAR = 6
"""Tokens."""


def signs(sentence: Tokens, shares: Sequence[Token], lexicon: Lexicon, *, running: bool) -> tuple[str, ...] | None:
    """The rules by which a sentence states a finding, which may be none; None where it states no finding. `shares`: the
    heads of its shares; `running`: whether it follows right upon another finding."""
    if _is_of_old(sentence):
        return None
    rules = (*_of_people(sentence, bool(shares), lexicon), *_of_opinion(sentence, shares, lexicon, running))
    if running and sentence[0].lower_ == "if":
        rules = (*rules, *(rule.id for token in sentence[:_NEAR] if (rule := lexicon.finding("projection", token))))
    if rules or not (shares and running):
        return rules or None
    rules = tuple(_of_run(sentence, lexicon))
    return rules if rules or any(map(_stands_by_itself, shares)) else None


def _of_people(sentence: Tokens, shared: bool, lexicon: Lexicon) -> Iterator[str]:
    """*Respondents were gloomier*; *40% of those asked*."""
    for token in sentence:
        people = lexicon.finding("people", token) if token.pos_ == "NOUN" else None
        if people is not None and (shared or token.dep_ in SUBJECTS):
            yield people.id
        asked = lexicon.finding("asked", token) if token.tag_ == "VBN" and shared else None
        if asked is not None and not any(one.dep_ in SUBJECTS for one in token.lefts):
            yield asked.id


def _of_opinion(sentence: Tokens, shares: Sequence[Token], lexicon: Lexicon, running: bool) -> Iterator[str]:
    """*Some 40% of voters want lower fares*; right after a finding also *most want lower fares*."""
    for token in sentence:
        rule = lexicon.finding("opinion", token) if token.pos_ == "VERB" else None
        if rule is None:
            continue
        if token.tag_ == "VBN" and any(map(_is_by_share, token.rights)):
            yield rule.id
        subject = subject_of(token)
        asked = subject is not None and (is_respondent(subject) or (running and _is_public(subject, token, lexicon)))
        if asked or any(0 < token.i - share.i <= _NEAR and _opens_clause(share) for share in shares):
            yield rule.id


def _is_by_share(agent: Token) -> bool:
    """*Is opposed by 60% to 28%*."""
    return agent.lower_ == "by" and any(is_share(one) for one in agent.subtree)


def _is_public(subject: Token, verb: Token, lexicon: Lexicon) -> bool:
    """*Most voters want …*; *voters want … by 14 points*."""
    return is_most(subject) or (lexicon.finding("public", subject) is not None and has_margin(verb))


def _of_run(sentence: Tokens, lexicon: Lexicon) -> list[str]:
    """What sets one more share beside those that were found."""
    words = {token.lemma_.lower() for token in sentence}
    rules = (lexicon.finding(tells, token) for token in sentence for tells in ("measure", "comparison"))
    return [rule.id for rule in rules if rule is not None and words.isdisjoint(rule.unless)]


def _is_of_old(sentence: Tokens) -> bool:
    """Whether a sentence opens with another time than the poll's: *Four years ago*, *In 2008*."""
    opening = [one.lower_ for one in sentence[:_NEAR]]
    year = opening[0] == "in" and len(opening) > 1 and opening[1].isdigit() and len(opening[1]) == 4
    return year or "ago" in opening


def _stands_by_itself(share: Token) -> bool:
    """Whether a share right after a finding needs no word beside it: as a subject, in brackets, or as a party's
    (*Labour is on 37%*)."""
    head = share
    while head.dep_ in _INSIDE_SUBJECTS and head.head.i != head.i:
        head = head.head
    start = next((one.i for one in share.doc[max(share.sent.start, share.i - 2) : share.i] if one.like_num), share.i)
    before = share.doc[start - 1].lower_ if start > share.sent.start else ""
    return head.dep_ in SUBJECTS or before in ("(", "on") or _opens_clause(share)


def _opens_clause(share: Token) -> bool:
    """Whether only what narrows a share down stands before it in its clause (*only about a third*), so that it is the
    subject, whatever the parser makes of it."""
    for before in reversed(share.doc[max(share.sent.start, share.i - _NEAR) : share.i]):
        if before.is_punct or before.pos_ in ("CCONJ", "SCONJ"):
            return True
        if before.pos_ not in _NARROWING and before.lower_ != "per":
            return False
    return share.i - share.sent.start <= _NEAR
