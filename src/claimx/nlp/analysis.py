"""Runs the components of a spaCy pipeline over texts, with the same result as spaCy itself and in less time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from claimx.nlp.entities import EntityFinder
from claimx.nlp.forms import RuledForms, WrittenForms
from claimx.nlp.reading import read
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
        components = [component for _, component in language.pipeline]
        ruled = _ruled_forms(language.vocab, components)
        self._forms = ruled or WrittenForms(language.vocab)
        self._steps = tuple(map(_step, components))

    def analyse(self, texts: Sequence[str]) -> list[tokens.Doc]:
        """A `Doc` a text. They are worked on together: what they need of memory is the caller's to bound."""
        docs = [self._language.make_doc(text) for text in texts]
        for step in self._steps:
            step(docs)
        return list(map(read, docs, self._forms.of_docs(docs)))


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
    entities = EntityFinder.of(component)
    if entities is not None:
        return entities.complete
    return partial(_parse if _is_greedy_parser(component) else _pipe, component)


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
