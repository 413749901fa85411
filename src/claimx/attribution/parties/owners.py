"""Who is said to have made a poll, a set of figures or a report, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.attribution.parties import phrases
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Token
from claimx.nlp.syntax import agent_of, child

_BY, _FOR = frozenset({"by", "from"}), frozenset({"for", "on"})
_AT = frozenset({"at", "of", "from"})
"""Prepositions between people and the body that they make a document at."""


class Owners:
    """Finds whom one document's text itself ties to the documents that it speaks of."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self._reading = reading
        self._vocabulary = vocabulary

    def of(self, head: Token) -> list[str]:
        """Who made the document with this noun and for whom, those first of whom it is said by whom."""
        makers, clients = list(self._after(head, _BY)), list(self._after(head, _FOR))
        before = (self.body(token) for token in head.doc[phrases.bounds(head)[0] : head.i])
        return list(dict.fromkeys((*makers, *(name for name in before if name is not None), *clients)))

    def asker(self, verb: Token) -> str | None:
        """The body that *polled 1,900 adults*; None for another verb, another object, or a party, which only asks."""
        if verb.pos_ != "VERB" or verb.lemma_.lower() == "ask" or verb.lemma_.lower() not in self._vocabulary.asking:
            return None
        subject, people = child(verb, "nsubj"), child(verb, "dobj")
        if people is None or not any(one.like_num for one in people.subtree):
            return None
        asked = people.like_num or {people.lower_, people.lemma_.lower()} & self._vocabulary.respondents
        return self.body(subject) if asked else None

    def body(self, token: Token | None) -> str | None:
        """The name of the organisation that a token names or stands for, where that is no party, nor the mere noun for
        one (*Government*)."""
        referent = self._reading.of(token) if token is not None else None
        if referent is None or referent.type != "organisation" or not referent.named or referent.place:
            return None
        common = (
            self._vocabulary.noun(referent.name, "body") is not None and (referent.name,) not in self._vocabulary.known
        )
        return None if common or self._vocabulary.parties.intersection(referent.rules) else referent.name

    def _after(self, head: Token, links: frozenset[str]) -> Iterator[str]:
        """Those whom a preposition or a participle after the noun ties to it (*by ICM*, *commissioned by Oxfam*), or
        whom its sentence says to have made it (*was carried out by ICM*)."""
        complements = [inner for one in head.rights if one.lower_ == "of" and (inner := child(one, "pobj")) is not None]
        for noun in (head, *complements):
            for one in noun.rights:
                if one.dep_ == "prep" and (noun is head or one.lower_ == "by"):
                    yield from self._linked(one, links)
                elif one.dep_ in ("acl", "relcl"):
                    joined = (verb for verb in (one, *one.rights) if verb is one or verb.dep_ == "conj")
                    for verb in filter(self._is_making, joined):
                        yield from self._made(verb, links)
        if head.dep_ == "nsubjpass" and self._is_making(head.head):
            yield from self._made(head.head, links)

    def _linked(self, preposition: Token, links: frozenset[str]) -> Iterator[str]:
        thing = child(preposition, "pobj")
        if thing is None:
            return
        press = preposition.lower_ == "in" and links is _FOR and self._is_press(thing)
        if preposition.lower_ in links or press:
            name = self.body(thing) or self._house(thing)
            if name is not None:
                yield name
        for one in thing.rights:
            if one.dep_ == "prep" and one.lower_ in _FOR and preposition.lower_ in _BY and links is _FOR:
                yield from self._linked(one, links)

    def _is_making(self, verb: Token) -> bool:
        """Is it what somebody does who makes a document or has it made?"""
        lemma = verb.lemma_.lower()
        return lemma in self._vocabulary.making or lemma in self._vocabulary.ordering

    def _made(self, verb: Token, links: frozenset[str]) -> Iterator[str]:
        wanted = _FOR if verb.lemma_.lower() in self._vocabulary.ordering else _BY
        agent = agent_of(verb)
        name = self.body(agent) if links is wanted else None
        if name is not None:
            yield name
        for one in (*verb.rights, *(agent.rights if agent is not None and links is _FOR else ())):
            if one.dep_ == "prep" and one.lower_ in _FOR:
                yield from self._linked(one, links)

    def _house(self, people: Token) -> str | None:
        """*Researchers at Leeds University*."""
        for one in people.rights:
            if one.dep_ == "prep" and one.lower_ in _AT and self._vocabulary.noun(people.text, "people") is not None:
                return self.body(child(one, "pobj"))
        return None

    def _is_press(self, thing: Token) -> bool:
        referent = self._reading.of(thing)
        return referent is not None and not self._vocabulary.press.isdisjoint(referent.rules)
