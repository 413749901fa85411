"""Resolves the source of a statement to its speakers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.attribution.context import Context
from claimx.attribution.parties import coreference, phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.heads import NOMINAL, HeadFinder
from claimx.attribution.parties.parts import parts
from claimx.attribution.parties.plurals import Plurals
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.attribution.parties.works import Works
from claimx.model import Span, Speaker, SpeakerType
from claimx.nlp import Annotation, Doc, Token
from claimx.nlp import Span as Tokens
from claimx.nlp.annotation import end_of, offsets, start_of
from claimx.nlp.syntax import is_figure

_AGENT_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman", "person")
"""Endings of nouns for people."""
_MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
"""What a figure measures, which never speaks."""
_OWNERS = frozenset({"his", "her", "its", "their"})
_LIST_SENTENCES = 2
"""How far back a list may stand that *they* means."""
_MAX_HOPS = 4
"""How many relative clauses and *of* phrases a source is followed through."""

Speakers = tuple[Speaker, ...]


class SourceResolver:
    """Resolves sources of one document, published by `publisher` and written by `authors` where those are known."""

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
        self._heads = HeadFinder(reading, vocabulary)
        self._plurals = Plurals(text, reading, vocabulary)
        self._works = Works(text, annotation.docs, reading, vocabulary)

    def resolve(self, source: Span, context: Context) -> Speakers:
        """The speakers that a source span means."""
        tokens = self._annotation.tokens(*source)
        speakers: dict[str, Speaker] = {}
        for part in parts(tokens, self._reading) if tokens is not None else ():
            head = self._heads.head(part)
            for speaker in self._of_head(head, part, context, _MAX_HOPS) if head is not None else ():
                speakers.setdefault(speaker.name, speaker)
        return tuple(speakers.values())

    def _of_head(self, head: Token, tokens: Tokens, context: Context, hops: int) -> Speakers:
        """The speakers of a phrase with this head; `hops` bounds how often another phrase is gone to."""
        if hops == 0:
            return ()
        pair = self._plurals.pair(head, start_of(tokens))
        if pair:
            return tuple(self._speaker(member, tokens) for member in pair)
        if head.lower_ in coreference.PRONOUNS and head.pos_ != "PROPN":
            return self._of_pronoun(head, tokens, context, hops)
        referent = self._heads.referent(head, tokens)
        if referent is None:
            return tuple(self._with_owner(speaker, head, context, hops) for speaker in self._of_words(head, tokens))
        if referent.named:
            is_some = referent.type != "person" and self._heads.is_some_of(head, referent)
            return self._of_words(head, tokens) if is_some else (self._speaker(referent, tokens),)
        behind = self._author(head, tokens, context, hops) if referent.type == "document" else ()
        if referent.plural and phrases.is_definite(head):
            behind = self._plurals.members(head, referent)
        if behind:
            return behind
        speaker = self._with_owner(self._speaker(referent, tokens), head, context, hops)
        return tuple(self._works.speakers(speaker, head)) if referent.type == "document" else (speaker,)

    def _with_owner(self, speaker: Speaker, head: Token, context: Context, hops: int) -> Speaker:
        """The speaker with the owner's name for *his*, *her*, *its* or *their*: *its report* is *Tallis's report*."""
        owner = head.doc[phrases.named(head)[0]]
        if owner.dep_ != "poss" or owner.lower_ not in _OWNERS or not speaker.name.startswith(owner.text):
            return speaker
        found = self._of_pronoun(owner, owner.doc[owner.i : owner.i + 1], context, hops - 1)
        if len(found) != 1 or found[0].name == owner.text or not found[0].name[:1].isupper():
            return speaker
        if found[0].organisation and self._vocabulary.noun(head.text, "body") is not None:
            return replace(speaker, name=found[0].organisation, type="organisation")
        name, mark = found[0].name, "’" if "’" in self._text else "'"
        ending = "" if name.endswith(("’s", "'s")) else mark if name.endswith("s") else f"{mark}s"
        return replace(speaker, name=f"{name}{ending}{speaker.name[len(owner.text) :]}")

    def _author(self, head: Token, tokens: Tokens, context: Context, hops: int) -> Speakers:
        """The person whose document it is (*his review*, *part of his review*): it is their voice."""
        owner = phrases.possessor(head)
        if owner is None:
            inner = next((t for p in head.rights if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"), None)
            if inner is not None and self._vocabulary.noun(inner.text, "document") is not None:
                owner = phrases.possessor(inner)
        if owner is None or owner.lower_ in coreference.SELF_PLURAL | coreference.NEUTER | coreference.PLURAL:
            return ()
        found = self._of_head(owner, tokens.doc[owner.i : owner.i + 1], context, hops - 1)
        return found if all(speaker.type == "person" for speaker in found) else ()

    def _of_pronoun(self, head: Token, tokens: Tokens, context: Context, hops: int) -> Speakers:
        word, offset = head.lower_, start_of(head)
        if word in coreference.RELATIVE and head.tag_ in ("WDT", "WP", "WP$"):
            clause = next((token for token in head.ancestors if token.dep_ == "relcl"), None)
            if clause is None:
                return ()
            antecedent = clause.head
            if antecedent.dep_ == "appos":
                antecedent = antecedent.head
            if word == "which" and self._reading.of(antecedent) is None:
                return ()
            return self._of_head(antecedent, head.doc[antecedent.i : antecedent.i + 1], context, hops - 1)
        if word in coreference.SELF_PLURAL or word in coreference.SELF:
            return self._own_side(word, offsets(tokens), context)
        if word in coreference.ADDRESSED | coreference.DEMONSTRATIVE or head.dep_ == "expl":
            return ()
        if word == "it" and head.dep_ == "nsubjpass":
            return ()
        found, sentence = None, self._reading.sentences.of(head)
        if word in coreference.THIRD:
            quoted = context.quoted or offset in self._reading.quoted
            found = self._reading.salience.antecedent(word, offset, sentence, quoted, context)
        if found is None and word in coreference.PLURAL:
            listed = self._plurals.lists.before(offset)
            if listed and sentence - listed[0].sentence <= _LIST_SENTENCES:
                return tuple(self._speaker(member, tokens) for member in listed)
        if found is None:
            is_person = word in coreference.MALE or word in coreference.FEMALE
            return (self._unresolved(offsets(tokens), "person" if is_person else "group"),)
        return (self._speaker(found, tokens),)

    def _own_side(self, word: str, span: Span, context: Context) -> Speakers:
        """Whom *we* or *I* means: inside a quotation the side of whoever is quoted, elsewhere publisher or author."""
        start, end = span
        alone = word in coreference.SELF
        if context.quoted or context.quotee:
            return tuple(
                replace(speaker, start=start, end=end)
                if alone or not speaker.organisation
                else Speaker(name=speaker.organisation, type="organisation", start=start, end=end)
                for speaker in context.quotee
            )
        if self._publisher and not alone:
            return (Speaker(name=self._publisher, type="organisation", start=start, end=end),)
        if self._authors:
            return tuple(Speaker(name=name, type="person", start=start, end=end) for name in self._authors)
        return ()

    def _of_words(self, head: Token, tokens: Tokens) -> Speakers:
        """A source that is nobody known, by its own words."""
        nominal = head.pos_ in NOMINAL or head.text[:2].isupper()
        if not nominal or head.ent_type_ in _MEASURED or _is_mere_figure(head):
            return ()
        first, last = phrases.named(head)
        first, last = max(first, tokens.start), min(last, tokens.end)
        if first >= last or head.pos_ == "NUM":
            first, last = tokens.start, tokens.end
        last = _before_apposition(head.doc, first, last)
        start, end = start_of(head.doc[first]), end_of(head.doc[last - 1])
        kind: SpeakerType = "organisation" if head.pos_ == "PROPN" and not phrases.is_plural(head) else "group"
        if head.tag_ == "NN" and head.lower_.endswith(_AGENT_ENDINGS):
            kind = "person"
        return (Speaker(name=" ".join(self._text[start:end].split()), type=kind, start=start, end=end),)

    def _speaker(self, referent: Referent, tokens: Tokens) -> Speaker:
        """The referent as the speaker whom the tokens mention, with the role that the document gives first."""
        standings = self._reading.standings.get(referent.name, ()) if referent.type == "person" else ()
        end = end_of(tokens)
        cut = not referent.named and start_of(tokens) <= referent.start < end < referent.end
        return Speaker(
            name=" ".join(self._text[referent.start : end].split()) if cut else referent.name,
            type=referent.type,
            role=next((s.role for s in standings if s.role), referent.role),
            organisation=next((s.organisation for s in standings if s.organisation), referent.organisation),
            start=start_of(tokens),
            end=end,
        )

    def _unresolved(self, span: Span, kind: SpeakerType) -> Speaker:
        """A pronoun that nothing explains, by itself."""
        start, end = span
        return Speaker(name=self._text[start:end], type=kind, start=start, end=end)


def _is_mere_figure(head: Token) -> bool:
    """Whether a figure stands for no people: *shares closed at 141p, which …*, not *forty of the ministers*."""
    return is_figure(head) and head.lower_ != "one" and not any(one.lower_ == "of" for one in head.rights)


def _before_apposition(doc: Doc, first: int, last: int) -> int:
    """Where a name ends that a parser takes for part of what is set beside it (*Larkrise, Devon's biggest society*)."""
    comma = next((i for i in range(first, last) if doc[i].text == ","), last)
    return comma if comma > first and all(doc[i].text[:1].isupper() for i in range(first, comma)) else last
