"""Whose a poll, a set of figures or a report is, and whom an opening means that names nobody yet."""

from collections.abc import Callable

import pytest

from claimx.attribution import attribution_of
from claimx.model import Attributions

Attribute = Callable[[str], Attributions]

HALES = "Half of voters back Hale, a poll suggests.\n\n"


def speakers_of(attribute: Attribute, marked: str) -> list[str]:
    """The speakers of the figure between ⟦ and ⟧."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return [one.name for one in attribution_of(attribute(text), (start, end)).speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        # polls: whoever asked, and for whom, may be said later or elsewhere
        (
            "⟦Half⟧ of voters back Hale, a poll suggests.\n\nThe YouGov survey for the Marsden Herald is out.",
            ["YouGov survey for the Marsden Herald"],
        ),
        (
            HALES + "Some ⟦30%⟧ of those in the Marsden Herald poll agreed. YouGov polled 900 voters.",
            ["Marsden Herald poll", "YouGov"],
        ),
        (
            HALES + "A second poll for the Marsden Herald had ⟦20%⟧ agree. ICM interviewed 80 people.",
            ["second poll for the Marsden Herald", "ICM"],
        ),
        (
            "The survey, carried out by Gallup for the Marsden Herald, had ⟦20%⟧ agree.",
            ["survey", "Gallup", "Marsden Herald"],
        ),
        ("The survey, commissioned by Oxfam, had ⟦20%⟧ agree.", ["survey", "Oxfam"]),
        ("The survey, attacked by Oxfam, had ⟦20%⟧ agree.", ["survey"]),
        ("The YouGov survey came out on Monday. Another poll found that ⟦20%⟧ agreed.", ["Another poll"]),
        (HALES + "Labour polled 900 votes. Some ⟦20%⟧ of those in the poll agreed.", ["poll"]),
        (
            "A separate survey, run by Gallup for Oxfam, had ⟦20%⟧ agree.",
            ["separate survey", "Gallup", "Oxfam"],
        ),
        (
            "A poll of 900 adults conducted by Gallup in May for Oxfam found ⟦20%⟧ agreed.",
            ["poll of 900 adults", "Gallup", "Oxfam"],
        ),
        (
            "A study commissioned by Oxfam and carried out by Hull University found ⟦20%⟧ agreed.",
            ["study commissioned by Oxfam", "Hull University"],
        ),
        ("The survey, which was commissioned by Oxfam, had ⟦20%⟧ agree.", ["survey", "Oxfam"]),
        ("A YouGov poll had 30% agree. In another YouGov poll ⟦20%⟧ agreed.", ["another YouGov poll"]),
        # figures and reports
        (
            "Sales fell by ⟦4%⟧, official figures show.\n\nThe Halden Statistics Office said food was up.",
            ["official figures"],
        ),
        (
            "The Halden Statistics Office (HSO) met. The HSO data showed a rise of ⟦4%⟧.",
            ["HSO data", "Halden Statistics Office"],
        ),
        ("The Home Office met. The department’s statistics show a fall of ⟦4%⟧.", ["Home Office’s statistics"]),
        ("A report by Oxfam came out. Homes fell by ⟦4%⟧, the report said.", ["report by Oxfam"]),
        ("Figures highlighted by Oxfam show a fall of ⟦4%⟧.", ["Figures highlighted by Oxfam"]),
        # openings that name nobody
        ("Thieves took ⟦900⟧ tractors, an insurer says.\n\nTallis Mutual said most were old.", ["Tallis Mutual"]),
        ("Thieves took ⟦900⟧ tractors, an insurer says.\n\nFarmers said most were old.", ["insurer"]),
        ("Thieves took ⟦900⟧ tractors, an insurer says.\n\nThe sum is what Tallis Mutual paid.", ["Tallis Mutual"]),
        # descriptions of one of a kind
        ("Tallis Bank spoke on Monday. Britain’s biggest lender said rates were ⟦4%⟧.", ["Tallis Bank"]),
        ("Tallis Bank spoke on Monday. Its biggest lender said rates were ⟦4%⟧.", ["Tallis Bank's biggest lender"]),
        ("Tallis Bank spoke. But Larkrise, Britain’s biggest lender, said rates were ⟦4%⟧.", ["Larkrise"]),
        (
            "Hartwell spoke. Mark Hughes of Numis Securities was there. The broker said costs were ⟦£4⟧.",
            ["Numis Securities"],
        ),
        ("Tallis Airways spoke up. The BBC was there. The carrier said ⟦40⟧ jets were full.", ["Tallis Airways"]),
        (
            "The Halden Foundation spoke. The think tank said rents were high. Tallis Bank expects growth. "
            "Ann Hale of the Halden Foundation agreed. Pay fell ⟦4%⟧, the think tank said.",
            ["Halden Foundation"],
        ),
        # names that a recogniser misses, or a parser runs into the day before them
        ("In a note on Monday Tallis Holdings said it had cut ⟦40⟧ posts.", ["Tallis Holdings"]),
        ("Oxfam spoke. The charity’s spokeswoman, Waseem Yaqub, said ⟦40⟧ trucks had come.", ["Waseem Yaqub"]),
        ("The president of Malawi, Bingu wa Mutharika, said ⟦40⟧ trucks had come.", ["Bingu wa Mutharika"]),
        ("Fumiaki Sato, at Deutsche Securities, spoke. “Rates were ⟦4%⟧,” he said.", ["Fumiaki Sato"]),
        # posts that nobody has two of
        ("Tom Hale and Ann Lowe met. The prime minister said ⟦900⟧ posts would go.", ["prime minister"]),
        ("They challenged Tom Hale to act. The prime minister said ⟦900⟧ posts would go.", ["Tom Hale"]),
        ("Police minister Tom Hale spoke. The prime minister said ⟦900⟧ posts would go.", ["prime minister"]),
        ("Chancellor Tom Hale spoke. The shadow chancellor said ⟦900⟧ posts would go.", ["shadow chancellor"]),
        ("Police minister Tom Hale spoke. The minister said ⟦900⟧ posts would go.", ["Tom Hale"]),
    ],
)
def test_the_figure_is_said_by(attribute: Attribute, marked: str, speakers: list[str]) -> None:
    assert speakers_of(attribute, marked) == speakers
