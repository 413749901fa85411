"""Who the parties of a document are."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.attribution.context import Context
from claimx.model import Document
from claimx.pipeline import Pipeline
from tests.attribution.conftest import Find


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ed Balls met Jane Okafor. Mr Balls left.", ["Ed Balls", "Jane Okafor"]),
        ("Family Support has grown. The family needs support, said Tom Reid.", ["Tom Reid"]),
        ("Children need help. We asked children and Ann Lowe.", ["Ann Lowe"]),
        ("COVID spread fast, Tom Reid said.", ["Tom Reid"]),
        ("David Page, of Tallis Securities, said so.", ["David Page"]),
        ("Thomas Kerr has launched its winter menu. Tom Reid cooked.", ["Tom Reid"]),
        ("Thomas Kerr has launched his winter menu.", ["Thomas Kerr"]),
        (
            "Dutch envoy Jan van den Haag met Anna de la Cruz. Mr van den Haag left.",
            ["Jan van den Haag", "Anna de la Cruz"],
        ),
        ("Khalid bin Hamad spoke. Prince bin Hamad left.", ["Khalid bin Hamad"]),
        ("Mr van der Meer left.", ["Mr van der Meer"]),
        ("Karim al-Rashid spoke. Mr al-Rashid left.", ["Karim al-Rashid"]),
    ],
)
def test_people(parties_of: Find, text: str, people: list[str]) -> None:
    assert [party.name for party in parties_of(text).speakers] == people


def test_an_organisation_has_one_name_its_aliases_and_a_count(parties_of: Find) -> None:
    text = "The Harbour Pilots Association (HPA) met. The HPA said 40 pilots had left. Oxfam did not come."
    found = {party.name: (party.aliases, party.mentions) for party in parties_of(text).organisations}
    assert found == {"Harbour Pilots Association": (("HPA",), 3), "Oxfam": ((), 1)}


def test_a_football_club_that_is_never_called_by_a_surname_is_no_person(parties_of: Find) -> None:
    text = (
        "Borussia Wald lost money. Borussia Wald has missed its rent. Shares in Borussia Wald fell. "
        "Tom Reid, who advises Borussia Wald, said so."
    )
    parties = parties_of(text)
    assert [party.name for party in parties.speakers] == ["Tom Reid"]
    assert "Borussia Wald" in [party.name for party in parties.organisations]


def test_roles_are_collected_from_the_whole_document(parties_of: Find) -> None:
    text = "Ann Lowe, chair of the Rivers Network, spoke. Former minister Ann Lowe said two banks had burst."
    (party,) = parties_of(text).speakers
    assert party.roles == ("chair", "Former minister")
    assert party.organisations == ("Rivers Network",)


def test_a_post_before_a_name_is_that_of_the_name_before_it(parties_of: Find) -> None:
    text = (
        "Ferries must run all night, argues Ann Lowe, Oxfam's head of research Thomas Kerr has launched its menu. "
        "At Thomas Kerr cakes are cheap."
    )
    (party,) = parties_of(text).speakers
    assert (party.name, party.roles, party.organisations) == ("Ann Lowe", ("head of research",), ("Oxfam",))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("They wrote to the next Prime Minister Ann Lowe.", ()),
        ("They wrote to would-be mayor Ann Lowe.", ()),
        ("They wrote to Prime Minister Ann Lowe.", ("Prime Minister",)),
        ("They wrote to former mayor Ann Lowe.", ("former mayor",)),
    ],
)
def test_a_post_that_is_only_sought_is_no_role(parties_of: Find, text: str, roles: tuple[str, ...]) -> None:
    (party,) = parties_of(text).speakers
    assert party.roles == roles


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Oxfam answered the ‘Room for Rivers’ report.", ["Oxfam"]),
        ("Oxfam answered the Growing Older guidance.", ["Oxfam"]),
        ("Oxfam opened a new stand-alone Night Shelter Service.", ["Oxfam"]),
        ("Oxfam met the Government. Government is slow.", ["Oxfam"]),
        ("Oxfam hires farm workers. Seasonal Farm Workers sleep in huts.", ["Oxfam"]),
    ],
)
def test_titles_and_trades_are_no_organisations(parties_of: Find, text: str, organisations: list[str]) -> None:
    assert [party.name for party in parties_of(text).organisations] == organisations


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("At Marsh Trust, we help 40 farms. Marsh Trust is old.", "Marsh Trust"),
        ("Marsh Trust helps 40 farms. Source: www.marshtrust.org.uk", "Marsh Trust"),
        ("Marsh Trust helps 40 farms, Oxfam said.", None),
        ("PRESS RELEASE\n\nMarsh Trust today opened 40 ponds.\n\nOxfam was there.", "Marsh Trust"),
        ("Marsh Trust has 40 ponds. Ann Lowe, our chief executive, said they were full.", "Marsh Trust"),
        (
            "“We dig,” says Ann Lowe, Head of Ponds at Marsh Trust. “It is deep,” said Ann. “Cold,” Ann said.",
            "Marsh Trust",
        ),
        (
            "“We dig,” says Ann Lowe, Head of Ponds at Marsh Trust. “It is deep,” said Ms Lowe. “Cold,” Lowe said.",
            None,
        ),
    ],
)
def test_publisher(parties_of: Find, text: str, publisher: str | None) -> None:
    assert parties_of(text).publisher == publisher


PIECES = ["Mr ", "Ann Lowe ", "the charity ", " said ", "Sir ", "BBC", " of the ", "'s ", "He ", "we ", "(HPA)", "and "]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PIECES), st.sampled_from("“”‘’'\"().,:;-–— \n\t"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=60,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, start=st.integers(0, 60), length=st.integers(1, 40))
def test_any_text_is_read_and_all_spans_lie_inside_it(
    bare_pipeline: Pipeline, document: Callable[[str], Document], parties_of: Find, text: str, start: int, length: int
) -> None:
    parties = parties_of(text)
    assert all(0 <= m.start < m.end <= len(text) for m in parties.mentions)
    for speaker in parties.resolve((start, start + length), context=Context()):
        assert speaker.name
        assert speaker.start is not None
        assert speaker.end is not None
        assert 0 <= speaker.start < speaker.end <= len(text)


def test_a_long_document_takes_time_in_proportion(bare_pipeline: Pipeline, parties_of: Find) -> None:
    sentence = "Ann Lowe of the Harbour Pilots Association said Mr Reid and the charity had lost 40 boats. "
    parties = parties_of(sentence * 300)
    assert [party.mentions for party in parties.speakers if party.name == "Ann Lowe"] == [300]
