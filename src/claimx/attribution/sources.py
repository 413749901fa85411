"""Resolves the source of a statement to its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimx.attribution import coreference, phrases
from claimx.attribution.context import Context
from claimx.attribution.coreference import Referent
from claimx.attribution.lists import Lists
from claimx.attribution.referents import Reading
from claimx.attribution.vocabulary import Vocabulary
from claimx.model import Span, Speaker, SpeakerType
from claimx.nlp import Annotation
from claimx.nlp.annotation import end_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_BREAKING = frozenset({"ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON"})
"""What no premodifier of a name holds, unless inside another name."""
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "person")
"""Endings of nouns for people."""
_OWNERS = frozenset({"his", "her", "its", "their"})
_SEPARATORS = frozenset({",", "and", "&", "or", "the", "The", ";"})
_MAX_HOPS = 4
"""How many relative clauses and *of* phrases a source is followed through."""


class SourceResolver:
    """Resolves sources of one document."""

    def __init__(
        self,
        text: str,
        annotation: Annotation,
        reading: Reading,
        publisher: str | None,
        authors: Sequence[str],
        vocabulary: Vocabulary,
    ) -> None:
        self._text = text
        self._annotation = annotation
        self._reading = reading
        self._publisher = publisher
        self._authors = tuple(authors)
        self._vocabulary = vocabulary
        self._lists = Lists(reading.named, text)

    def resolve(self, source: Span, context: Context) -> tuple[Speaker, ...]:
        """The speakers that a source span means."""
        tokens = self._annotation.tokens(*source)
        if tokens is None:
            return ()
        speakers: dict[str, Speaker] = {}
        for part in self._parts(tokens):
            for speaker in self._of_part(part, context):
                speakers.setdefault(speaker.name, speaker)
        return tuple(speakers.values())

    def _parts(self, tokens: Tokens) -> Iterator[Tokens]:
        """The coordinated members of a source, each by itself."""
        doc = tokens.doc
        names = self._plain_list(tokens)
        heads = [tokens.root, *(t for t in tokens.root.conjuncts if tokens.start <= t.i < tokens.end)]
        heads = sorted({head.i: head for head in heads}.values(), key=lambda token: token.i)
        if names:
            yield from names
        elif len(heads) < 2:
            yield tokens
        else:
            starts = [tokens.start, *(max(head.left_edge.i, tokens.start) for head in heads[1:])]
            if any(self._same_name(doc[start - 1], doc[start]) for start in starts[1:] if start > tokens.start):
                yield tokens
                return
            for start, end in zip(starts, [*starts[1:], tokens.end], strict=True):
                while end > start and (
                    doc[end - 1].is_punct or doc[end - 1].dep_ == "cc" or doc[end - 1].lower_ == "both"
                ):
                    end -= 1
                if end > start:
                    yield doc[start:end]

    def _plain_list(self, tokens: Tokens) -> list[Tokens]:
        """The names of a source that is nothing but names and what joins them."""
        found: list[Tokens] = []
        last: Referent | None = None
        for token in tokens:
            referent = self._reading.at.get((id(token.doc), token.i))
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

    def _same_name(self, one: Token, other: Token) -> bool:
        at = self._reading.at
        first = at.get((id(one.doc), one.i))
        return first is not None and first is at.get((id(other.doc), other.i))

    def _of_part(self, tokens: Tokens, context: Context) -> tuple[Speaker, ...]:
        head = self._premodified_name(tokens) or _head(tokens)
        if head is None:
            return ()
        return self._of_head(head, tokens, context, _MAX_HOPS)

    def _of_head(self, head: Token, tokens: Tokens, context: Context, hops: int) -> tuple[Speaker, ...]:
        if hops == 0:
            return ()
        word = head.lower_
        if word == "both" or any(child.lower_ == "both" for child in head.lefts):
            pair = self._lists.before(start_of(tokens), pair=True)
            if pair:
                return tuple(self._speaker(member, tokens) for member in pair)
        if word in coreference.PRONOUNS and head.pos_ != "PROPN":
            return self._of_pronoun(head, tokens, context, hops)
        referent = self._apposed_name(head, tokens) or self._reading.at.get((id(head.doc), head.i))
        if referent is None and head.is_upper and head.i > tokens.start:
            before = self._reading.at.get((id(head.doc), head.i - 1))
            referent = before if before is not None and before.type == "person" else None
        if referent is None:
            return tuple(self._with_owner(speaker, head, context, hops) for speaker in self._of_words(head, tokens))
        if referent.named and referent.type != "person" and self._is_some_of(head, referent):
            return self._of_words(head, tokens)
        if referent.type == "document" and not referent.named:
            author = self._personal_author(head, tokens, context, hops)
            if author:
                return author
        if referent.plural and not referent.named and phrases.is_definite(head):
            members = self._members(head, referent)
            if members:
                return members
        speaker = self._speaker(referent, tokens)
        return (speaker if referent.named else self._with_owner(speaker, head, context, hops),)

    def _with_owner(self, speaker: Speaker, head: Token, context: Context, hops: int) -> Speaker:
        """The speaker with the owner's name for *his*, *her*, *its* or *their*: *its report* is *Tallis's report*."""
        owner = head.doc[phrases.named(head)[0]]
        if owner.dep_ != "poss" or owner.lower_ not in _OWNERS or not speaker.name.startswith(owner.text):
            return speaker
        found = self._of_pronoun(owner, owner.doc[owner.i : owner.i + 1], context, hops - 1)
        if len(found) != 1 or found[0].name == owner.text:
            return speaker
        name, mark = found[0].name, "’" if "’" in self._text else "'"
        ending = "" if name.endswith(("’s", "'s")) else mark if name.endswith("s") else f"{mark}s"
        return replace(speaker, name=f"{name}{ending}{speaker.name[len(owner.text) :]}")

    def _is_some_of(self, head: Token, referent: Referent) -> bool:
        """Is a plural name narrowed down (*some Democrats*), so that it is not the party but people of it?"""
        return phrases.is_plural(head) and any(
            child.dep_ in ("det", "amod", "nummod", "compound")
            and child.lower_ != "the"
            and self._reading.at.get((id(child.doc), child.i)) is not referent
            for child in head.lefts
        )

    def _premodified_name(self, tokens: Tokens) -> Token | None:
        """The last token of a source that is a person's name after a role, whatever the parser takes for its head
        (*Harbour Pilots Association (HPA) chairman James Reid*, *the Institute's director, Paul Marsh*)."""
        at, last = self._reading.at, _last_word(tokens)
        named = at.get((id(last.doc), last.i))
        if named is None or named.type != "person" or not named.named:
            return None
        first = last.i
        while first > tokens.start and at.get((id(last.doc), first - 1)) is named:
            first -= 1
        role = first - 1 - (first - 2 >= tokens.start and last.doc[first - 1].text == ",")
        if first == tokens.start or self._vocabulary.noun(last.doc[role].text, "role") is None:
            return None
        before = tokens.doc[tokens.start : role]
        loose = [token for token in before if token.pos_ in _BREAKING and (id(token.doc), token.i) not in at]
        return None if loose else last

    def _apposed_name(self, head: Token, tokens: Tokens) -> Referent | None:
        """The person whom a role in a source introduces (*her lawyer, David Kendall*)."""
        at = self._reading.at
        own = at.get((id(head.doc), head.i))
        if own is not None and own.named:
            return own
        for child in head.rights:
            if child.dep_ == "appos" and tokens.start <= child.i < tokens.end:
                named = at.get((id(head.doc), child.i))
                if named is not None and named.named and self._introduces(head, named):
                    return named
        if self._vocabulary.noun(head.text, "body") is not None:
            return self._body_after(head)
        return self._name_after(head, tokens) if own is None or own.type == "person" else None

    def _body_after(self, head: Token) -> Referent | None:
        """The organisation whose name follows its common noun (*the think tank Reform*), even where a parser ends the
        source before it."""
        doc = head.doc
        for index in range(head.i + 1, min(head.i + 3, len(doc))):
            named = self._reading.at.get((id(doc), index))
            if named is not None and named.named and named.type == "organisation":
                return named
            if doc[index].lower_ != "the":
                break
        return None

    def _introduces(self, head: Token, named: Referent) -> bool:
        """Is the name one that such a noun stands in apposition to?"""
        if named.type == "organisation":
            return self._vocabulary.noun(head.text, "body") is not None
        return named.type == "person"

    def _name_after(self, head: Token, tokens: Tokens) -> Referent | None:
        """The person whose name closes the phrase of a role: after a comma (*one pastor backing him, Ann Lee*), or
        next to what the role is of (*the head of the Agency Ann Lee*)."""
        if self._vocabulary.noun(head.text, "role") is None and head.lower_ != "one":
            return None
        at, last = self._reading.at, None
        for token in tokens.doc[head.i + 1 : tokens.end]:
            named = at.get((id(token.doc), token.i))
            if named is None or named is last or named.type != "person" or not named.named:
                continue
            last, before = named, self._before_name(token)
            if before.text == ",":
                return named
            if before.pos_ in ("NOUN", "PROPN") and self._vocabulary.noun(before.text, "role") is None:
                return named if named.end >= end_of(tokens) else None
        return None

    def _before_name(self, token: Token) -> Token:
        """The token before a name and its titles."""
        at = token.i - 1
        while at > 0 and (self._vocabulary.title(token.doc[at].text) or token.doc[at].text == "."):
            at -= 1
        return token.doc[at]

    def _personal_author(self, head: Token, tokens: Tokens, context: Context, hops: int) -> tuple[Speaker, ...]:
        """The person whose document it is (*his review*, *part of his review*): it is their voice."""
        owner = phrases.possessor(head)
        if owner is None:
            inner = next((t for p in head.rights if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"), None)
            noun = self._vocabulary.noun(inner.text, "document") if inner is not None else None
            owner = phrases.possessor(inner) if inner is not None and noun is not None else None
        if owner is None or owner.lower_ in coreference.SELF_PLURAL | coreference.NEUTER | coreference.PLURAL:
            return ()
        found = self._of_head(owner, tokens.doc[owner.i : owner.i + 1], context, hops - 1)
        return found if found and all(speaker.type == "person" for speaker in found) else ()

    def _members(self, head: Token, referent: Referent) -> tuple[Speaker, ...]:
        """The organisations that a plural such as *the charities* stands for, where the text lists them."""
        if self._vocabulary.noun(head.text, "organisations") is None or not phrases.is_bare(head):
            return ()
        listed = self._lists.organisations(referent.start)
        return tuple(
            Speaker(name=member.name, type=member.type, start=referent.start, end=referent.end) for member in listed
        )

    def _of_pronoun(self, head: Token, tokens: Tokens, context: Context, hops: int) -> tuple[Speaker, ...]:
        word, span = head.lower_, (start_of(tokens), end_of(tokens))
        if word in coreference.RELATIVE and head.tag_ in ("WDT", "WP", "WP$"):
            clause = next((token for token in head.ancestors if token.dep_ == "relcl"), None)
            antecedent = clause.head if clause is not None else None
            if antecedent is None:
                return ()
            return self._of_head(antecedent, head.doc[antecedent.i : antecedent.i + 1], context, hops - 1)
        if word in coreference.SELF_PLURAL or word in coreference.SELF:
            return self._own_side(word, span, context)
        if head.dep_ == "expl" or (word == "it" and head.dep_ == "nsubjpass"):
            return ()
        kinds = coreference.MALE | coreference.FEMALE | coreference.NEUTER | coreference.PLURAL
        if word not in kinds:
            return (_unresolved(self._text, span, "group"),)
        offset = start_of(head)
        sentence = self._reading.sentences[id(head.doc), head.sent.start]
        found = self._reading.salience.antecedent(
            word, offset, sentence, context.quoted or offset in self._reading.quoted, context
        )
        if found is None:
            kind: SpeakerType = "person" if word in coreference.MALE | coreference.FEMALE else "group"
            return (_unresolved(self._text, span, kind),)
        return (self._speaker(found, tokens),)

    def _own_side(self, word: str, span: Span, context: Context) -> tuple[Speaker, ...]:
        """Whom *we* or *I* means: inside a quotation the side of whoever is quoted, elsewhere publisher or author."""
        start, end = span
        if context.quoted or context.quotee:
            if word in coreference.SELF:
                return tuple(replace(speaker, start=start, end=end) for speaker in context.quotee)
            return tuple(
                Speaker(name=s.organisation, type="organisation", start=start, end=end)
                if s.organisation
                else replace(s, start=start, end=end)
                for s in context.quotee
            )
        if word in coreference.SELF_PLURAL and self._publisher:
            return (Speaker(name=self._publisher, type="organisation", start=start, end=end),)
        if self._authors:
            return tuple(Speaker(name=name, type="person", start=start, end=end) for name in self._authors)
        return (_unresolved(self._text, span, "group" if word in coreference.SELF_PLURAL else "person"),)

    def _of_words(self, head: Token, tokens: Tokens) -> tuple[Speaker, ...]:
        """A source that is nobody known, by its own words."""
        if (head.pos_ not in _NOMINAL and not head.text[:2].isupper()) or head.ent_type_ in ("DATE", "TIME", "MONEY"):
            return ()
        first, last = phrases.named(head)
        first, last = max(first, tokens.start), min(last, tokens.end)
        if first >= last:
            first, last = tokens.start, tokens.end
        start, end = start_of(head.doc[first]), end_of(head.doc[last - 1])
        kind: SpeakerType = "organisation" if head.pos_ == "PROPN" and not phrases.is_plural(head) else "group"
        if head.tag_ == "NN" and head.lower_.endswith(_AGENT_ENDINGS):
            kind = "person"
        return (Speaker(name=" ".join(self._text[start:end].split()), type=kind, start=start, end=end),)

    def _speaker(self, referent: Referent, tokens: Tokens) -> Speaker:
        """The referent as the speaker whom the tokens mention."""
        role, organisation = referent.role, referent.organisation
        standings = self._reading.standings.get(referent.name, ()) if referent.type == "person" else ()
        role = next((s.role for s in standings if s.role), role)
        organisation = next((s.organisation for s in standings if s.organisation), organisation)
        return Speaker(
            name=referent.name,
            type=referent.type,
            role=role,
            organisation=organisation,
            start=start_of(tokens),
            end=end_of(tokens),
        )


def _head(tokens: Tokens) -> Token | None:
    """The token that a source is about: the root of its phrase, or the first nominal of a span that is none. A root
    behind the first preposition is a parser's mistake: the head of an English noun phrase stands before it."""
    root: Token = tokens.root
    lead: Token | None = None
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN", "PRON") or token.text[:2].isupper():
            lead = token
        elif token.pos_ == "ADP" and lead is not None and lead.i + 1 == token.i:
            if root.i > token.i and (lead.pos_ != "PROPN" or lead.tag_ == "NNPS"):
                return lead
            break
        elif token.pos_ not in ("DET", "ADJ", "NUM"):
            break
    if root.pos_ in _NOMINAL:
        return root
    return next((token for token in tokens if token.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _last_word(tokens: Tokens) -> Token:
    """The last token that is no punctuation."""
    return next((token for token in reversed(list(tokens)) if not token.is_punct), tokens[-1])


def _unresolved(text: str, span: Span, kind: SpeakerType) -> Speaker:
    """A pronoun that nothing explains, by itself."""
    start, end = span
    return Speaker(name=text[start:end], type=kind, start=start, end=end)
