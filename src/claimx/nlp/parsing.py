"""Runs a saved parser over many texts at once, step by step.

spaCy's own loop asks Python's interpreter lock a hundred times a step whether something went wrong, and that takes most
of its time; here the lock is held already. What a step costs by itself, however few texts are left to parse, is paid
once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Array = NDArray[Any]


class Parsing:
    """One parser. What its network makes of tokens is worked out group by group, and the scores of its states with
    twice the precision, so that no group's parse depends on which others it is given with."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._vectors, self._lower, self._upper = parser.model.layers
        features = self._lower.get_param("W")
        self._features = features.reshape(-1, features.shape[-1]).T
        self._rows: Array = self._features[:0]
        self._weights, self._bias = (self._upper.get_param(name).T.astype("d") for name in ("W", "b"))

    @classmethod
    def of(cls, component: Any) -> Self | None:
        """The way to run the component; None where it is no parser, or searches in another way."""
        from spacy.pipeline.transition_parser import Parser

        if not isinstance(component, Parser) or component.cfg["beam_width"] != 1:
            return None
        attributes = component.model.attrs
        return cls(component) if attributes["has_upper"] and not attributes["unseen_classes"] else None

    def complete(self, groups: Sequence[Sequence[Doc]]) -> None:
        """Sets what the parser finds in the Docs of each group."""
        docs = list(chain.from_iterable(groups))
        batch = self._parser.moves.init_batch(docs)
        states = [state for state in batch if not state.is_final()]
        if states:
            model = self._primed(groups)
            while states:
                vectors, _ = model.state2vec(model.get_token_ids(states), False)
                scores = vectors @ self._weights
                scores += self._bias
                states = self._parser.transition_states(states, scores.astype("f"))
            model.clear_memory()
        self._parser.set_annotations(docs, batch)

    def _primed(self, groups: Sequence[Sequence[Doc]]) -> Any:
        """spaCy's network for states, with what it needs of all tokens."""
        from spacy.ml.parser_model import ParserStepModel

        rows = self._room(1 + sum(len(doc) for docs in groups for doc in docs))
        rows[0] = self._lower.get_param("pad")[0].ravel()  # what is taken for a token that is not there
        start = 1
        for docs in groups:
            if any(map(len, docs)):
                vectors = self._vectors.predict([*docs])
                vectors.dot(self._features, out=rows[start : start + len(vectors)])
                start += len(vectors)
        shape = (self._lower.get_dim(name) for name in ("nF", "nO", "nP"))
        layers = (lambda docs, is_train: (None, None), _Known(self._lower, rows.reshape(-1, *shape)), self._upper)
        return ParserStepModel([], layers, has_upper=True, train=False)

    def _room(self, rows: int) -> Array:
        """As many rows for what is known of tokens. The same memory serves again: it is much to ask for each time."""
        import numpy

        if len(self._rows) < rows:
            self._rows = numpy.empty((rows, self._features.shape[1]), dtype="f")
        return self._rows[:rows]


class _Known:
    """Stands for a layer of which is known already what it gives."""

    def __init__(self, layer: Any, given: Array) -> None:
        self._given = given
        self.ops = layer.ops
        self.get_param = layer.get_param
        self.has_dim = layer.has_dim
        self.get_dim = layer.get_dim

    def __call__(self, _: object, is_train: bool) -> tuple[Array, None]:
        return self._given, None
