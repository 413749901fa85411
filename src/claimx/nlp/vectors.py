"""The network that gives each token a vector that depends on the tokens around it, run with less overhead.

It is the one of spaCy's small models: a word's features are looked up in hashed tables and joined to one vector; four
layers then mix each vector with those of its neighbours (`MultiHashEmbed`, `MaxoutWindowEncoder`). spaCy works the
first step out for every token anew, and copies what stands between the others several times."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
        self._embeds = tuple(embeds)
        self._first, *self._layers = layers
        self._pad = pad
        self._known: dict[bytes, int] = {}
        self._words: Floats = self._first.gain[:0].reshape(0, len(self._first.gain))

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

    def of_docs(self, docs: Sequence[Doc]) -> list[Floats]:
        """A row a token for each Doc."""
        import numpy

        rows = self._rows(docs)
        size = sum(map(len, rows)) + self._pad * (len(rows) + 1)
        width = self._words.shape[1]
        # Each row holds the vectors of the token before, of the token, and of the one behind
        windows = numpy.zeros((size, 3 * width), dtype="f")
        before, here, behind = (windows[:, at : at + width] for at in (0, width, 2 * width))
        places: list[slice] = []
        at = 0
        for row in rows:
            places.append(slice(at + self._pad, at + self._pad + len(row)))
            at = places[-1].stop
            here[places[-1]] = self._words[row]
        for layer in self._layers:
            before[1:] = here[:-1]
            behind[:-1] = here[1:]
            here += layer(windows)
        return [numpy.ascontiguousarray(here[place]) for place in places]

    def _rows(self, docs: Sequence[Doc]) -> list[list[int]]:
        """For each token of each Doc, the row of `_words` that holds its word's vector."""
        if len(self._known) > _MOST:
            self._known.clear()
            self._words = self._words[:0]
        keys = [row_keys(doc, self._columns) for doc in docs]
        self._learn(dict.fromkeys(key for one in keys for key in one if key not in self._known))
        return [[self._known[key] for key in one] for one in keys]

    def _learn(self, keys: dict[bytes, None]) -> None:
        import numpy

        if not keys:
            return
        features = numpy.frombuffer(b"".join(keys), dtype="uint64").reshape(len(keys), -1)
        found = [_looked_up(embed, features[:, embed.attrs["column"]]) for embed in self._embeds]
        vectors = self._first(numpy.hstack(found)).astype("f")
        self._known.update((key, number) for number, key in enumerate(keys, len(self._words)))
        self._words = numpy.vstack([self._words, vectors])


def _looked_up(embed: Any, feature: Floats) -> Floats:
    """For each value of a feature, the sum of the rows of its table that its hashes name."""
    import numpy

    table = embed.get_param("E")
    rows = embed.ops.hash(numpy.ascontiguousarray(feature), embed.attrs["seed"]) % len(table)
    found: Floats = table[rows].sum(axis=1, dtype="d")
    return found


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
        import numpy

        found = rows @ self.weights.astype(rows.dtype, copy=False)
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
