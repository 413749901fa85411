"""Puts a change into words: `£1.6bn → £1.8bn: shortfall needed each year, Ruth Okafor (003.txt:20)`."""

from collections.abc import Sequence

from claimx.diff.changes import Assertion, ChangeKind, hedge
from claimx.diff.facts import Fact, plain
from claimx.display import visible

_LONGEST = 90
"""Characters of a subject or of the words around a figure that are told."""

_MOST_NAMES = 3

_COMPARATORS = {
    "=": "exactly",
    "~": "about",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
    "->": "nearly",
}


def sentence(kind: ChangeKind, old: Assertion | None, new: Assertion | None) -> str:
    """The change on one line, with nothing in it that a terminal would obey."""
    told = old if kind == "moved_out_of_article" or new is None else new
    assert told is not None
    before, after = (old or told).fact, told.fact
    known = _fullest(before, after)
    about = [_subject(known)]
    if kind != "speaker":
        about.append(_names(after.speakers))
    headline = _headline(kind, before, after)
    place = f"{after.document}:{told.line}" if told.line else after.document
    what = ", ".join(dict.fromkeys(filter(None, about)))
    return visible(f"{headline}: {what} ({place})" if what else f"{headline} ({place})")


def _headline(kind: ChangeKind, old: Fact, new: Fact) -> str:
    match kind:
        case "value":
            return _step(old.surface, new.surface, _figure(old), _figure(new)) + _hedged(kind, old, new)
        case "comparator":
            figures = (f"{_COMPARATORS[fact.comparator]} {fact.surface}" for fact in (old, new))
            return _step(old.surface, new.surface, *figures) + _hedged(kind, old, new)
        case "speaker":
            nobody = "(the document)"
            return f"{new.surface}, {_names(old.speakers) or nobody} → {_names(new.speakers) or nobody}"
        case "period":
            return f"{new.surface}, {old.period or '(no period)'} → {new.period or '(no period)'}"
        case "modality":
            return f"{new.surface}, {old.modality} → {new.modality}"
    return f"{new.surface} {kind.replace('_', ' ')}"


def _hedged(kind: ChangeKind, old: Fact, new: Fact) -> str:
    """What became of the word that hedges or bounds the figure."""
    hedged = hedge(kind, old, new)
    return f" (hedge {hedged})" if hedged else ""


def _step(old: str, new: str, old_exactly: str, new_exactly: str) -> str:
    """From one wording to the other; where they are the same, more exactly."""
    return f"{old} → {new}" if old.casefold() != new.casefold() else f"{old_exactly} → {new_exactly}"


def _figure(fact: Fact) -> str:
    """What was read from the figure, also where other words of its sentence say so."""
    change = fact.change if fact.direction != "none" else None
    way = "by" if change and change.delta is not None else "to" if change and change.to is not None else "of"
    unit = fact.unit if fact.unit and fact.kind == "count" and fact.unit not in fact.surface else None
    per = fact.per and f"per {fact.per}"
    goes = f"{change.direction} {way}" if change else None
    return " ".join(filter(None, (goes, fact.surface, unit, per)))


def _fullest(old: Fact, new: Fact) -> Fact:
    return new if new.subject or not old.subject else old


def _subject(fact: Fact) -> str:
    """What the figure is of, or the words around it where that is not known."""
    if fact.subject:
        return _cut(fact.subject)
    head, figure, tail = fact.sentence.partition(fact.surface)
    if not figure or not plain(head + tail):
        return ""
    room = max(0, _LONGEST - len(figure))
    left, right = max(room // 2, room - len(tail)), max(room // 2, room - len(head))
    before = head if len(head) <= left else f"…{head[len(head) - left :].partition(' ')[2]}"
    after = tail if len(tail) <= right else f"{tail[:right].rpartition(' ')[0]}…"
    return f"“{before}{figure}{after}”"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]}…"


def _names(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
