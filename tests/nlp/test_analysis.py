"""Loading lightly and running the components in another way changes no token's analysis."""

from pathlib import Path
from typing import Any

import pytest
import spacy

from claimx.nlp import Annotator
from claimx.nlp.analysis import Analyser
from claimx.nlp.entities import EntityFinder
from claimx.nlp.parsing import Parsing
from claimx.nlp.patterns import Asked, WordPatterns
from claimx.nlp.reading import squeezed
from claimx.nlp.vectors import TokenVectors
from claimx.packages import model_package
from claimx.pipeline import Pipeline
from claimx.rulebook import Rulebook

ODD = [
    "",
    " ",
    "Two words and\ta tab.",
    "Let's go: they've got to, he ain't gonna, c'mon, y'all gotta wo n't sha n't.",
    "I 'd've said it 's nothin' , somethin' or 'nuff; gimme 'em, ol' man!",
    "There is one here, and there are more; it is I, it was me. You told it.",
    "He said that she had done it, has he? To be, to do, to have been being done.",
    "naïve café, ﬁne ½ ² № … — ‘x’ “y” 日本語 🙂 a.b.c 12:30pm 5m. £4.5bn 3-4% e.g. U.K.",
    "x" * 300,
    ":) :-( <3 http://example.org/a?b=c#d me@example.org #tag @user 50/50 and/or",
    "Whether or not, but for him, unless Mondays, till then so that though.",
]

Token = tuple[object, ...]


def tokens(doc: Any) -> list[Token]:
    return [
        (
            *(token.text, token.lower_, token.whitespace_, token.idx, token.tag_, token.pos_, token.lemma_, token.dep_),
            *(token.head.i, token.left_edge.i, token.right_edge.i, token.is_sent_start),
            *(token.ent_type_, token.ent_iob_, token.is_punct, token.like_num, token.is_lower, token.sent.text),
            *([[one.i for one in ones] for ones in (token.lefts, token.rights, token.subtree, token.conjuncts)]),
        )
        for token in doc
    ]


def parts(span: Any) -> tuple[object, ...]:
    return span.start, span.end, span.start_char, span.end_char, span.text, span.label_, span.root.i


@pytest.fixture(scope="module")
def texts(rulebook: Rulebook, seeds: Path) -> list[str]:
    """Sentences of all sorts: those that the rules are proved with, whole articles, and odd ones."""
    examples = [example.text for rule in rulebook for example in rule.examples]
    articles = [line for path in sorted(seeds.glob("*.txt")) for line in path.read_text().splitlines() if line]
    return [*map(squeezed, (*ODD, *examples[::4], *articles))]


def test_every_token_is_as_spacy_has_it(pipeline: Pipeline, texts: list[str]) -> None:
    usual: Any = spacy.load(model_package())
    own: Any = pipeline.annotator.language
    rules = own.tokenizer.rules
    assert {text for text in usual.tokenizer.rules if text not in rules} == {f"{c}." for c in map(chr, range(97, 123))}
    usual.tokenizer.rules = rules
    analyser = Analyser(own)
    for start in range(0, len(texts), 50):
        batch = texts[start : start + 50]
        expected = usual.pipe(batch, batch_size=len(batch))
        for text, doc, other in zip(batch, analyser.analyse([batch])[0], expected, strict=True):
            assert doc.text == text
            assert tokens(doc) == tokens(other)
            assert [parts(span) for span in doc.sents] == [parts(span) for span in other.sents]
            assert [parts(span) for span in doc.ents] == [parts(span) for span in other.ents]


def test_known_components_run_in_the_faster_way(pipeline: Pipeline) -> None:
    language = pipeline.annotator.language
    assert TokenVectors.of(language.get_pipe("tok2vec").model) is not None  # type: ignore[attr-defined]
    assert EntityFinder.of(language.get_pipe("ner")) is not None
    assert EntityFinder.of(language.get_pipe("parser")) is None
    assert Parsing.of(language.get_pipe("parser")) is not None
    assert Parsing.of(language.get_pipe("tagger")) is None


def test_a_word_has_the_same_vector_whatever_it_was_first_met_with(pipeline: Pipeline) -> None:
    language = pipeline.annotator.language
    model: Any = language.get_pipe("tok2vec")
    docs = [language.make_doc(text) for text in ("The rents rose.", "So did rents in every other town of the county.")]
    found = [TokenVectors.of(model.model) for _ in range(2)]
    for vectors, order in zip(found, (docs, docs[::-1]), strict=True):
        assert vectors is not None
        for doc in order:
            list(vectors.of_groups([[doc]]))
    first, second = (next(vectors.of_groups([docs])) for vectors in found if vectors is not None)
    assert all((one == other).all() for one, other in zip(first, second, strict=True))


def test_a_group_is_analysed_as_it_is_alone(pipeline: Pipeline, texts: list[str]) -> None:
    analyser = Analyser(pipeline.annotator.language)
    groups = [texts[start : start + 1 + start % 9] for start in range(0, 200, 10)]
    together = analyser.analyse([[], *groups, [""]])
    assert [[tokens(doc) for doc in docs] for docs in together[1:-1]] == [
        [tokens(doc) for doc in analyser.analyse([group])[0]] for group in groups
    ]
    assert [[doc.text for doc in docs] for docs in (together[0], together[-1])] == [[], [""]]


def test_what_a_group_gives_the_networks_has_the_same_bits_with_others(pipeline: Pipeline) -> None:
    language: Any = pipeline.annotator.language
    vectors = TokenVectors.of(language.get_pipe("tok2vec").model)
    assert vectors is not None
    groups = [
        [language.make_doc(text * number) for text in ("Rents rose. ", "Six fell, he said. ")] for number in (1, 4)
    ]
    for alone, together in zip(groups, vectors.of_groups(groups), strict=True):
        [found] = vectors.of_groups([alone])
        assert all((one == other).all() for one, other in zip(found, together, strict=True))


def test_components_that_are_not_known_run_as_they_are(pipeline: Pipeline) -> None:
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    ruler: Any = language.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxx"}]], {"POS": "PROPN"})
    [[doc]] = Analyser(language).analyse([["Ann came. Bob left."]])
    assert [sentence.text for sentence in doc.sents] == ["Ann came.", "Bob left."]
    assert [token.pos_ for token in doc if token.text in ("Ann", "Bob")] == ["PROPN"] * 2


@pytest.mark.parametrize(
    ("word", "tag", "dep", "pos"),
    [
        ("have", "VBP", "aux", "AUX"),
        ("have", "VBP", "ROOT", "VERB"),
        ("That", "DT", "nsubj", "PRON"),
        ("that", "DT", "det", "DET"),
        ("to", "TO", "aux", "PART"),
    ],
)
def test_the_last_pattern_prevails(pipeline: Pipeline, word: str, tag: str, dep: str, pos: str) -> None:
    language = pipeline.annotator.language
    patterns = WordPatterns.of(language.get_pipe("attribute_ruler"))
    assert patterns is not None
    assert spacy.symbols.NAMES[patterns.apply(Asked(word, tag, dep))["POS"]] == pos


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([("There", "EX", "expl"), ("is", "VBZ", "ROOT")], {1: {"POS": "VERB"}}),
        ([("There", "EX", "expl"), ("remains", "VBZ", "ROOT")], {}),
        ([("Now", "RB", "advmod"), ("let", "VB", "ROOT"), ("'s", "PRP", "nsubj")], {2: {"LEMMA": "us"}}),
        ([("'s", "POS", "case"), ("let", "VB", "ROOT")], {}),
        ([("let", "VB", "ROOT")], {}),
    ],
)
def test_patterns_of_several_words_are_sought(
    pipeline: Pipeline, words: list[tuple[str, str, str]], found: dict[int, dict[str, str]]
) -> None:
    language = pipeline.annotator.language
    patterns = WordPatterns.of(language.get_pipe("attribute_ruler"))
    assert patterns is not None
    asked = [Asked(*word) for word in words]
    for at, number in patterns.longer(asked):
        sets = patterns.apply(asked[at], [number])
        for name, value in found.pop(at).items():
            assert language.vocab.strings[sets[name]] == value
    assert not found


def test_a_saved_tokenizer_of_its_own_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that splits words in another way than the language does."""
    language = Annotator().language
    monkeypatch.setattr(language.tokenizer, "suffix_search", None)
    folder = tmp_path / "en_own-1.0"
    language.meta["name"] = "own"
    language.meta["version"] = "1.0"
    language.to_disk(folder)
    (tmp_path / "meta.json").write_bytes((folder / "meta.json").read_bytes())
    monkeypatch.setattr("spacy.util.get_package_path", lambda _: tmp_path)
    monkeypatch.setattr("claimx.nlp.loading.is_official", lambda _: True)
    own = Annotator().language
    assert [token.text for token in own.make_doc("It rose, then fell.")] == ["It", "rose,", "then", "fell."]


def test_deep_trees_are_gone_through(pipeline: Pipeline) -> None:
    [[doc]] = Analyser(pipeline.annotator.language).analyse([["One man quoted a vs. " + "of a vs. " * 600]])
    root = max(doc, key=lambda token: sum(1 for _ in token.subtree))
    assert [token.i for token in root.subtree] == list(range(root.left_edge.i, root.right_edge.i + 1))
    assert max(sum(1 for _ in token.ancestors) for token in doc) > 300
