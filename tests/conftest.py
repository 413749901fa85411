"""Fixtures that are dear to make, made once."""

import hashlib
import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings

from claimx.model import (
    Attribution,
    Block,
    Change,
    Claim,
    Conflict,
    Document,
    DocumentRecord,
    Excluded,
    Extract,
    Figure,
    Generator,
    Party,
    Problem,
    Report,
    Speaker,
    Statement,
)
from claimx.pipeline import Pipeline
from claimx.readers import find, read
from claimx.rulebook import Rulebook, load
from claimx.run import run
from claimx.settings import Options

settings.register_profile("same every time", derandomize=True, deadline=None)
settings.load_profile("same every time")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keeps the user's cache out of the tests, and the tests out of it."""
    os.environ["CLAIMX_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The built-in rules."""
    return load(analyse=True)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The whole pipeline with its default options."""
    return Pipeline(Options())


@pytest.fixture(scope="session")
def bare_pipeline() -> Pipeline:
    """The pipeline without cleaning, for single sentences."""
    return Pipeline(Options(clean=False))


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Makes a document of a text."""

    def make(text: str) -> Document:
        return Document(id="test.txt", text=text, sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())

    return make


@pytest.fixture(scope="session")
def extract_sentence(bare_pipeline: Pipeline, document: Callable[[str], Document]) -> Callable[[str], Extract]:
    """Runs a sentence through the whole pipeline without cleaning."""
    return lambda text: bare_pipeline.extract(document(text))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of source documents that come with the project."""
    return Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def seeds_report(seeds: Path) -> Report:
    """The report of a whole run over them."""
    return run(read(find([seeds]).sources), Options())


@pytest.fixture(scope="session")
def full_report() -> Report:
    """A made-up report in which every kind of record occurs and hardly a field is empty."""
    speaker = Speaker(name="Ruth Okafor", type="person", role="chair", organisation="Harbour Trust", start=40, end=46)
    outer = Speaker(name="Harbour Trust", type="organisation")
    claim = Claim(
        id="c_1",
        document="news/harbour.txt",
        figure="f_1",
        surface="£18.09 an hour",
        start=10,
        end=24,
        line=3,
        column=5,
        sentence="Pay rose to £18.09 an hour, she said.",
        kind="money",
        value=Decimal("18.09"),
        low=None,
        high=None,
        numerator=None,
        denominator=None,
        vague=None,
        unit="GBP",
        comparator="=",
        per="hour",
        change=Change(direction="increase", delta=Decimal("1E+3"), from_=Decimal("0.0000001"), to=Decimal("18.09")),
        period="in 2021",
        subject="pay",
        modality="actual",
        attribution=Attribution(mode="indirect", cue="said", speakers=(speaker, outer), via=(outer,)),
        organisations=("Harbour Trust",),
        zone="main",
        confidence=0.9,
        rules=("quantity.money", "per.hour"),
    )
    record = DocumentRecord(
        id="news/harbour.txt",
        sha256="0" * 64,
        media_type="text/plain",
        encoding="utf-8",
        language="en",
        title="Pay at the harbour",
        published="2022-03-01",
        authors=("Ben Sole",),
        publisher="Harbour News",
        characters=120,
        content=((0, 60), (70, 120)),
        blocks=(Block(0, 60, "paragraph", "main", 0.9), Block(60, 70, "footer", "boilerplate", 0.1, "boilerplate.x")),
    )
    statement = Statement(
        id="s_1",
        document="news/harbour.txt",
        mode="indirect",
        start=0,
        end=38,
        source=((30, 33),),
        cue=((34, 38),),
        content=((0, 28),),
        speaker="Ruth Okafor",
        speakers=(speaker,),
        cue_lemma="say",
    )
    return Report(
        schema_version="1.0",
        generator=Generator(name="claimx", version="0.1.0", model="en_core_web_sm 3.8.0", rules="sha256:0"),
        documents=(record,),
        claims=(claim,),
        figures=(
            Figure(
                id="f_1",
                kind="money",
                value=Decimal("18.09"),
                low=None,
                high=None,
                unit="GBP",
                subject="pay",
                claims=("c_1",),
                documents=("news/harbour.txt",),
                speakers=("Ruth Okafor",),
            ),
        ),
        conflicts=(Conflict(kind="rival_figures", explanation="they differ", figures=("f_1", "f_2")),),
        statements=(statement,),
        speakers=(Party(name="Ruth Okafor", type="person", roles=("chair",), mentions=2),),
        organisations=(Party(name="Harbour Trust", type="organisation", aliases=("HT",), mentions=1),),
        excluded=(
            Excluded(document="news/harbour.txt", surface="2021", start=50, end=54, reason="date", rule="exclude.year"),
        ),
        problems=(Problem("broken.txt", "a binary file"),),
    )
