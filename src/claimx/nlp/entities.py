"""Finds named entities with a saved entity recogniser, for all tokens at once.

The recogniser of spaCy's small models goes from token to token and decides whether it stands outside of entities, is
one by itself, or begins one; inside an entity, whether it goes on or ends. It looks at the token, and within an entity
also at the entity's first token and at the one before: outside, no decision depends on an earlier one. So all tokens
are decided on together as if they stood outside, and all entities that begin are followed together; what overlaps an
earlier entity falls away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

from claimx.nlp.vectors import TokenVectors

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Array = NDArray[Any]

_Entity = tuple[int, int, str]
"""Its first token, the one after its last, and its label."""


class EntityFinder:
    """One recogniser."""

    def __init__(self, vectors: TokenVectors, model: Any, names: Sequence[str]) -> None:
        self._vectors = vectors
        linear, lower, upper = model.get_ref("tok2vec").layers[-1], model.get_ref("lower"), model.get_ref("upper")
        self._linear = linear.get_param("W").T, linear.get_param("b")
        pieces = lower.get_param("W").transpose(0, 2, 1, 3)
        self._token, self._entity, self._last = (one.reshape(-1, one.shape[-1]).T for one in pieces)
        self._bias = lower.get_param("b").T.ravel()
        _, entity, last = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(3, -1)
        self._outside_bias = self._bias + entity + last
        self._upper = upper.get_param("W").T, upper.get_param("b")
        self._names = tuple(names)

    @classmethod
    def of(cls, component: Any) -> Self | None:
        """The finder that does what the component does; None where that is something else."""
        from spacy.pipeline import EntityRecognizer

        if type(component) is not EntityRecognizer or component.cfg["beam_width"] != 1:
            return None
        model, moves = component.model, component.moves
        lower = model.get_ref("lower")
        known = model.attrs["has_upper"] and not model.attrs["unseen_classes"]
        if not known or (lower.get_dim("nF"), lower.get_dim("nP")) != (3, 2):
            return None
        network, *rest = model.get_ref("tok2vec").layers
        vectors = TokenVectors.of(network)
        if vectors is None or [layer.name for layer in rest] != ["list2array", "linear"]:
            return None
        return cls(vectors, model, [moves.get_class_name(number) for number in range(moves.n_moves)])

    def complete(self, groups: Sequence[Sequence[Doc]]) -> None:
        """Sets the entities of parsed Docs, group by group."""
        for docs, rows in zip(groups, self._vectors.of_groups(groups), strict=True):
            if any(map(len, docs)):
                self._complete(docs, rows)

    def _complete(self, docs: Sequence[Doc], rows: Sequence[Array]) -> None:
        from spacy.tokens import Span

        entities = self._found(docs, rows)
        entity = next(entities, None)
        start = 0
        for doc in docs:
            spans = []
            while entity is not None and entity[0] < start + len(doc):
                spans.append(Span(doc, entity[0] - start, entity[1] - start, label=entity[2]))
                entity = next(entities, None)
            doc.set_ents(spans, default="outside")
            start += len(doc)

    def _found(self, docs: Sequence[Doc], rows: Sequence[Array]) -> Iterator[_Entity]:
        """The entities in order, by their places among all tokens."""
        import numpy

        vectors = numpy.vstack(rows) @ self._linear[0]
        vectors += self._linear[1]
        asked = numpy.vstack([doc.to_array(["SENT_START", "IS_SPACE"]).reshape(-1, 2) for doc in docs])
        ends = numpy.append(asked[1:, 0] == 1, True)
        ends[numpy.cumsum([len(doc) for doc in docs]) - 1] = True
        tokens = vectors @ self._token
        moves = self._outside(tokens, ends, asked[:, 1] == 1)
        beginning = numpy.array([name.startswith("B-") for name in self._names])
        [opened] = beginning[moves].nonzero()
        closed = dict(zip(opened.tolist(), self._closed(opened, moves[opened], vectors, tokens, ends), strict=True))
        done = 0
        outside = self._names.index("O")
        for first in (moves != outside).nonzero()[0].tolist():
            if first >= done:
                done = closed.get(first, first + 1)
                yield first, done, self._names[moves[first]][2:]

    def _outside(self, tokens: Array, ends: Array, spaces: Array) -> Array:
        """For each token the best move outside of entities: an entity neither ends in the next sentence nor begins
        with white space."""
        import numpy

        scores = self._scores(tokens + self._outside_bias)
        begins, units = (
            numpy.array([one[:2] == kind and len(one) > 2 for one in self._names]) for kind in ("B-", "U-")
        )
        scores[:, ~(begins | units | (numpy.array(self._names) == "O"))] = -numpy.inf
        scores[numpy.ix_(ends, begins)] = -numpy.inf
        scores[numpy.ix_(spaces, begins | units)] = -numpy.inf
        best: Array = scores.argmax(axis=1)
        return best

    def _closed(self, opened: Array, moves: Array, vectors: Array, tokens: Array, ends: Array) -> list[int]:
        """The end of each entity that begins at a token with a move: step by step, as long as it goes on."""
        import numpy

        place = {name: number for number, name in enumerate(self._names)}
        going, ending = (
            numpy.array([place.get(kind + name[2:], 0) for name in self._names])[moves] for kind in ("I-", "L-")
        )
        firsts = vectors[opened] @ self._entity + self._bias
        found = opened + 1
        left = numpy.arange(len(opened))
        while len(left):
            here = found[left]
            scores = self._scores(tokens[here] + firsts[left] + vectors[here - 1] @ self._last)
            rows = numpy.arange(len(left))
            on = (scores[rows, going[left]] > scores[rows, ending[left]]) & ~ends[here]
            found[left] += 1
            left = left[on]
        return [*map(int, found)]

    def _scores(self, hidden: Array) -> Array:
        """The score of each move, from the sums of what a state's tokens give to the two pieces of each unit."""
        import numpy

        units = hidden.shape[1] // 2
        scores: Array = numpy.maximum(hidden[:, :units], hidden[:, units:]) @ self._upper[0]
        scores += self._upper[1]
        return scores
