"""How findings speak of claims."""

from collections.abc import Iterator, Sequence

from claimx.diff import Fact, fact_of
from claimx.diff.changes import differences
from claimx.display import visible
from claimx.model import Claim

_LONGEST = 120
"""Characters of a text that are shown."""

_NAMES = {"modality": "stated as", "reworded": "subject"}
"""Kinds of change, where a finding calls them otherwise."""


def said(claim: Claim) -> str:
    """`'£1.6bn', shortfall (Ruth Okafor)`: the figure as the text has it, what it is of, who asserts it."""
    return _worded(claim.surface, claim.subject, [speaker.name for speaker in claim.attribution.speakers])


def accepted(fact: Fact) -> str:
    """The same of a claim of the lock file."""
    return _worded(fact.surface, fact.subject, fact.speakers)


def _worded(surface: str, subject: str | None, speakers: Sequence[str]) -> str:
    of_what = f", {shortened(subject)}" if subject else ""
    return visible(f"'{shortened(surface)}'{of_what}" + (f" ({', '.join(speakers)})" if speakers else ""))


def shortened(text: str) -> str:
    """The text on one line, its end left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def changes(old: Fact, claim: Claim) -> str:
    """`figure £1.6bn → £1.8bn; speaker none → Ruth Okafor`: in what the claim differs from what it was."""
    return visible("; ".join(_changes(old, fact_of(claim))))


def _changes(old: Fact, new: Fact) -> Iterator[str]:
    kinds = {*differences(old, new)}
    if kinds & {"value", "comparator"}:
        was, now = shortened(old.surface), shortened(new.surface)
        yield f"figure {was} → {now}" if was != now else f"figure {now}, in other terms"
    for kind, was, now in (
        ("speaker", ", ".join(old.speakers), ", ".join(new.speakers)),
        ("period", old.period or "", new.period or ""),
        ("modality", old.modality, new.modality),
        ("reworded", old.subject or "", new.subject or ""),
    ):
        if kind in kinds:
            yield f"{_NAMES.get(kind, kind)} {shortened(was) or 'none'} → {shortened(now) or 'none'}"
