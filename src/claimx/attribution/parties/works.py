"""Whose the polls, figures and reports of a document are: *a poll suggests* in the first sentence, *the YouGov survey
for the Herald* in the third."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.model import Speaker
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import child

_ISSUING, _CLIENT = frozenset({"by", "from"}), frozenset({"for", "in", "on"})
_ANOTHER = frozenset(
    {
        "another",
        "second",
        "third",
        "separate",
        "different",
        "other",
        "previous",
        "earlier",
        "rival",
        "further",
        "similar",
    }
)
"""Words by which a document is not the one that was just spoken of."""
_NEAR = 4
"""Sentences after which a document without an owner is not taken for one with an owner."""
_OPENING = 3
"""Sentences at the head of a document, the headline included: what they cite is mostly that of whoever comes next."""
_MAX_PHRASE = 14
"""Tokens after the noun among which it is said whose it is."""
_STOPS = frozenset({",", ";", ":", ".", "?", "!", '"', "who", "which", "that"})


@dataclass(slots=True)
class _Work:
    """One poll, set of figures or report. `makers`: who made it; `clients`: for whom; `others`: whose it is without a
    word on which of the two (*the Herald poll*)."""

    sentence: int
    makers: list[str] = field(default_factory=list)
    clients: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def owners(self) -> tuple[str, ...]:
        """All of them, each once."""
        return (*self.makers, *self.clients, *self.others)

    def add(self, new: _Work) -> None:
        """Takes over what another mention says of its owners."""
        for own, more in ((self.makers, new.makers), (self.clients, new.clients), (self.others, new.others)):
            own += [one for one in more if one not in self.owners]


class Works:
    """The documents that one document speaks of, each with its owners."""

    def __init__(self, docs: Iterable[Doc], reading: Reading, vocabulary: Vocabulary) -> None:
        self._reading = reading
        self._vocabulary = vocabulary
        self._works: dict[str, list[_Work]] = {}
        self._of: dict[tuple[int, int], _Work] = {}
        self._short = dict(_short_names(reading))
        self._shorter = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(self._short, key=len)) or "$^")
        for doc in docs:
            for token in doc:
                self._read(token)

    def completed(self, speaker: Speaker, head: Token) -> Speaker:
        """A document that speaks, under a name that says whose it is, with its owner as its organisation."""
        name = self._spelt_out(speaker.name, head)
        work = self._of.get((id(head.doc), head.i)) or _Work(0)
        for owner in work.owners:
            name = _whole(name, owner)
        makers = work.makers or work.others
        by = "from" if phrases.is_plural(head) or head.lower_ == "data" else "by"
        for owner in dict.fromkeys((*makers, *work.owners)):
            if owner.casefold() not in name.casefold():
                name = f"{name} {by if owner in makers else 'for'} {owner}"
        return replace(speaker, name=name, organisation=next(iter((*makers, *work.owners)), speaker.organisation))

    def _spelt_out(self, name: str, head: Token) -> str:
        """The name with the full names of the bodies in it: for initials, and for what the possessor stands for."""
        owner = phrases.possessor(head)
        meant = self._body(owner) if owner is not None else None
        if owner is not None and meant is not None and owner.is_lower:
            name = re.sub(rf"^.{{0,40}}?\b{re.escape(owner.text)}(?=['’])", meant, name, count=1)
        found = self._shorter.search(name)
        if found is None or self._short[found[0]] in name:
            return name
        return name[: found.start()] + self._short[found[0]] + name[found.end() :]

    def _read(self, token: Token) -> None:
        """Takes note of a document where its noun stands, and of who is said to have asked people for it."""
        referent = self._reading.of(token)
        if referent is not None and referent.type == "document" and not referent.named:
            self._place(token, referent)
        elif token.pos_ == "VERB" and token.lemma_.lower() in self._vocabulary.asking:
            subject, people = child(token, "nsubj"), child(token, "dobj")
            asker = self._body(subject) if subject is not None else None
            polls = self._works.get("poll", ())
            counted = people is not None and any(one.like_num for one in people.subtree)
            if asker is not None and counted and polls and not polls[-1].makers and asker not in polls[-1].owners:
                polls[-1].makers.append(asker)

    def _place(self, head: Token, referent: Referent) -> None:
        """Puts a mention to the document that it speaks of, which may be a new one."""
        new = self._owners(head, referent)
        family = self._works.setdefault(self._family(head), [])
        same = self._same(head, new, family)
        if same is None:
            same = new
            family.append(same)
            if not new.owners and referent.sentence <= _OPENING and not phrases.is_definite(head):
                self._await(same, head)
        else:
            same.add(new)
        self._of[id(head.doc), head.i] = same

    def _same(self, head: Token, new: _Work, family: Sequence[_Work]) -> _Work | None:
        """The document of the family that a mention speaks of again: one with an owner of its, or else the last."""
        for one in reversed(family):
            if not set(one.owners).isdisjoint(new.owners):
                return one
        first, definite = head.doc[phrases.bounds(head)[0]].lower_, phrases.is_definite(head)
        if not family or not (definite or new.owners) or not _ANOTHER.isdisjoint((first, *phrases.premodifiers(head))):
            return None
        last = family[-1]
        near = definite or new.sentence - last.sentence <= _NEAR
        return last if near and not (last.owners and new.owners) else None

    def _family(self, head: Token) -> str:
        """Nouns of one family may stand for each other: *the poll*, *the survey*."""
        if not self._vocabulary.polls.isdisjoint((head.lemma_.lower(), head.lower_)):
            return "poll"
        noun = self._vocabulary.noun(head.text, "document")
        return noun.rule if noun is not None else ""

    def _owners(self, head: Token, referent: Referent) -> _Work:
        """What is said beside the noun of who made the document, and for whom."""
        first = phrases.bounds(head)[0]
        before = [name for token in head.doc[first : head.i] if (name := self._body(token)) is not None]
        found, link = _Work(referent.sentence, others=[*dict.fromkeys(before)]), ""
        for token in head.doc[head.i + 1 : head.i + _MAX_PHRASE]:
            if token.text in _STOPS or token.pos_ == "AUX" or token.tag_ in ("VBD", "VBZ", "VBP"):
                break
            if token.pos_ == "ADP":
                link = "for" if link == "commissioned" else token.lower_
            elif token.lower_ == "commissioned":
                link = token.lower_
            elif (name := self._body(token)) is not None:
                found.add(_Work(0, [name] if link in _ISSUING else [], [name] if link in _CLIENT else []))
        return found

    def _await(self, work: _Work, head: Token) -> None:
        """Gives a document of the opening to the body that is the first to speak after it."""
        at = self._reading.sentences.of(head)
        for referent in self._reading.named:
            if referent.sentence > at + 2:
                return
            if referent.sentence > at and referent.main and referent.type == "organisation" and not referent.place:
                if not referent.quoted:
                    work.makers.append(referent.name)
                return

    def _body(self, token: Token | None) -> str | None:
        """The name of the organisation that a token names or stands for."""
        referent = self._reading.of(token) if token is not None else None
        named = referent is not None and referent.type == "organisation" and referent.named and not referent.place
        return referent.name if referent is not None and named else None


def _short_names(reading: Reading) -> Iterator[tuple[str, str]]:
    """The initials by which the text calls bodies, each with the full name."""
    for referent in reading.named:
        surface = reading.surfaces.get(referent.start, referent.name)
        if referent.type == "organisation" and surface != referent.name and surface.isupper():
            yield surface, referent.name


def _whole(name: str, owner: str) -> str:
    """The name, where it was cut within its owner's, with the whole of that."""
    words = owner.split()
    cuts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    cut = next((one for one in cuts if name.endswith(f" {one}")), None)
    return name if cut is None or owner in name else name[: -len(cut)] + owner
