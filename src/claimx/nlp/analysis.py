"""Runs the components of a spaCy pipeline over texts, with the same result as spaCy itself and in less time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from claimx.nlp.entities import EntityFinder
from claimx.nlp.forms import WordForms
from claimx.nlp.reading import DocReader
from claimx.nlp.vectors import TokenVectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from claimx.nlp import tokens

_Step = Callable[[list["Doc"]], None]
"""Adds its part to the analysis of some Docs."""


class Analyser:
    """One loaded pipeline."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._steps = tuple(_steps(language))
        self._reader = DocReader(language.vocab)

    def analyse(self, texts: Sequence[str]) -> list[tokens.Doc]:
        """A `Doc` a text. They are worked on together: what they need of memory is the caller's to bound."""
        docs = [self._language.make_doc(text) for text in texts]
        for step in self._steps:
            step(docs)
        return [self._reader.read(doc, text) for doc, text in zip(docs, texts, strict=True)]


def _steps(language: Language) -> Iterator[_Step]:
    components = list(language.pipeline)
    while components:
        _, component = components.pop(0)
        following = components[0][1] if components else None
        forms = WordForms.of(language.vocab, component, following)
        if forms is not None:
            components.pop(0)
            yield forms.complete
        elif (vectors := _vectors(component)) is not None:
            yield partial(_embed, vectors)
        elif (entities := EntityFinder.of(component)) is not None:
            yield entities.complete
        elif _is_greedy_parser(component):
            yield partial(_parse, component)
        else:
            yield partial(_pipe, component)


def _pipe(component: Any, docs: list[Doc]) -> None:
    if hasattr(component, "pipe"):
        docs[:] = component.pipe(docs, batch_size=max(1, len(docs)))
    else:
        docs[:] = [component(doc) for doc in docs]


def _vectors(component: Any) -> TokenVectors | None:
    from spacy.pipeline import Tok2Vec

    return TokenVectors.of(component.model) if type(component) is Tok2Vec else None


def _embed(vectors: TokenVectors, docs: list[Doc]) -> None:
    """Leaves the tokens' vectors where the components that share them look for them."""
    for doc, rows in zip(docs, vectors.of_docs(docs), strict=True):
        doc.tensor = rows


def _is_greedy_parser(component: Any) -> bool:
    from spacy.pipeline.transition_parser import Parser

    return isinstance(component, Parser) and component.cfg["beam_width"] == 1


def _parse(parser: Any, docs: list[Doc]) -> None:
    """What the parser's own `pipe` does, step by step from here. There each of its steps asks Python's interpreter lock
    a hundred times whether something went wrong, and that takes most of its time; here the lock is held already."""
    batch = parser.moves.init_batch(docs)
    states = [state for state in batch if not state.is_final()]
    if states:
        model = parser.model.predict(docs)
        scores = _scores(parser, model)
        while states:
            states = parser.transition_states(states, scores(states))
        model.clear_memory()
    parser.set_annotations(docs, batch)


def _scores(parser: Any, model: Any) -> Callable[[Any], Any]:
    """What the primed model makes of states: the score of each transition."""
    if not parser.model.attrs["has_upper"] or parser.model.attrs["unseen_classes"]:
        return model.predict  # type: ignore[no-any-return]
    weights, bias = model.vec2scores.get_param("W").T, model.vec2scores.get_param("b")

    def scores(states: Any) -> Any:
        vectors, _ = model.state2vec(model.get_token_ids(states), False)
        found = vectors @ weights
        found += bias
        return found

    return scores
