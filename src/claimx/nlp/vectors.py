"""The network that gives each token a vector that depends on the tokens around it, run with less overhead.

It is the one of spaCy's small models: a word's features are looked up in hashed tables and joined to one vector; four
layers then mix each vector with those of its neighbours (`MultiHashEmbed`, `MaxoutWindowEncoder`). spaCy works the
first step out for every token anew, and copies what stands between the others several times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from claimx.nlp.forms import row_keys

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[Any]

_MAXOUT = ">>".join(("maxout", "layernorm", "dropout"))
_KNOWN = re.compile(
    r"extract_features>>list2ragged>>with_array\(ints-getitem>>hashembed(?:\|ints-getitem>>hashembed)*\)"
    rf">>with_array\({_MAXOUT}\)>>ragged2list"
    rf">>with_array\(residual\(expand_window>>{_MAXOUT}\)(?:>>residual\(expand_window>>{_MAXOUT}\))*\)"
)
"""thinc's name of the network, which spells out its layers."""

_MOST = 20_000
"""Words whose vectors are remembered at most; beyond, all are forgotten, and found anew."""


class TokenVectors:
    """A network with what it has made of words so far. Single words are worked out with twice the precision, so that
    what comes of one never depends on which others it was met with."""

    def __init__(self, columns: Sequence[str], embeds: Sequence[Any], layers: Sequence[_Layer], pad: int) -> None:
        self._columns = tuple(columns)
        self._first, *self._layers = layers
        self._features = _features(embeds, self._first.weights)
        self._pad = pad
        self._known: dict[bytes, int] = {}
        self._words: Floats = self._first.gain[:0].reshape(0, len(self._first.gain))
        """A row a known word; there may be room for more."""

    @classmethod
    def of(cls, model: Any) -> Self | None:
        """The network of a thinc model; None where it is of another build."""
        nodes: dict[str, list[Any]] = {}
        for node in model.walk(order="dfs_pre"):
            nodes.setdefault(node.name, []).append(node)
        if not _KNOWN.fullmatch(model.name) or any(one.attrs["window_size"] != 1 for one in nodes["expand_window"]):
            return None
        [features] = nodes["extract_features"]
        layers = [_Layer.of(*pair) for pair in zip(nodes["maxout"], nodes["layernorm"], strict=True)]
        return cls(features.attrs["columns"], nodes["hashembed"], layers, model.layers[-1].attrs["pad"])

    def of_groups(self, groups: Sequence[Sequence[Doc]]) -> Iterator[list[Floats]]:
        """A row a token for each Doc of each group. The new words of all groups are learned together; the rest of the
        network takes a group at a time."""
        rows = [[row_keys(doc, self._columns) for doc in docs] for docs in groups]
        if len(self._known) > _MOST:
            self._known.clear()
        words = chain.from_iterable(chain.from_iterable(rows))
        self._learn(dict.fromkeys(word for word in words if word not in self._known))
        return ([*self._of_group([[self._known[word] for word in doc] for doc in docs])] for docs in rows)

    def _of_group(self, docs: Sequence[Sequence[int]]) -> Iterator[Floats]:
        """The rows of Docs of which the words' numbers are given."""
        import numpy

        size = sum(map(len, docs)) + self._pad * (len(docs) + 1)
        width = self._words.shape[1]
        # Each row holds the vectors of the token before, of the token, and of the one behind
        windows = numpy.zeros((size, 3 * width), dtype="f")
        before, here, behind = (windows[:, at : at + width] for at in (0, width, 2 * width))
        places: list[slice] = []
        at = 0
        for words in docs:
            places.append(slice(at + self._pad, at + self._pad + len(words)))
            at = places[-1].stop
            here[places[-1]] = self._words[words]
        for layer in self._layers:
            before[1:] = here[:-1]
            behind[:-1] = here[1:]
            here += layer(windows)
        return (numpy.ascontiguousarray(here[place]) for place in places)

    def _learn(self, keys: dict[bytes, None]) -> None:
        import numpy

        if not keys:
            return
        values = numpy.frombuffer(b"".join(keys), dtype="uint64").reshape(len(keys), -1)
        first, *others = (feature.product(values) for feature in self._features)
        product = sum(others, start=first)
        start = len(self._known)
        self._known.update((key, number) for number, key in enumerate(keys, start))
        if len(self._known) > len(self._words):
            room = numpy.empty((len(self._known) + len(self._words) // 2, self._words.shape[1]), dtype="f")
            room[:start] = self._words[:start]
            self._words = room
        self._words[start : len(self._known)] = self._first.normalised(product)


class _Feature(NamedTuple):
    """One of a word's features with its part in the first layer: what comes of it is worked out once for all words
    that share it."""

    embed: Any
    weights: Floats

    def product(self, values: Floats) -> Floats:
        """For each word, given by the values of all of its features, what this one adds to the layer's sums."""
        import numpy

        table = self.embed.get_param("E")
        different, which = numpy.unique(values[:, self.embed.attrs["column"]], return_inverse=True)
        rows = self.embed.ops.hash(different, self.embed.attrs["seed"]) % len(table)
        found: Floats = (table[rows].sum(axis=1, dtype="d") @ self.weights)[which]
        return found


def _features(embeds: Sequence[Any], weights: Floats) -> tuple[_Feature, ...]:
    """The features that are looked up in some tables, which together are the input of a layer with these weights."""
    found = []
    start = 0
    for embed in embeds:
        end = start + embed.get_dim("nO")
        found.append(_Feature(embed, weights[start:end].astype("d")))
        start = end
    return tuple(found)


class _Layer(NamedTuple):
    """A maxout layer, normalised: each unit's value is the largest that its pieces give."""

    weights: Floats
    """A column a unit and piece, the units of the first piece before those of the second."""
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, normal: Any) -> Self:
        units, pieces, width = maxout.get_param("W").shape
        weights = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * units, width).T
        return cls(weights, maxout.get_param("b").T.ravel(), normal.get_param("G"), normal.get_param("b"))

    def __call__(self, rows: Floats) -> Floats:
        """What the layer makes of each row."""
        return self.normalised(rows @ self.weights)

    def normalised(self, found: Floats) -> Floats:
        """What it makes of the rows that gave this when they were multiplied by the weights. It is changed."""
        import numpy

        found += self.bias
        units = len(self.gain)
        best: Floats = found[:, :units]
        for start in range(units, found.shape[1], units):
            best = numpy.maximum(best, found[:, start : start + units])
        best -= best.mean(axis=1, keepdims=True)
        best *= (numpy.einsum("ij,ij->i", best, best)[:, None] / units + 1e-8) ** -0.5
        best *= self.gain
        best += self.shift
        return best
