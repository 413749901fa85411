"""How alike two facts are: whether one can be what the other became."""

from collections.abc import Set

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from claimx.diff.changes import same_figure
from claimx.diff.facts import Fact, words
from claimx.diff.spelling import misspelt
from claimx.resolve.retelling import content_words, wording

_CLOSE = 4
"""Words before and after a figure that say what it is a figure of."""

_NEAR = 7
"""Words before and after a figure that make up its clause, as a rule."""

_FAR = 40
_ROOM = 800
"""Words, and characters, before and after a figure beyond which a sentence is not looked at."""

_REPEATED, _REPEATED_OF_ONE = 0.35, 0.15
"""How alike the sentences of one figure must be: of any, of one subject."""

_CHANGED, _CHANGED_OF_ONE, _CONVERTED = 0.6, 0.45, 0.75
"""How alike the sentences of two figures must be: of any, of one subject, in different terms."""

_ONE_SUBJECT, _OTHER_SUBJECT = 0.8, 0.5
"""Likeness of subjects that are one, and below which they are two."""

_FIGURE, _MEASURE, _SENTENCE, _CLOSEST, _SUBJECT, _SPEAKERS = 0.35, 0.1, 0.25, 0.15, 0.1, 0.05
"""What each likeness counts where several claims could be the one."""

_SHARED = 2
"""Telling words that two clauses must share to be alike."""

_SUMS = ("money", "measure")
"""Kinds of figures that one person hardly names twice of two things."""

_HARDLY_CHANGED = 0.8
"""How alike the rest of two sentences is in which only the subject was replaced."""

_PRECISE = 4
"""Significant digits from which a figure is hardly met twice by chance."""


class Profile(Struct, frozen=True):
    """A fact with what it is compared by."""

    fact: Fact
    words: tuple[str, ...]
    """Those of its sentence."""
    context: tuple[str, ...]
    """Those around its figure, without other figures."""
    before: tuple[str, ...]
    after: tuple[str, ...]
    """Those nearest to its figure on either side."""
    content: tuple[str, ...]
    """Stems of the words that tell what it is about."""
    subject: frozenset[str]
    """Those of its subject, without words that fit many things."""
    clause: frozenset[str]
    """Those near its figure, likewise."""


def profile(fact: Fact) -> Profile:
    """The fact, made ready for comparison."""
    head, _, tail = fact.sentence.partition(fact.surface)
    head, tail = head[-_ROOM:], tail[:_ROOM]
    before, after = words(head), words(tail)
    return Profile(
        fact=fact,
        words=words(fact.sentence),
        context=tuple(word for word in (*before, *after) if not word[0].isdigit()),
        before=before[-_FAR:],
        after=after[:_FAR],
        content=tuple(sorted(content_words(f"{fact.subject or ''} {head} {tail}"))),
        subject=content_words(fact.subject) - wording().generic,
        clause=content_words(" ".join((*before[-_NEAR:], *after[:_NEAR]))) - wording().generic,
    )


def likeness(old: Profile, new: Profile) -> float:
    """From 0 (two different claims) to 1 (one claim)."""
    if other_subject(old, new):
        return 0.0
    sentence, subject = max(_of_words(old, new), _of_clauses(old.clause, new.clause)), _of_subjects(old, new)
    figure = _of_figures(old.fact, new.fact)
    if sentence < (_needed_for_one(old, new, subject) if figure else _needed_for_two(old.fact, new.fact, subject)):
        return 0.0
    close = Indel.normalized_similarity(
        old.before[-_CLOSE:] + old.after[:_CLOSE], new.before[-_CLOSE:] + new.after[:_CLOSE]
    )
    return float(
        _FIGURE * figure
        + _MEASURE * (old.fact.measure == new.fact.measure)
        + _SENTENCE * sentence
        + _CLOSEST * close
        + _SUBJECT * (0.5 if subject is None else subject)
        + _SPEAKERS * (old.fact.speakers == new.fact.speakers)
    )


def _of_figures(old: Fact, new: Fact) -> float:
    """1 for one figure, half of it for one level of which only one fact says how it came about, else 0."""
    if same_figure(old, new):
        return 1.0
    return 0.5 if old.level is not None and (old.measure, old.level) == (new.measure, new.level) else 0.0


def related(old: Profile, new: Profile) -> bool:
    """Whether nothing speaks against one claim, where the sentences are known to be one."""
    if other_subject(old, new):
        return False
    subject = _of_subjects(old, new)
    if subject is not None:
        return subject >= _OTHER_SUBJECT
    return not old.clause.isdisjoint(new.clause)


def _needed_for_one(old: Profile, new: Profile, subject: float | None) -> float:
    """How alike the sentences must be where the figure is the same: not at all where it is precise, or a sum that the
    same people speak of."""
    spoken = old.fact.speakers == new.fact.speakers != () and old.fact.kind in _SUMS
    if spoken or _digits(old.fact) >= _PRECISE:
        return 0.0
    return _REPEATED_OF_ONE if subject is not None and subject >= _ONE_SUBJECT else _REPEATED


def _needed_for_two(old: Fact, new: Fact, subject: float | None) -> float:
    """How alike the sentences must be where the figure differs; more than any are where it is of something else."""
    if subject is not None and subject < _OTHER_SUBJECT:
        return 1.01
    if old.measure != new.measure:
        return _CONVERTED
    return _CHANGED_OF_ONE if subject is not None and subject >= _ONE_SUBJECT else _CHANGED


def _of_clauses(old: frozenset[str], new: frozenset[str]) -> float:
    """A clause may have been put into another sentence."""
    return _dice(old, new) if len(old & new) >= _SHARED else 0.0


def _of_words(old: Profile, new: Profile) -> float:
    in_order = Indel.normalized_similarity(old.before + old.after, new.before + new.after)
    if not old.content and not new.content:
        return float(in_order)
    return float(in_order + _dice(frozenset(old.content), frozenset(new.content))) / 2


def _of_subjects(old: Profile, new: Profile) -> float | None:
    """From 0 to 1; None where one of them is not known."""
    if old.fact.subject is None or new.fact.subject is None:
        return None
    if old.subject and new.subject and (old.subject <= new.subject or new.subject <= old.subject):
        return 1.0
    return fuzz.token_set_ratio(old.fact.subject.casefold(), new.fact.subject.casefold()) / 100


def other_subject(old: Profile, new: Profile) -> bool:
    """Whether what is measured was replaced: each subject has words that the other sentence lacks, and either the
    sentences hardly differ otherwise, or the subjects have nothing in common."""
    lost, gained = old.subject.difference(new.content), new.subject.difference(old.content)
    slips = {(a, b) for a in lost for b in gained if misspelt(a, b)}
    lost, gained = lost.difference(a for a, _ in slips), gained.difference(b for _, b in slips)
    if not lost or not gained:
        return False
    return _dice(
        lost.symmetric_difference(old.content), gained.symmetric_difference(new.content)
    ) >= _HARDLY_CHANGED or (old.subject.isdisjoint(new.subject))


def _dice(one: Set[str], other: Set[str]) -> float:
    """How much of two sets both have, from 0 to 1 (Dice's coefficient); nothing is like nothing."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _digits(fact: Fact) -> int:
    """Significant digits of the figure."""
    numbers = [number for number in (fact.value, fact.low, fact.high) if number is not None]
    return max((len(number.normalize().as_tuple().digits) for number in numbers), default=0)
