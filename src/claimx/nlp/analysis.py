"""Runs the components of a spaCy pipeline over texts, with the same result as spaCy itself (on texts without double
blanks) and in less time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from claimx.nlp.entities import EntityFinder
from claimx.nlp.forms import RuledForms, WrittenForms
from claimx.nlp.parsing import Parsing
from claimx.nlp.reading import read, squeezed
from claimx.nlp.vectors import TokenVectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from claimx.nlp import tokens

_Groups = Sequence[list["Doc"]]
_Step = Callable[[_Groups], None]
"""Adds its part to the analysis of some Docs."""


class Analyser:
    """One loaded pipeline.

    It takes groups of texts. What it makes of a group never depends on the groups that it is given with it: where
    matrices are multiplied, the last bits of a row depend on how many rows there are, so that each group is multiplied
    by itself; the rest is done for all at once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        components = [component for _, component in language.pipeline]
        ruled = _ruled_forms(language.vocab, components)
        self._forms = ruled or WrittenForms(language.vocab)
        self._steps = tuple(map(_step, components))

    def analyse(self, groups: Sequence[Sequence[str]]) -> list[list[tokens.Doc]]:
        """A `Doc` a text. What they all need of memory is the caller's to bound."""
        analysed = [[self._language.make_doc(squeezed(text)) for text in texts] for texts in groups]
        for step in self._steps:
            step(analysed)
        docs = list(chain.from_iterable(analysed))
        taken_over = map(read, chain.from_iterable(groups), docs, self._forms.of_docs(docs))
        return [list(islice(taken_over, len(texts))) for texts in groups]


def _ruled_forms(vocab: Any, components: list[Any]) -> RuledForms | None:
    """The forms that two of the components give, which are taken from the list; None where there are no such two, or
    others behind them may ask for the forms."""
    for at in range(len(components) - 1):
        forms = RuledForms.of(vocab, *components[at : at + 2])
        if forms is not None and all(EntityFinder.of(one) for one in components[at + 2 :]):
            del components[at : at + 2]
            return forms
    return None


def _step(component: Any) -> _Step:
    """The component in the fastest way that is known for it."""
    vectors = _vectors(component)
    if vectors is not None:
        return partial(_embed, vectors)
    known = EntityFinder.of(component) or Parsing.of(component)
    return known.complete if known is not None else partial(_pipe, component)


def _pipe(component: Any, groups: _Groups) -> None:
    for docs in groups:
        if hasattr(component, "pipe"):
            docs[:] = component.pipe(docs, batch_size=max(1, len(docs)))
        else:
            docs[:] = [component(doc) for doc in docs]


def _vectors(component: Any) -> TokenVectors | None:
    from spacy.pipeline import Tok2Vec

    return TokenVectors.of(component.model) if type(component) is Tok2Vec else None


def _embed(vectors: TokenVectors, groups: _Groups) -> None:
    """Leaves the tokens' vectors where the components that share them look for them."""
    for docs, found in zip(groups, vectors.of_groups(groups), strict=True):
        for doc, rows in zip(docs, found, strict=True):
            doc.tensor = rows
