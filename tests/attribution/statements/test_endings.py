"""Pairs of text and how far what is said in it reaches."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions

Attribute = Callable[[str], Attributions]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Hale said that pay had risen and that hours had not.", "that pay had risen and that hours had not"),
        (
            "Hale believes there are no easy answers, but that sometimes a tax will do.",
            "there are no easy answers, but that sometimes a tax will do",
        ),
        ("Hale said the scheme would work if they paid £3m.", "the scheme would work if they paid £3m"),
        ("Hale said the cut hurt Bell, who has 200 staff in the town.", "the cut hurt Bell"),
        (
            "Hale said the ward served tenants, who pay three times the rate.",
            "the ward served tenants, who pay three times the rate",
        ),
        ("Sitting down with the paper on Monday, Hale remarked that she was tired.", "that she was tired"),
        (
            "Sitting down with “The Late Show” on Monday, Hale remarked that she was “a little tired”.",
            "that she was “a little tired”",
        ),
        (
            "Voters said nothing had pulled them from Ann Hale, who also held a rally in Hull, drawing 1,110 people.",
            "nothing had pulled them from Ann Hale",
        ),
        (
            "Hale said he had spent his life “fighting for 30 schools. We will see more.”",
            "he had spent his life “fighting for 30 schools. We will see more.”",
        ),
    ],
)
def test_the_content_ends_where_the_clause_does(attribute: Attribute, text: str, content: str) -> None:
    (found,) = attribute(text).statements
    ((start, end),) = found.content
    assert text[start:end] == content


def test_a_clause_of_time_is_not_what_was_written(attribute: Attribute) -> None:
    assert not attribute("On Tuesday, even as shares were falling, Hale wrote to investors.").statements


@pytest.mark.parametrize(
    "rest",
    [
        " at the fair in Leeds, referring to wards that were shut",
        ", adding that the wards which the trust had opened a month before with £3m of its own were shut",
        " in an interview on the steps of the hospital in which she had trained for seven years as a young nurse",
    ],
)
def test_a_quotation_resumes_after_all_that_follows_its_cue(attribute: Attribute, rest: str) -> None:
    text = f'"We are full," Hale said{rest}. "Nobody can stay."'
    found = attribute(text).statements
    assert ['"We are full,"', '"Nobody can stay."'] in [[text[s:e] for s, e in one.content] for one in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("PARIS (Reuters) - Top minister Ann Hale said she had met the bosses.", "Top minister Ann Hale"),
        ("Paris (AFP) – Opposition leader Ann Hale has attacked the plan.", "Opposition leader Ann Hale"),
        ("LEEDS — The mayor said he would go.", "The mayor"),
        ("Doncaster (PA) - a nurse said 40 beds were shut.", "a nurse"),
    ],
)
def test_a_dateline_says_nothing(attribute: Attribute, text: str, source: str) -> None:
    (found,) = attribute(text).statements
    assert [text[start:end] for start, end in found.source] == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("I think the tax will fail.", "I", "the tax will fail"),
        ("Do you believe the tax will fail?", "you", "the tax will fail"),
    ],
)
def test_whoever_talks_may_speak_of_himself(attribute: Attribute, text: str, source: str, content: str) -> None:
    (found,) = attribute(text).statements
    assert [text[start:end] for start, end in (*found.source, *found.content)] == [source, content]
    assert found.speakers == ()


def test_nobody_says_nothing(attribute: Attribute) -> None:
    assert not attribute("Nobody thinks the tax will fail.").statements
