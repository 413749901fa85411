"""Finds proper names: what the entity recogniser marks, mended, and what titles, known names and the words of the text
itself show beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.attribution.parties.entities import EntityMender
from claimx.attribution.parties.forms import PersonForms, after_letters
from claimx.attribution.parties.rolenames import RoleNames
from claimx.attribution.parties.runs import Found, RunReader, runs_of
from claimx.attribution.parties.spots import (
    Spot,
    is_acronym,
    is_argument,
    is_camel,
    is_capital,
    is_listed_with_body,
    is_part_of_run,
)
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Annotation, Doc, Token
from claimx.nlp.annotation import end_of, start_of

if TYPE_CHECKING:
    from claimx.rulebook.kinds.party import Title


def _end_of_name(token: Token) -> int:
    """The token after the last of the proper nouns that begin at one."""
    end = token.i + 1
    while end < len(token.doc) and token.doc[end].pos_ == "PROPN" and is_capital(token.doc[end]):
        end += 1
    return end


class Spotter:
    """Finds the proper names of documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._mender = EntityMender(vocabulary)
        self._runs = RunReader(vocabulary)
        self._role_names = RoleNames(vocabulary)
        self._forms = PersonForms(vocabulary)

    def spots(self, annotation: Annotation, text: str, common: set[str]) -> list[Spot]:
        """All names in text order, without overlaps; a second pass finds elsewhere what one place taught. `common`: the
        words that the document writes in lower case."""
        found = [spot for doc in annotation.docs for spot in self._in_doc(doc, text)]
        surnames = {spot.words[-1] for spot in found if spot.label == "person" and spot.is_long}
        found = [self._without_title(spot, text) if spot.words[-1] in surnames else spot for spot in found]
        return sorted([*found, *self._again(annotation, found, text, common)], key=lambda spot: spot.start)

    def _in_doc(self, doc: Doc, text: str) -> Iterator[Spot]:
        taken = bytearray(len(doc))
        for first, last, label, rules in self._candidates(doc):
            is_title = last - first == 1 and self._vocabulary.title(doc[first].text) is not None
            if not is_title and not any(taken[first:last]):
                end = after_letters(doc, last, self._vocabulary) if label == "person" else last
                taken[first:end] = b"\1" * (end - first)
                yield self._spot(text, doc, first, last, label, rules)

    def _candidates(self, doc: Doc) -> Iterator[Found]:
        """Token ranges that may be names, the surest first."""
        entities, tokens = list(self._mender.names(doc)), list(doc)
        longest = {i: last - first for first, last, _ in entities for i in range(first, last)}
        for first, last, rule in self._known(tokens):
            if longest.get(first, 0) <= last - first:
                yield first, last, "organisation", (rule,)
        yield from self._runs.particled(tokens)
        for first, last, rule in (*self._forms.lettered(tokens), *self._forms.titled(tokens)):
            yield first, last, "person", (rule,)
        yield from ((first, last, "person", ()) for first, last in self._role_names.find(tokens))
        runs = list(runs_of(tokens))
        yield from self._runs.complements(tokens, runs)
        for first, last, label in entities:
            yield first, last, label, ()
        yield from self._runs.names(tokens, runs)
        for token in tokens:
            word = token.text
            if word.islower() and not word[0].isdigit():
                continue
            if is_acronym(token):
                yield token.i, token.i + 1, "acronym", ()
            elif is_listed_with_body(token) or is_camel(token) or self._speaks(token):
                yield token.i, token.i + 1, "organisation", ()
            elif self._is_called_a_body(token):
                yield token.i, _end_of_name(token), "organisation", ()

    def _speaks(self, token: Token) -> bool:
        """Is an unmarked proper noun, no first name, the subject of a verb of saying (*Refuge says*)?"""
        if token.dep_ != "nsubj" or token.pos_ != "PROPN" or token.ent_type_ or is_part_of_run(token):
            return False
        known = token.text in self._vocabulary.given or self._vocabulary.noun(token.text, "role") is not None
        return is_capital(token) and not known and token.head.lemma_.lower() in self._vocabulary.speaking

    def _is_called_a_body(self, token: Token) -> bool:
        """Does an unmarked name follow the common noun for what it is (*the charity Refuge*; *the
        developer, Hexley,*)?"""
        if token.i == 0 or token.pos_ != "PROPN" or token.ent_type_ or not is_capital(token):
            return False
        before = token.nbor(-1)
        if before.text == "," and token.i > 1 and token.i + 1 < len(token.doc) and token.nbor().text == ",":
            before = token.nbor(-2)
        noun = self._vocabulary.noun(before.text, "body")
        return noun is not None and noun.generic and before.is_lower

    def _known(self, doc: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Names that the lexicon of organisations holds."""
        for token in doc:
            for words in self._vocabulary.known_by_first.get(token.text, ()):
                last = token.i + len(words)
                if last <= len(doc) and all(doc[token.i + n].text == word for n, word in enumerate(words)):
                    if len(words) > 1 or self._stands_alone(token):
                        yield token.i, last, self._vocabulary.known[words][1]
                    break

    def _stands_alone(self, token: Token) -> bool:
        """Is a one-word name not merely a word of a longer one, or a common word that opens a sentence?"""
        doc = token.doc
        around = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
        if any(is_capital(other) and other.pos_ == "PROPN" and not self._is_role(other) for other in around):
            return token.is_upper
        if token.pos_ == "PROPN" or token.is_upper or token.ent_type_ in ("ORG", "NORP"):
            return True
        return token.i + 1 < len(doc) and self._vocabulary.noun(doc[token.i + 1].text, "role") is not None

    def _is_role(self, token: Token) -> bool:
        return self._vocabulary.noun(token.text, "role") is not None or token.ent_type_ == "PERSON"

    def _spot(self, text: str, doc: Doc, first: int, last: int, label: str, rules: tuple[str, ...] = ()) -> Spot:
        """The spot of a token range, with the title that stands before it and the rules that its words fulfil."""
        title, start = self._title_before(doc, first)
        named = [*rules]
        if title is not None:
            named.append(title.id)
        if label == "organisation" and doc[last - 1].text in self._vocabulary.organisation_words:
            named.append(self._vocabulary.organisation_words[doc[last - 1].text])
        if label == "person" and doc[first].text in self._vocabulary.given:
            named.append(self._vocabulary.given[doc[first].text].id)
        letters = doc[last : after_letters(doc, last, self._vocabulary)] if label == "person" else ()
        named.extend(rule.id for one in letters if (rule := self._vocabulary.post_nominal(one.text)) is not None)
        end = end_of(doc[last - 1])
        name = " ".join(text[start_of(doc[first]) : end].split())
        if title is not None and title.style in ("rank", "office"):
            start = first
        words = tuple(token.text for token in doc[first:last])
        key = " ".join(words).casefold()
        return Spot(
            doc, first, last, start_of(doc[start]), end, name, label, words, key, title, tuple(dict.fromkeys(named))
        )

    def _without_title(self, spot: Spot, text: str) -> Spot:
        """The spot without a title that was taken for a body's name (*DC Marsh*); `spot` ends with a surname."""
        title = self._vocabulary.title(spot.words[0]) if len(spot.words) == 2 else None
        if title is None or spot.label == "person":
            return spot
        return self._spot(text, spot.doc, spot.first + 1, spot.last, "person", (title.id,))

    def _title_before(self, doc: Doc, first: int) -> tuple[Title | None, int]:
        """The title next before a name and the token it starts at."""
        title, start = None, first
        while start > 0:
            at = start - 1 - (doc[start - 1].text == "." and start > 1)
            here = self._vocabulary.title(doc[at].text)
            if here is None or not is_capital(doc[at]):
                break
            if title is None or title.style in ("rank", "office"):
                title = here
            start = at
        return title, start

    def _again(self, annotation: Annotation, found: Sequence[Spot], text: str, common: set[str]) -> Iterator[Spot]:
        """Names that were found in one place, wherever else they stand: long ones whole, and the one-word forms of
        people and bodies."""
        long = {spot.words: spot.label for spot in found if spot.is_long}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for words in long:
            lengths[words[0]].add(len(words))
        short = {word: label for word, label in self._short_forms(found).items() if word.lower() not in common}
        taken = {(id(spot.doc), i) for spot in found for i in range(spot.first, spot.last)}
        for doc in annotation.docs:
            for token in doc:
                if not is_capital(token) or (id(doc), token.i) in taken:
                    continue
                for length in sorted(lengths.get(token.text, ()), reverse=True):
                    last = token.i + length
                    if last > len(doc):
                        continue
                    label = long.get(tuple(other.text for other in doc[token.i : last]))
                    if label is not None and not any((id(doc), i) in taken for i in range(token.i, last)):
                        taken.update((id(doc), i) for i in range(token.i, last))
                        yield self._spot(text, doc, token.i, last, label)
                        break
                else:
                    alone = short.get(token.text)
                    body = alone == "organisation"
                    if alone is not None and not is_part_of_run(token) and (not body or is_argument(token)):
                        yield self._spot(text, doc, token.i, token.i + 1, alone)

    def _short_forms(self, found: Sequence[Spot]) -> dict[str, str]:
        """The single words that may stand for somebody: surnames, acronyms, the first words of bodies' names."""
        forms: dict[str, str] = {}
        for spot in found:
            if spot.label == "acronym" or (spot.label == "person" and spot.is_long):
                forms[spot.words[-1]] = spot.label
        for spot in found:
            if spot.label == "organisation" and spot.is_long and spot.words[0] not in self._vocabulary.given:
                forms.setdefault(spot.words[0], "organisation")
        return forms
