"""Further findings of a poll that was named: *Some 40% disagreed. Among women the figure was 52%.*

The people whom a poll asked are no source; what a text says of shares of them is what the poll found. How plain the
words must be depends on what stands between: anybody else who speaks, or narration, ends the run of findings, and only
what a share of people thinks or says is put down to the poll from then on."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from claimx.attribution.parties import phrases
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.polls import Poll, is_one
from claimx.attribution.statements.shares import is_share, shares_in
from claimx.attribution.statements.signs import SUBJECTS, signs
from claimx.nlp import Doc, Token
from claimx.nlp import Span as Tokens
from claimx.nlp.annotation import end_of, offsets, start_of
from claimx.nlp.syntax import child, trimmed

_ELECTORAL = frozenset({"before", "after", "until", "at", "during", "on", "since", "for", "ahead"})
"""Prepositions after which a *poll* is a vote."""
_LEADS = frozenset({"of", "among", "amongst", "asked"})
_MAX_LEAD = 30
"""Tokens."""


def with_findings(frames: Sequence[Frame], text: str, docs: Sequence[Doc], lexicon: Lexicon) -> list[Frame]:
    """The frames with those of respondents put down to the poll that asked them, and a frame for each sentence without
    a cue that states a finding. Unchanged where the document names no poll."""
    if lexicon.polls.search(text) is None:
        return list(frames)
    walk = _Walk(frames, lexicon)
    first = next((poll for doc in docs for token in doc if (poll := walk.named(token)) is not None), None)
    return walk.run(docs, first) if first is not None else list(frames)


class _Walk:
    """One pass over the sentences of a document."""

    def __init__(self, frames: Sequence[Frame], lexicon: Lexicon) -> None:
        self._waiting = sorted(frames, key=lambda frame: frame.anchor)
        self._lexicon = lexicon
        taken = sorted(span for frame in frames if _is_anothers(frame) for span in frame.content)
        self._starts = [start for start, _ in taken]
        self._furthest = list(accumulate((end for _, end in taken), max))
        self._finding_sources = sorted(span for frame in frames if frame.survey for span in frame.source)

    def run(self, docs: Iterable[Doc], first: Poll) -> list[Frame]:
        """The frames of all sentences; `first`: the poll that the document names first."""
        poll = replace(first, broken=True)
        place, found = 0, list[Frame]()
        for doc in docs:
            for sentence in doc.sents:
                here = []
                while place < len(self._waiting) and self._waiting[place].anchor < end_of(sentence):
                    here.append(self._waiting[place])
                    place += 1
                named = [one for token in sentence if (one := self.named(token)) is not None]
                if named:
                    poll = replace(named[0], asks=named[0].asks or (poll.asks and named[0].again))
                poll.asks = poll.asks or any(map(self._asks, sentence))
                found.extend(self._read(sentence, here, poll))
        return [*found, *self._waiting[place:]]

    def named(self, token: Token) -> Poll | None:
        """The poll or study that a token names, outside what others say unless it finds something there; for the firm
        that took it, unless that is only said to have asked people."""
        firm = self._lexicon.pollster(token) if token.dep_ == "nsubj" else None
        if firm is not None and self._lexicon.finding("asked", token.head) is None:
            return None if self._is_anothers(start_of(token)) else Poll((offsets(token),), (firm,), True)
        rule = self._lexicon.documents.get(token.lemma_.lower()) if token.pos_ in ("NOUN", "PROPN") else None
        if rule is None or rule.asks == "never":
            return None
        if self._is_anothers(start_of(token)) and not self._finds(start_of(token)):
            return None
        if rule.asks == "sometimes" and not is_one(token):
            return None
        head = token
        if phrases.is_modifier(token):
            head = token.head
            if not self._lexicon.is_survey(head):
                return None
        if self._is_asked(head):
            return None
        if head.head.lower_ in _ELECTORAL or (phrases.is_plural(token) and token.dep_ not in SUBJECTS):
            return None
        source = span_of(head.doc, phrases.bounds(head))
        return Poll((source,), (rule.id,), rule.asks == "always", phrases.is_definite(head))

    def _is_asked(self, noun: Token) -> bool:
        """*The firm polled a sample of 2,000 adults*: the sample is people, not what was found of them."""
        return noun.dep_ in ("dobj", "nsubjpass") and self._lexicon.finding("asked", noun.head) is not None

    def _asks(self, verb: Token) -> bool:
        """*The charity surveyed 2,000 pupils*: its study is a survey."""
        if verb.pos_ != "VERB" or self._lexicon.finding("asked", verb) is None:
            return False
        subject, people = child(verb, "nsubj"), child(verb, "dobj", "nsubjpass")
        whole = people is not None and (subject is not None or people.i < verb.i)
        return whole and people is not None and any(one.like_num for one in people.lefts)

    def _is_anothers(self, offset: int) -> bool:
        """Whether somebody else's words stand there."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and self._furthest[place] > offset

    def _finds(self, offset: int) -> bool:
        """Whether a poll or study stands there that is the source of a statement."""
        place = bisect_right(self._finding_sources, (offset, sys.maxsize)) - 1
        return place >= 0 and self._finding_sources[place][1] > offset

    def _read(self, sentence: Tokens, here: Sequence[Frame], poll: Poll) -> Iterator[Frame]:
        """The frames of one sentence after the poll has taken what is its own."""
        found = [frame for frame in here if frame.finding and frame.source]
        told = any(frame.survey or not frame.independent for frame in found)
        poll.asks = poll.asks or (told and any(map(is_share, sentence)))
        asked = [frame for frame in here if frame.respondents is not None]
        others = [one for one in here if _is_anothers(one) and not any(_holds(two, one) for two in (*found, *asked))]
        own = any(frame.survey and frame.kind == "assertion" for frame in here) or (
            poll.runs and bool(others) and all(frame.finding for frame in others)
        )
        seen = self._finding(sentence, poll) if not others and not (own and poll.asks) else ()
        rules = () if own else seen
        if rules:
            yield from (frame for frame in here if frame.respondents is None and frame.source)
            theirs = (rule for frame in asked for rule in frame.rules)
            yield self._statement(sentence, poll, tuple(dict.fromkeys((*theirs, *rules))))
        else:
            yield from (self._put_down(frame, poll) for frame in here)
        poll.asks = poll.asks or any(rule in self._lexicon.shows_asked for rule in seen)
        if own or rules:
            poll.found()
        else:
            poll.broken = poll.broken or bool(others)
            poll.quiet += 1

    def _put_down(self, frame: Frame, poll: Poll) -> Frame:
        """The frame of respondents as one of the poll's."""
        if frame.respondents is None or self._is_anothers(frame.respondents[0]) or poll.is_past:
            return frame
        return replace(
            frame,
            source=poll.source,
            content=(frame.respondents,),
            kind="assertion",
            survey=True,
            rules=(*frame.rules, *poll.rules),
        )

    def _finding(self, sentence: Tokens, poll: Poll) -> tuple[str, ...]:
        """The rules by which a sentence states a finding; empty where it states none."""
        if (
            poll.is_past
            or sentence[0].is_quote
            or self._is_anothers(start_of(sentence))
            or any(map(self._asks, sentence))
        ):
            return ()
        shares = [share for share in shares_in(sentence) if not self._is_anothers(start_of(share))]
        rules = signs(sentence, shares, self._lexicon, running=poll.runs)
        return tuple(dict.fromkeys((*rules, *poll.rules))) if rules is not None else ()

    def _statement(self, sentence: Tokens, poll: Poll, rules: tuple[str, ...]) -> Frame:
        start, end = trimmed(sentence.doc, (_after_lead(sentence), sentence.end))
        return Frame(
            source=poll.source, cue=(), content=(span_of(sentence.doc, (start, end)),), rules=rules, survey=True
        )


def _is_anothers(frame: Frame) -> bool:
    """Whether somebody else than the poll and those asked says it."""
    said = frame.kind == "assertion" and (bool(frame.source) or frame.quoted == frame.content)
    return said and not frame.survey and frame.respondents is None


def _holds(outer: Frame, inner: Frame) -> bool:
    """Whether a frame's cue stands in what another says."""
    return any(start <= inner.anchor < end for start, end in outer.content)


def _after_lead(sentence: Tokens) -> int:
    """The first token after *Of the 1,000 people asked,*: how many they were is no finding."""
    if sentence[0].lower_ not in _LEADS:
        return int(sentence.start)
    comma = next((one for one in sentence[:_MAX_LEAD] if one.text == ","), None)
    counts = comma is not None and any(one.like_num for one in sentence[: comma.i - sentence.start])
    return int(comma.i) + 1 if comma is not None and counts else int(sentence.start)
