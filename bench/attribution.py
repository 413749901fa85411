"""How long attribution takes beside the language model: `python bench/attribution.py [FILE ...]` (default: seeds/),
with OPENBLAS_NUM_THREADS=1 in the environment, as claimx itself runs.

Prints milliseconds of CPU for 1,000 words: those of spaCy's plain pipeline over the same text, those of the faster
analysis here, those of the stage, and its share of both.
"""

import sys
from pathlib import Path
from time import process_time

import spacy

from claimx.model import Document
from claimx.pipeline import Options, Pipeline

ROUNDS = 5


def main() -> None:
    """Measures and prints."""
    named = [Path(name) for name in sys.argv[1:]]
    files = named or sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    documents = [Document(id=path.name, text=path.read_text(encoding="utf-8"), sha256="") for path in files]
    pipeline = Pipeline(Options())
    cleaned = [pipeline.clean(document) for document in documents]
    words = sum(
        len(document.text[b.start : b.end].split())
        for document, c in zip(documents, cleaned, strict=True)
        for b in c.content
    )
    plain = spacy.load(pipeline.annotator.package)
    texts = [document.text for document in documents]
    usual = parsing = attributing = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        list(plain.pipe(texts))
        usual = min(usual, process_time() - start)
        start = process_time()
        annotations = [pipeline.annotate(document, c) for document, c in zip(documents, cleaned, strict=True)]
        between = process_time()
        for document, c, annotation in zip(documents, cleaned, annotations, strict=True):
            pipeline.attributor.attribute(document, c, annotation)
        parsing, attributing = min(parsing, between - start), min(attributing, process_time() - between)
    for name, spent in (("plain spaCy", usual), ("analysis", parsing), ("attribution", attributing)):
        print(f"{name:12}{spent * 1e6 / words:8.1f} ms for 1,000 words")
    for name, spent in (("plain spaCy", usual), ("the analysis", parsing)):
        print(f"attribution takes {attributing / spent:.1%} of the time of {name}, over {words} words")


if __name__ == "__main__":
    main()
