"""Whose a poll, a set of figures or a report is, and whom an opening means that names nobody yet."""

from collections.abc import Callable

import pytest

from claimx.attribution import attribution_of
from claimx.model import Attributions

Attribute = Callable[[str], Attributions]

HALES = "Half of voters back Hale, a poll suggests.\n\n"


def speaker_of(attribute: Attribute, marked: str) -> str | None:
    """The first speaker of the figure between ⟦ and ⟧."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return next((one.name for one in attribution_of(attribute(text), (start, end)).speakers), None)


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        # polls: whoever asked, and for whom, may be said later or elsewhere
        (
            "⟦Half⟧ of voters back Hale, a poll suggests.\n\nThe YouGov survey for the Marsden Herald is out.",
            "poll by YouGov for Marsden Herald",
        ),
        (
            HALES + "Some ⟦30%⟧ of those in the Marsden Herald poll agreed. YouGov polled 900 voters.",
            "Marsden Herald poll by YouGov",
        ),
        (
            HALES
            + "YouGov polled 900 voters. A second poll for the Marsden Herald had ⟦20%⟧ agree. ICM asked 80 people.",
            "second poll for the Marsden Herald by ICM",
        ),
        (
            "The YouGov survey came out on Monday. Another poll found that ⟦20%⟧ agreed.",
            "Another poll",
        ),
        # figures and reports
        (
            "Sales fell by ⟦4%⟧, official figures show.\n\nThe Halden Statistics Office said food was up.",
            "official figures from Halden Statistics Office",
        ),
        (
            "The Halden Statistics Office (HSO) met. The HSO data showed a rise of ⟦4%⟧.",
            "Halden Statistics Office data",
        ),
        (
            "The Home Office met. The department’s statistics show a fall of ⟦4%⟧.",
            "Home Office’s statistics",
        ),
        (
            "A report by Oxfam came out. Homes fell by ⟦4%⟧, the report said.",
            "report by Oxfam",
        ),
        # openings that name nobody
        ("Thieves took ⟦900⟧ tractors, an insurer says.\n\nTallis Mutual said most were old.", "Tallis Mutual"),
        ("Thieves took ⟦900⟧ tractors, an insurer says.\n\nFarmers said most were old.", "insurer"),
        # descriptions of one of a kind
        ("Tallis Bank spoke on Monday. Britain’s biggest lender said rates were ⟦4%⟧.", "Tallis Bank"),
        ("Tallis Bank spoke on Monday. Its biggest lender said rates were ⟦4%⟧.", "Tallis Bank's biggest lender"),
        ("Tallis Bank spoke. But Larkrise, Britain’s biggest lender, said rates were ⟦4%⟧.", "Larkrise"),
        (
            "Hartwell spoke. Mark Hughes of Numis Securities was there. The broker said costs were ⟦£4⟧.",
            "Numis Securities",
        ),
        ("The BBC met Tallis Air. The carrier said ⟦40⟧ jets were full.", "Tallis Air"),
        # names that a recogniser misses
        ("Oxfam spoke. The charity’s spokeswoman, Waseem Yaqub, said ⟦40⟧ trucks had come.", "Waseem Yaqub"),
        ("The president of Malawi, Bingu wa Mutharika, said ⟦40⟧ trucks had come.", "Bingu wa Mutharika"),
        # posts that nobody has two of
        ("Police minister Tom Hale spoke. The prime minister said ⟦900⟧ posts would go.", "prime minister"),
        ("Chancellor Tom Hale spoke. The shadow chancellor said ⟦900⟧ posts would go.", "shadow chancellor"),
        ("Police minister Tom Hale spoke. The minister said ⟦900⟧ posts would go.", "Tom Hale"),
    ],
)
def test_the_figure_is_said_by(attribute: Attribute, marked: str, speaker: str | None) -> None:
    assert speaker_of(attribute, marked) == speaker
