"""Documents that are not in English are named and left out, unless they are asked for."""

import pytest

from claimx.model import Document, LeftOut, Problem
from claimx.readers.html.page import html_document
from claimx.run import run
from claimx.settings import Options

GERMAN = (
    "Die Mieten in der Stadt sind im letzten Jahr um 8% gestiegen, und die Zahl der Wohnungen ist nicht höher als vor "
    "zehn Jahren. Der Rat will bis 2030 neue Häuser bauen, die 90 Millionen Euro kosten, aber das Geld ist noch nicht "
    "da. Wer eine Wohnung sucht, muss mit einer Wartezeit von zwei Jahren rechnen. "
)
POLISH = (
    "Czynsze w mieście wzrosły w ubiegłym roku o 8%, a liczba mieszkań nie jest większa niż dziesięć lat temu. Rada "
    "chce wybudować nowe domy do 2030 roku, które będą kosztować 90 milionów złotych, ale pieniędzy jeszcze brakuje. "
    "Kto szuka mieszkania, musi czekać dwa lata na przydział i płacić wysoki czynsz. "
)
LIST = "Apples 3.20\nPears 4.10\nPlums 5.30\nCarrots 1.20\nTurnips 0.90\nLeeks 1.40\nOnions 0.80\nGarlic 2.20\n" * 8


def problems(text: str, options: Options) -> list[Problem]:
    return list(run([Document("a.txt", text, "0")], options).problems)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GERMAN, "not in English but in 'de'; left out (--language any reads it all the same)"),
        (POLISH, "not in English, nor in any language that is known; left out (--language any reads it all the same)"),
    ],
)
@pytest.mark.parametrize("clean", [True, False])
def test_foreign_document_is_left_out_with_a_reason(text: str, reason: str, clean: bool) -> None:
    assert problems(text, Options(clean=clean)) == [LeftOut("a.txt", reason)]
    assert problems(text, Options(clean=clean, any_language=True)) == []


@pytest.mark.parametrize("text", ["", "3%", "Prix: 3 €", "Die Zeit: 3,4 Mio.", "Café Zürich, 40 Sitzplätze", LIST])
def test_what_says_too_little_to_tell_is_read(text: str) -> None:
    assert problems(text, Options()) == []


def test_page_that_declares_its_language_is_believed_where_its_words_do_not_tell() -> None:
    page = html_document("a.html", f"<html lang='pl'><body><p>{POLISH}</p></body></html>".encode())
    [problem] = run([page], Options()).problems
    assert problem.message.startswith("not in English but in 'pl'")
