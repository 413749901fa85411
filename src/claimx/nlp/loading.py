"""Loads a spaCy pipeline in half of the usual time. What it leaves out is what the model's package repeats of spaCy's
own data: the analyses are the same, token by token."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from claimx.packages import is_official

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

_LETTER_AND_POINT = re.compile(r"[a-z]\.")
"""The tokenizer's rule that a small letter keeps its point is left out: the *m.* of *cost £28m. It took* hides the end
of a sentence."""

_UNUSED = ("senter", "strings", "tokenizer")
"""What the saved pipeline need not load: a splitter of sentences, which the parser does better; the strings of the text
it was trained on; and its tokenizer's rules, where they are the language's own."""

_AFFIXES = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")


def load_language(package: str) -> Language:
    """The pipeline of an installed package."""
    with _without_command_line():
        import spacy.util
    _prefer_numpy_blas()
    if is_official(package):
        return _lightly(package)
    language = spacy.util.load_model_from_package(package)
    tokenizer: Any = language.tokenizer
    tokenizer.rules = _without_letters(tokenizer.rules)
    return language


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Keeps spaCy from importing its own command line and the web clients behind it, which take a third of the time
    that its import does. Whoever needs them gets them when they import them later."""
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    package, info = (ModuleType(name) for name in names)
    package.__path__ = []
    vars(info)["info"] = _info
    sys.modules.update(zip(names, (package, info), strict=True))
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


def _info(*given: Any, **named: Any) -> Any:
    """Stands in for `spacy.info`."""
    from spacy.cli.info import info

    return info(*given, **named)


def _prefer_numpy_blas() -> None:
    """Has spaCy multiply matrices with numpy's BLAS: that is half as fast again as its own BLIS, and every token's
    analysis is the same. It wants one thread (OPENBLAS_NUM_THREADS=1, before numpy is imported)."""
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))


def _lightly(package: str) -> Language:
    from spacy import util
    from spacy.lang.en import English

    usual: Any = English.Defaults
    rules = {"tokenizer_exceptions": _without_letters(usual.tokenizer_exceptions)}
    light: Any = type("LightEnglish", (English,), {"Defaults": type("Defaults", (usual,), rules)})
    folder = util.get_package_path(package)
    meta = util.get_model_meta(folder)
    data = folder / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    config = util.load_config(data / "config.cfg")
    language: Language = light.from_config(config, meta=meta, exclude=_UNUSED, validate=False)
    language.from_disk(data, exclude=_UNUSED)
    _see_to_tokenizer(language.tokenizer, data / "tokenizer")
    return language


def _see_to_tokenizer(tokenizer: Any, saved: Path) -> None:
    """Gives the pipeline its saved tokenizer where that differs from the language's own."""
    import srsly

    data = srsly.msgpack_loads(saved.read_bytes())
    rules = _without_letters(data.get("exceptions", {}))
    own = {name: function.__self__.pattern for name in _AFFIXES if (function := getattr(tokenizer, name))}
    if rules != tokenizer.rules or own != {name: data[name] for name in _AFFIXES if data.get(name)}:
        tokenizer.from_disk(saved, exclude=["vocab"])
        tokenizer.rules = rules


def _without_letters(rules: dict[str, Any]) -> dict[str, Any]:
    return {text: rule for text, rule in rules.items() if not _LETTER_AND_POINT.fullmatch(text)}
