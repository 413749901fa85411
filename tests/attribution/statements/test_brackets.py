"""Who says the figure that stands between ⟦ and ⟧, where a source in brackets may vouch for it."""

import pytest

from tests.attribution.asking import Attribute, speaker_of


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Some ⟦4 million⟧ children are poor (Rowan Foundation, 2019).", "Rowan Foundation"),
        ("Rents rose by 9% (Halden Institute, 2018) and wages by ⟦2%⟧ (Rowan Foundation, 2019).", "Rowan Foundation"),
        ("Rents rose by ⟦9%⟧ (Halden Institute, 2018) and wages by 2% (Rowan Foundation, 2019).", "Halden Institute"),
        ("Boats lose ⟦2%⟧ of their value a year (source: Halden Institute).", "Halden Institute"),
        ("Their chief executive makes ⟦£7 million⟧ (paywatch.org).", "paywatch.org"),
        ("She ranked ⟦17th⟧ (Reuters) among skippers of ships.", "Reuters"),
        ("Sales of bread rose by ⟦4%⟧ (Reuters).", "Reuters"),
        # brackets that hold something else
        ("About ⟦40%⟧ of homes were damp (March 2019).", None),
        ("Ann Hale (Labour) won ⟦43%⟧ of the vote.", None),
        ("The regulator (Ofcom) fined ⟦3⟧ firms.", None),
        ("⟦3⟧ firms were fined by the regulator (Ofcom).", None),
        ("It sold ⟦40⟧ boats (though not to Reuters).", None),
        ("Rents are up ⟦9%⟧ (see below).", None),
        ("The boat was built for ⟦40⟧ people (London, 1998).", None),
    ],
)
def test_a_source_in_brackets_vouches_for_what_stands_before_it(
    attribute: Attribute, marked: str, speaker: str | None
) -> None:
    assert speaker_of(attribute, marked) == speaker


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("In one study, researchers compared ⟦44⟧ masks.", None),
        ("In a trial last year, doctors followed ⟦1,400⟧ nurses in two towns.", None),
        ("In a study of tenants, ⟦40%⟧ of those asked had moved.", "study of tenants"),
        ("In the study, ⟦40%⟧ of patients who were followed fell ill.", "study"),
        ("Ann Hale bid ⟦£12,000⟧ for a helmet.", None),
        ("Scientists tracked ⟦300⟧ whales for a year.", None),
    ],
)
def test_what_was_done_for_a_study_is_no_finding(attribute: Attribute, marked: str, speaker: str | None) -> None:
    assert speaker_of(attribute, marked) == speaker
