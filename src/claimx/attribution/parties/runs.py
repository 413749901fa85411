"""Names that the recogniser misses and that show by their words: runs of capitals around an organisation word, or that
begin with a first name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.parties.spots import JOINTS, PARTICLES
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Token
from claimx.nlp.nounphrases import is_hyphen

_CONNECTORS = JOINTS | PARTICLES | {"the", "'s", "'"}
_MAX_RUN = 10
"""Tokens; longer runs of capitals are headlines, not names."""

Run = tuple[int, int]
"""First and last token (exclusive) of a run of capitals."""
Found = tuple[int, int, str, tuple[str, ...]]
"""First and last token (exclusive), what it is, and the rules that say so."""


class RunReader:
    """Reads the runs of capitals of documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def complements(self, doc: Sequence[Token], runs: Sequence[Run]) -> Iterator[Found]:
        """Bodies of some place (*the Bakers' Guild of Hull*), of which the recogniser often sees but the place."""
        for first, last in runs:
            rule = self._head_before_complement(doc, first, last)
            if rule is not None and doc[last - 1].ent_type_ in ("", "GPE", "LOC"):
                yield first, last, "organisation", (rule,)

    def names(self, doc: Sequence[Token], runs: Sequence[Run]) -> Iterator[Found]:
        """The other names, for each run the longest first."""
        for first, last in runs:
            rule = self._vocabulary.organisation_words.get(doc[last - 1].text)
            given = self._vocabulary.given.get(doc[first].text)
            if rule is not None:
                joints = [i + 1 for i in range(first, last - 1) if doc[i].lower_ in JOINTS or doc[i].lower_ == "the"]
                for start in (first, *joints):
                    if last - start > 1 and self._vocabulary.noun(doc[start].text, "role") is None:
                        yield start, last, "organisation", (rule,)
            elif given is not None and last - first == 2 and all(token.pos_ == "PROPN" for token in doc[first:last]):
                yield first, last, "person", (given.id,)

    def particled(self, doc: Sequence[Token]) -> Iterator[Found]:
        """People whose surname begins with small words, which the recogniser cuts apart (*Anna von der Heide*), after
        a first name or a title."""
        for token in doc:
            if token.text not in PARTICLES or token.i == 0 or doc[token.i - 1].text in PARTICLES:
                continue
            last, before = token.i + 1, doc[token.i - 1]
            while last < len(doc) and (doc[last].text in PARTICLES or is_hyphen(doc[last])):
                last += 1
            if last == len(doc) or not _is_word(doc, last):
                continue
            given, title = self._vocabulary.given.get(before.text), self._vocabulary.title(before.text)
            if title is not None and title.style not in ("rank", "office"):
                yield token.i, last + 1, "person", (title.id,)
            elif given is not None or (before.ent_type_ == "PERSON" and _is_word(doc, before.i)):
                yield before.i, last + 1, "person", (given.id,) if given is not None else ()

    def _head_before_complement(self, doc: Sequence[Token], first: int, last: int) -> str | None:
        """The rule of the organisation word before an *of* or *for*, in a run without *and*."""
        if any(token.lower_ in ("and", "&") for token in doc[first:last]):
            return None
        if self._vocabulary.noun(doc[first].text, "role") is not None:
            return None
        for i in range(first + 1, last - 1):
            if doc[i].lower_ in ("of", "for"):
                return self._vocabulary.organisation_words.get(doc[i - 1].text)
        return None


def runs_of(doc: Sequence[Token]) -> Iterator[Run]:
    """Stretches of two to ten tokens of capitalised words, joined by small ones, without a leading article."""
    index = 0
    while index < len(doc):
        if not _is_word(doc, index):
            index += 1
            continue
        last = _end_of_run(doc, index)
        first = index + (doc[index].lower_ == "the")
        if 1 < last - first <= _MAX_RUN:
            yield first, last
        index = last


def _end_of_run(doc: Sequence[Token], first: int) -> int:
    """End of the run that begins with a word."""
    last = at = first + 1
    while at < len(doc):
        if _is_word(doc, at):
            last = at + 1
        elif doc[at].text not in _CONNECTORS or at - last >= 2:
            break
        at += 1
    return last


def _is_word(doc: Sequence[Token], at: int) -> bool:
    letter = doc[at].text[:1]
    return letter.isupper() and letter.isalpha()
