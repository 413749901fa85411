"""How text is cut into figures, words, codes and signs."""

import pytest

from claimx.quantities.grammar.tokens import CODE, FIGURE, SIGN, WALL, WORD, Tokeniser


@pytest.fixture(scope="module")
def tokeniser() -> Tokeniser:
    return Tokeniser(["USD", "$US"], numbers=["one", "two", "twenty"])


def kinds(tokeniser: Tokeniser, text: str, *taken: tuple[int, int]) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in tokeniser.between(text, 0, len(text), taken)[1:-4]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10kW", [("10", FIGURE), ("kW", WORD)]),
        ("H1N1", [("H1N1", CODE)]),
        ("v1.2.3", [("v1.2.3", CODE)]),
        ("USD5m", [("USD", WORD), ("5", FIGURE), ("m", WORD)]),
        ("$US5", [("$", SIGN), ("US", WORD), ("5", FIGURE)]),
        ("US5", [("US5", CODE)]),
        ("1,234.5.", [("1,234.5", FIGURE), (".", SIGN)]),
        ("22,24,26", [("22", FIGURE), (",", SIGN), ("24", FIGURE), (",", SIGN), ("26", FIGURE)]),
        ("baker’s 5", [("baker’s", WORD), ("5", FIGURE)]),
        ("Fort One’s", [("Fort", WORD), ("One", WORD), ("’", SIGN), ("s", WORD)]),
        ("someone's twenty's", [("someone's", WORD), ("twenty", WORD), ("'", SIGN), ("s", WORD)]),
        ("9.1×10−3.", [("9.1×10−3", FIGURE), (".", SIGN)]),
        ("9.1 x 10-3", [("9.1 x 10-3", FIGURE)]),
        ("3 x 10-12", [("3", FIGURE), ("x", WORD), ("10", FIGURE), ("-", SIGN), ("12", FIGURE)]),
        ("5 m²", [("5", FIGURE), ("m²", CODE)]),
        ("a\n\nb", [("a", WORD), ("", WALL), ("b", WORD)]),
    ],
)
def test_tokens(tokeniser: Tokeniser, text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(tokeniser, text) == expected


def test_taken_text_is_a_wall(tokeniser: Tokeniser) -> None:
    assert kinds(tokeniser, "5 of May 6", (2, 8)) == [("5", FIGURE), ("", WALL), ("6", FIGURE)]


def test_what_is_glued(tokeniser: Tokeniser) -> None:
    tokens = tokeniser.between("5m 6 m", 0, 6)[1:-4]
    assert [token.glued for token in tokens] == [False, True, False, False]
