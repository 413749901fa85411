"""How far furniture speaks for what follows it."""

import pytest

from tests.cleaning.conftest import Dropped

STORY = (
    "The ferry company is to add two more sailings a day from May, after a winter in which it carried 41,000 people, "
    "a tenth more than in the year before, its director said on Monday at the opening of the new terminal."
)
LONGER = f"{STORY}\n\nShe said that the fares would stay as they were, at £8.40 for adults. {STORY}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{STORY}\n\nRelated stories\n\nFerry runs aground\nFares to rise by 3%\n\n{STORY}",
            ["Related stories", "Ferry runs aground", "Fares to rise by 3%"],
            id="a list ends at the next paragraph",
        ),
        pytest.param(
            f"Recent posts\nFerry runs aground\nPier closed\n\nTwo more sailings a day\n\n{STORY}",
            ["Recent posts", "Ferry runs aground", "Pier closed"],
            id="a list ends at the blank line after lines without one",
        ),
        pytest.param(
            f"Upcoming events\n\nMon, 12 May 25 09:30\n\nThe harbour today\n\n{STORY}",
            ["Upcoming events", "Mon, 12 May 25 09:30"],
            id="an event speaks for its date alone",
        ),
        pytest.param(
            f"{STORY}\n\nHarbour jobs\n\nDeck hand\nUp to £24,000\n\nCook\n£12.50 per hour\n\n{STORY}",
            ["Harbour jobs", "Deck hand", "Up to £24,000", "Cook", "£12.50 per hour"],
            id="adverts reach as far as they recur",
        ),
        pytest.param(
            f"{LONGER}\n\nLeave a reply\n\nI paid £9 last week. {STORY}",
            ["Leave a reply", f"I paid £9 last week. {STORY}"],
            id="readers' letters reach to the end",
        ),
        pytest.param(
            f"{LONGER}\n\nRelated stories\n\nPier closed\n\nLeave a reply\n\nI paid £9 last week. {STORY}",
            ["Related stories", "Pier closed", "Leave a reply", f"I paid £9 last week. {STORY}"],
            id="readers' letters follow a list",
        ),
        pytest.param(
            f"Leave a reply\n\n{STORY}",
            ["Leave a reply"],
            id="nothing ends before it has begun",
        ),
        pytest.param(
            f"{STORY}\n\nRelated stories\nFares to rise by 3%\nAdults £8.40 £9.10 £12\nDogs £1 £2 £3",
            ["Related stories", "Fares to rise by 3%"],
            id="a list ends at a row of figures",
        ),
        pytest.param(
            f"{LONGER}\n\nLeave a reply\n\n{LONGER}\n\n{LONGER}",
            ["Leave a reply"],
            id="a link amid an article ends nothing",
        ),
        pytest.param(
            f"{LONGER}\n\nLeave a reply\n\n{LONGER}\n\nLeave a reply",
            ["Leave a reply", "Leave a reply"],
            id="a page of several articles goes on",
        ),
        pytest.param(
            f"{STORY}\n\nTel: 01632 960123\n\n{STORY}",
            [],
            id="contacts amid the text are the article's",
        ),
        pytest.param(
            f"{STORY}\n\nTel: 01632 960123",
            ["Tel: 01632 960123"],
            id="contacts below it are not",
        ),
        pytest.param(f"Comments\n\n{STORY}", [], id="a heading alone is the article's"),
        pytest.param(
            f"Log in\nSkip to content\n{LONGER}\n12 comments\nI agree with that.",
            ["Log in", "Skip to content", "12 comments", "I agree with that."],
            id="beside other furniture it is not",
        ),
        pytest.param(
            f"Log in\nSkip to content\n{STORY}\nComments\nBookmark\n{LONGER}",
            ["Log in", "Skip to content", "Comments"],
            id="a button above most of the article ends nothing",
        ),
        pytest.param(
            "Log in\nSkip to content\nFerries sail twice a day more.\n238 comments\nFares: £8.40\nIt is £2 for dogs.",
            ["Log in", "Skip to content", "238 comments"],
            id="nor does one where little has been said",
        ),
        pytest.param(
            f"Sign in\nSkip to main\n{STORY}\nComments 23\nThe quay as it was in May 2022 (A Pell)\n{LONGER * 2}",
            ["Sign in", "Skip to main", "Comments 23"],
            id="nor one above a picture of some month",
        ),
        pytest.param(
            f"Log in\nSkip to content\n{STORY}\n2 comments\nKim\n3 May 2021 at 9:14\nReply\n{LONGER}",
            ["Log in", "Skip to content", "2 comments", "Kim", "3 May 2021 at 9:14", "Reply", *LONGER.split("\n\n")],
            id="dates show readers' letters",
        ),
        pytest.param(
            f"Log in\nSkip to content\n{STORY}\n2 comments:\nKim said...\nHow nice.\n3 May 2021 at 9:14",
            ["Log in", "Skip to content", "2 comments:", "Kim said...", "How nice.", "3 May 2021 at 9:14"],
            id="even after a colon",
        ),
        pytest.param(f"{STORY}\n\nAdults\n£5.20 per session", [], id="a charge is no salary"),
        pytest.param(
            f"{STORY}\n\nJob title: Deck hand\n£12.20 per hour",
            ["Job title: Deck hand", "£12.20 per hour"],
            id="beside a vacancy's label it is",
        ),
        pytest.param(
            f"{STORY}\nPier to close\n2 hours ago\nStorm sinks 4 boats\n3 days ago\nKnots\n1 week ago\n{STORY}",
            ["Pier to close", "2 hours ago", "Storm sinks 4 boats", "3 days ago", "Knots", "1 week ago"],
            id="teasers stand between the times of their pages",
        ),
        pytest.param(
            f"{STORY}\n2 hours ago\n{STORY}\n3 hours ago\n{STORY}\n4 hours ago\n{STORY}",
            ["2 hours ago", "3 hours ago", "4 hours ago"],
            id="the posts of a live report are the article's",
        ),
        pytest.param(f"{STORY}\n3 hours ago\nFares at a glance", [], id="a time alone is no teaser's"),
        pytest.param(
            f"{LONGER}\n\nComments are closed.\n\nFerry runs aground\nFares to rise by 3%",
            ["Comments are closed.", "Ferry runs aground", "Fares to rise by 3%"],
            id="a notice on a line of its own ends the article",
        ),
        pytest.param(
            f"Log in\nSkip to content\n{LONGER}\nReaders' comments (718)\nI paid £9.\n\nIt was £8 in May.",
            ["Log in", "Skip to content", "Readers' comments (718)", "I paid £9.", "It was £8 in May."],
            id="a heading names whose letters follow",
        ),
        pytest.param(
            f"{STORY}\n\nAbout the author\nAda Pell\nAda has sailed for 20 years and keeps a log of what she sees.",
            ["About the author", "Ada Pell", "Ada has sailed for 20 years and keeps a log of what she sees."],
            id="a heading announces the note on the writer",
        ),
        pytest.param(f"About me\n\nHarbours\n\n{LONGER}", [], id="but not the article itself"),
        pytest.param(f"{STORY}\n\n£3.90\n16,456\n62.2%\n5 of 9", ["5 of 9"], id="figures alone count no pictures"),
    ],
)
def test_reach(dropped: Dropped, text: str, expected: list[str]) -> None:
    assert dropped(text) == expected


def test_teasers_come_in_series(dropped: Dropped) -> None:
    teaser = "The harbour board is to spend £4m on a new pier that will let larger ferries call at the..."
    assert dropped(f"{teaser}\n\n{STORY}") == []
    assert dropped(f"{teaser}\n{teaser}\n{teaser}\n\n{STORY}") == [teaser] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bills rose by 9%. Want to pay less for energy? Read our guide to tariffs The regulator said so in May.",
            ["Want to pay less for energy? Read our guide to tariffs"],
        ),
        ("The pool cost £4m. Source: www.example.org", ["Source: www.example.org"]),
        ("The pool cost £4m. Comments are closed.", ["Comments are closed."]),
        ("Want to pay less? The regulator has an answer.", []),
    ],
)
def test_cuts_inside_a_line(dropped: Dropped, text: str, expected: list[str]) -> None:
    assert dropped(text) == expected
