"""The reporting rules, indexed by the words that call them up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.wording import has_particle, is_model, is_set_off
from claimx.nlp import Token
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.party import BodyNoun, DocumentNoun, GroupNoun, Organisations, OrganisationWord, RoleNoun
from claimx.rulebook.kinds.reporting import (
    ContinuingWords,
    FindingWords,
    Hearsay,
    ReportingAdjective,
    ReportingNoun,
    ReportingVerb,
    SourceBracket,
    SourceDocument,
    SourceOrigin,
    SourcePhrase,
)

_NO_SPEAKERS = frozenset({"GPE", "LOC", "FAC", "DATE", "EVENT"})
"""Entities of which *see* tells what happened there or then, no view of theirs."""


class Lexicon:
    """Looks up the rules that a word may call up."""

    def __init__(self, rulebook: Rulebook) -> None:
        verbs: dict[str, list[Cue]] = defaultdict(list)
        for rule in rulebook.of(ReportingVerb):
            for verb in rule.verbs:
                base, _, particle = verb.partition(" ")
                verbs[base].append(Cue.of(rule, verb, particle or None))
        self._verbs: Mapping[str, tuple[Cue, ...]] = {
            base: tuple(sorted(cues, key=lambda cue: cue.particle is None)) for base, cues in verbs.items()
        }
        self.addressing = frozenset(verb for rule in rulebook.of(ReportingVerb) for verb in rule.addressed)
        """Verbs whose object may be whoever is told."""
        self.nouns: Mapping[str, ReportingNoun] = {n: r for r in rulebook.of(ReportingNoun) for n in r.nouns}
        self.adjectives: Mapping[str, Sequence[ReportingAdjective]] = _by_word(rulebook.of(ReportingAdjective))
        self.hearsay: Mapping[tuple[str, bool], Hearsay] = {
            (verb, rule.passive): rule for rule in rulebook.of(Hearsay) for verb in rule.verbs
        }
        """By the verb's base form and whether it is in the passive."""
        documents = sorted(rulebook.of(SourceDocument), key=lambda rule: bool(rule.prepositions))
        self.documents: Mapping[str, SourceDocument] = {noun: rule for rule in documents for noun in rule.nouns}
        nouns: tuple[RoleNoun | BodyNoun | GroupNoun | DocumentNoun, ...] = (
            *rulebook.of(RoleNoun),
            *rulebook.of(BodyNoun),
            *rulebook.of(GroupNoun),
            *rulebook.of(DocumentNoun),
        )
        self._speakers = frozenset(word.lower().split()[-1] for rule in nouns for word in rule.words)
        self._body_words = frozenset(word for rule in rulebook.of(OrganisationWord) for word in rule.words)
        pollsters = ((rule.id, entry) for rule in rulebook.of(Organisations) if rule.polls for entry in rule.entries)
        self._pollsters = {name: rule for rule, entry in pollsters for name in (entry.name, *entry.aliases)}
        self.reckoning = frozenset(word for rule in documents if rule.asks == "never" for word in rule.prepositions)
        """Prepositions before what somebody reckons: *by her own count*."""
        self.polls = re.compile(
            "|".join(re.escape(noun) for rule in documents if rule.asks != "never" for noun in rule.nouns) or "$^",
            re.I,
        )
        """Finds the words for polls and studies, alone or in others."""
        phrases: dict[str, list[tuple[tuple[str, ...], SourcePhrase]]] = defaultdict(list)
        for source in rulebook.of(SourcePhrase):
            for words in (tuple(text.lower().split()) for text in source.phrases):
                phrases[words[0]].append((words, source))
        self.phrases: Mapping[str, Sequence[tuple[tuple[str, ...], SourcePhrase]]] = phrases
        """By their first words, with their rules."""
        self._findings: Mapping[str, Mapping[str, FindingWords]] = {
            tells: {word: rule for rule in rulebook.of(FindingWords) if rule.tells == tells for word in rule.words}
            for tells in ("people", "public", "asked", "opinion", "measure", "comparison", "projection", "heading")
        }

        self._origins: Mapping[str, SourceOrigin] = {
            noun: rule for rule in rulebook.of(SourceOrigin) for noun in rule.nouns
        }
        self.brackets = [(re.compile(rule.pattern), rule) for rule in rulebook.of(SourceBracket)]
        """What finds the sources that stand in brackets."""
        self._continuing: Mapping[tuple[str, str], str] = {
            (rule.tells, word): rule.id for rule in rulebook.of(ContinuingWords) for word in rule.words
        }
        self.procedure = frozenset(word for rule in rulebook.of(ContinuingWords) for word in rule.unless)
        """Subjects and verbs, by their lemma, of what a court does, and nobody tells it."""
        self.shows_asked = frozenset(
            rule.id for rule in rulebook.of(FindingWords) if rule.tells in ("people", "asked", "public", "opinion")
        )
        """The rules whose words in a finding show that people were asked."""

    def can_speak(self, noun: Token) -> bool:
        """Whether the noun is a name but no model's, a pronoun, or a common noun for people, bodies or documents."""
        name = noun.pos_ in ("PROPN", "PRON") and not is_model(noun)
        return name or noun.lower_ in self._speakers or noun.lemma_.lower() in self._speakers

    def can_assert(self, noun: Token) -> bool:
        """Whether the noun can speak, or is one of documents that show or find."""
        return self.can_speak(noun) or noun.lemma_.lower() in self.documents

    def pollster(self, noun: Token) -> str | None:
        """The rule that knows the noun for the name of a firm that takes polls."""
        return self._pollsters.get(noun.text) if noun.pos_ == "PROPN" else None

    def finding(self, tells: str, word: Token) -> FindingWords | None:
        """The rule by which a word tells that a poll's findings go on in the way named."""
        return self._findings[tells].get(word.lemma_.lower())

    def origin(self, verb: Token, noun: Token) -> str | None:
        """The rule by which what a noun stands for comes from somebody who gives it."""
        rule = self._origins.get(noun.lemma_.lower())
        return rule.id if rule is not None and verb.lemma_.lower() in rule.verbs else None

    def willing(self, word: Token) -> str | None:
        """The rule by which a word tells that what its infinitive says has been said (*keen to stress*)."""
        rules = self.adjectives.get(word.lower_, ())
        return next((rule.id for rule in rules if "saying" in rule.complements), None)

    def continuing(self, tells: str, word: str) -> str | None:
        """The rule by which a word tells that what somebody said goes on in the way named."""
        return self._continuing.get((tells, word))

    def cues(self, verb: Token) -> Iterator[Cue]:
        """The readings of a verb, those with a particle that stands there first."""
        for cue in self._verbs.get(self._base(verb), ()):
            if cue.particle is None or has_particle(verb, cue.particle):
                yield cue

    def is_survey(self, noun: Token | None) -> bool:
        """Whether the noun is a poll or study, or what one brought (*survey results*)."""
        rule = self.documents.get(noun.lemma_.lower()) if noun is not None else None
        if noun is not None and self.pollster(noun) is not None:
            return True
        if noun is None or rule is None:
            return False
        return bool(rule.prepositions) or any(self._is_poll(one) for one in noun.lefts if one.dep_ == "compound")

    def _is_poll(self, noun: Token) -> bool:
        rule = self.documents.get(noun.lemma_.lower())
        return rule is not None and rule.asks != "never"

    def suits(self, source: Token, cue: Cue) -> bool:
        """Whether the source is of the sort that the cue asks for."""
        if source.lemma_.lower() in cue.not_by:
            return False
        if cue.sources == "survey":
            return self.is_survey(source)
        if cue.sources == "observer":
            return self._is_body(source) or source.lemma_.lower() in self.documents.keys() | cue.by
        if cue.sources == "party":
            return self.can_speak(source)
        if cue.sources == "speaker":
            return source.lemma_.lower() in cue.by or (self.can_speak(source) and source.ent_type_ not in _NO_SPEAKERS)
        if cue.sources == "any" or source.lemma_.lower() in self.documents:
            return True
        return source.pos_ == "PRON" or (source.pos_ == "PROPN" and cue.sources == "document")

    def _is_body(self, name: Token) -> bool:
        """Whether a name is that of a body, as far as it shows."""
        body = name.text in self._body_words or name.ent_type_ not in (*_NO_SPEAKERS, "PERSON", "NORP")
        return name.pos_ == "PROPN" and body

    def document_rules(self, source: Token | None, cue: Cue) -> tuple[str, ...]:
        """The rule that knows the source as a document, where the cue asks for one."""
        rule = self.documents.get(source.lemma_.lower()) if source is not None and cue.sources != "any" else None
        return (rule.id,) if rule is not None else ()

    def phrases_at(self, token: Token) -> Iterator[tuple[tuple[str, ...], str]]:
        """The source phrases that begin with the token, each with its rule."""
        for words, rule in self.phrases[token.lower_]:
            stretch = token.doc[token.i : token.i + len(words)]
            if tuple(one.lower_ for one in stretch) == words and (not rule.set_off or is_set_off(token, len(words))):
                yield words, rule.id

    def _base(self, verb: Token) -> str:
        """The verb's base form; a silent *e* that the lemmatiser lost (*hoping*: *hop*) is put back, and a doubled
        consonant that it left (*pencilled*) is undone."""
        base = verb.lemma_.lower()
        if base in self._verbs:
            return base
        word = verb.lower_
        stem = word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else base
        if stem + "e" in self._verbs:
            return stem + "e"
        single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
        return single if single in self._verbs else base

    def quotes(self, verb: Token) -> Cue | None:
        """The first reading of the verb that introduces quotations."""
        return next((cue for cue in self.cues(verb) if "quotation" in cue.complements), None)


def _by_word(rules: Iterable[ReportingAdjective]) -> Mapping[str, Sequence[ReportingAdjective]]:
    found: dict[str, list[ReportingAdjective]] = defaultdict(list)
    for rule in rules:
        for word in rule.adjectives:
            found[word].append(rule)
    return found
