"""Whose the polls, figures and reports of a document are: *a poll suggests* in the first sentence, *the YouGov survey
for the Herald* in the third."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.owners import Owners
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.model import Speaker
from claimx.nlp import Doc, Token
from claimx.nlp.annotation import end_of, start_of

_OPENING = 3
"""Sentences at the head of a document, the headline included, in which a poll may stand that the next one names."""
_POLL = "poll"


@dataclass(slots=True)
class _Work:
    """One poll, set of figures or report; `owners`: who made it and for whom, those named first who made it; `name`:
    the words of the text that name the most of them."""

    sentence: int
    owners: list[str] = field(default_factory=list)
    name: str = ""
    named: int = 0

    def take(self, other: _Work) -> None:
        """Takes over what another mention says of it."""
        self.owners += [one for one in other.owners if one not in self.owners]
        if other.named > self.named:
            self.name, self.named = other.name, other.named


class Works:
    """The documents that one document speaks of, each with its owners."""

    def __init__(self, text: str, docs: Iterable[Doc], reading: Reading, vocabulary: Vocabulary) -> None:
        self._text = text
        self._reading = reading
        self._vocabulary = vocabulary
        self._owners = Owners(reading, vocabulary)
        self._works: dict[str, list[_Work]] = {}
        self._of: dict[tuple[int, int], _Work] = {}
        for doc in docs:
            for token in doc:
                if token.pos_ == "VERB" or (id(doc), token.i) in reading.at:
                    self._read(token)

    def speakers(self, speaker: Speaker, head: Token) -> Iterator[Speaker]:
        """A document that speaks, under the words of the text that best tell whose it is, and after it those owners
        whom they do not name."""
        work = self._of.get((id(head.doc), head.i)) or _Work(0)
        name = self._resolved(speaker.name, head)
        owned = sum(owner.casefold() in name.casefold() for owner in work.owners)
        name = work.name if work.named > owned else name
        yield replace(speaker, name=name, organisation=next(iter(work.owners), speaker.organisation))
        for owner in work.owners:
            if owner.casefold() not in name.casefold():
                yield Speaker(name=owner, type="organisation", start=speaker.start, end=speaker.end)

    def _resolved(self, name: str, head: Token) -> str:
        """The name with that of the body which a common noun in it stands for (*the lender's index*)."""
        owner = phrases.possessor(head)
        meant = self._owners.body(owner)
        if owner is None or meant is None or not owner.is_lower:
            return name
        return re.sub(rf"^.{{0,40}}?\b{re.escape(owner.text)}(?=['’])", meant, name, count=1)

    def _read(self, token: Token) -> None:
        """Takes note of a document where its noun stands, and of who is said by a verb to have asked people for it."""
        referent = self._reading.of(token)
        if referent is not None and referent.type == "document" and not referent.named:
            self._place(token, referent)
            return
        asker = self._owners.asker(token)
        polls = self._works.get(_POLL, ())
        if asker is not None and polls and asker not in polls[-1].owners:
            polls[-1].owners.insert(0, asker)

    def _place(self, head: Token, referent: Referent) -> None:
        """Puts a mention to the document that it speaks of, which may be a new one."""
        owners = self._owners.of(head)
        name = self._surface(head)
        new = _Work(referent.sentence, owners, name, sum(owner.casefold() in name.casefold() for owner in owners))
        kind = self._family(head)
        family = self._works.setdefault(kind, [])
        same = self._same(head, new, family, kind == _POLL)
        if same is None:
            family.append(new)
        else:
            same.take(new)
        self._of[id(head.doc), head.i] = same or new

    def _same(self, head: Token, new: _Work, family: Sequence[_Work], poll: bool) -> _Work | None:
        """The document of the family that a mention speaks of again: one with an owner of its, or else the last, where
        *the* points there; a poll that the opening tells of without an owner is the one after it."""
        first, definite = head.doc[phrases.bounds(head)[0]].lower_, phrases.is_definite(head)
        if not family or not self._vocabulary.other_documents.isdisjoint((first, *phrases.premodifiers(head))):
            return None
        for one in reversed(family) if new.owners else ():
            if not set(one.owners).isdisjoint(new.owners):
                return one
        last = family[-1]
        owner = phrases.possessor(head)
        if owner is not None and owner.pos_ != "PRON" and last.owners and not new.owners:
            return None
        opened = poll and bool(new.owners) and last.sentence <= _OPENING >= new.sentence - 2
        return last if (definite or opened) and not (last.owners and new.owners) else None

    def _family(self, head: Token) -> str:
        """Nouns of one family may stand for each other: *the poll*, *the survey*."""
        if not self._vocabulary.polls.isdisjoint((head.lemma_.lower(), head.lower_)):
            return _POLL
        noun = self._vocabulary.noun(head.text, "document")
        return noun.rule if noun is not None else ""

    def _surface(self, head: Token) -> str:
        """The words that name the document, up to the end of the last name in them."""
        first, last = phrases.named(head)
        end, closing = end_of(head.doc[last - 1]), self._reading.of(head.doc[last - 1])
        end = max(end, closing.end) if closing is not None and closing.named else end
        return " ".join(self._text[start_of(head.doc[first]) : end].split())
