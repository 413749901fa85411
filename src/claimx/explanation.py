"""Why a number is a claim or is none: what was read from it, step by step, and the rules behind each step."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from claimx.model import Block, Claim, Document, Excluded, Span, Statement
from claimx.pipeline import Pipeline
from claimx.rulebook import Rule, Rulebook
from claimx.rulebook.schema import pattern_fields

_COMMON = frozenset(("id", "why", "examples", "counterexamples"))
"""Fields that every rule has; the others say what it looks for."""


class RuleUse(Struct, frozen=True):
    """A rule that had a part in a result."""

    id: str
    origin: str
    why: str
    matched: str | None
    """The words of the mention, or else of its sentence, that the rule's own words or patterns find."""


class Explanation(Struct, frozen=True):
    """One number of a document and what was made of it."""

    surface: str
    start: int
    end: int
    line: int
    column: int
    verdict: str
    """`claim`, or `excluded: ` and the reason."""
    steps: tuple[tuple[str, str], ...]
    """What was read, in order: name of the field, value."""
    rules: tuple[RuleUse, ...]
    said: tuple[RuleUse, ...] = ()
    """The rules that found who says it."""


def explain(pipeline: Pipeline, document: Document) -> Iterator[tuple[Claim | Excluded, Explanation]]:
    """Every number of the document with its explanation, in text order."""
    explainer = _Explainer(pipeline, document)
    numbers: list[Claim | Excluded] = [*explainer.extract.claims, *explainer.extract.excluded]
    for number in sorted(numbers, key=lambda one: one.start):
        yield number, explainer.of_claim(number) if isinstance(number, Claim) else explainer.of_excluded(number)


class _Explainer:
    """Explains the numbers of one document."""

    def __init__(self, pipeline: Pipeline, document: Document) -> None:
        self.extract = pipeline.extract(document)
        self._text = document.text
        self._book = _Book(pipeline.rulebook)
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", document.text))]

    def of_claim(self, claim: Claim) -> Explanation:
        """What was read from a claim, and from the statement that it stands in."""
        cues, rules = _said(claim, self.extract.statements)
        cue = " ".join(self._text[slice(*span)] for span in cues)
        return self._explanation(
            claim,
            "claim",
            _steps(claim),
            self._book.uses(claim.rules, claim.surface, claim.sentence),
            self._book.uses(rules, cue, claim.sentence),
        )

    def of_excluded(self, number: Excluded) -> Explanation:
        """Why a number is none, and what it would be."""
        block = _block(number, self.extract.document.blocks) if number.reason == "boilerplate" else ()
        rules = self._book.uses((number.rule,) if number.rule else (), number.surface, "")
        return self._explanation(number, f"excluded: {number.reason}", (*_quantity(number), *block), rules)

    def _explanation(
        self,
        number: Claim | Excluded,
        verdict: str,
        steps: Iterable[tuple[str, str]],
        rules: tuple[RuleUse, ...],
        said: tuple[RuleUse, ...] = (),
    ) -> Explanation:
        line = bisect_right(self._line_starts, number.start)
        return Explanation(
            surface=number.surface,
            start=number.start,
            end=number.end,
            line=line,
            column=number.start - self._line_starts[line - 1] + 1,
            verdict=verdict,
            steps=tuple(steps),
            rules=rules,
            said=said,
        )


def _steps(claim: Claim) -> Iterator[tuple[str, str]]:
    """From the words to the figure, to what it is a figure of, to who says so."""
    yield from _quantity(claim)
    if claim.change is not None:
        levels = {"by": claim.change.delta, "from": claim.change.from_, "to": claim.change.to}
        told = [f"{word} {number:f}" for word, number in levels.items() if number is not None]
        yield "change", " ".join([claim.change.direction, *told])
    yield from ((name, value) for name in ("subject", "period") if (value := getattr(claim, name)))
    yield "modality", claim.modality
    names = ", ".join(speaker.name for speaker in claim.attribution.speakers) or "the document"
    cue = f", cue {claim.attribution.cue!r}" if claim.attribution.cue else ""
    yield "said by", f"{names} ({claim.attribution.mode}{cue})"
    if claim.attribution.via:
        yield "by way of", ", ".join(speaker.name for speaker in claim.attribution.via)
    yield "confidence", f"{claim.confidence:.2f}"


def _quantity(number: Claim | Excluded) -> Iterator[tuple[str, str]]:
    """The figure in base units, as far as there is one."""
    if number.kind is None:
        return
    yield "kind", number.kind
    if number.comparator not in (None, "="):
        yield "comparator", str(number.comparator)
    if number.numerator is not None:
        yield "value", f"{number.numerator}/{number.denominator}"
    yield from (
        (name, f"{value:f}") for name in ("value", "low", "high") if (value := getattr(number, name)) is not None
    )
    yield from ((name, value) for name in ("vague", "unit", "per") if (value := getattr(number, name)) is not None)


def _block(number: Excluded, blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The block that holds the number, where it is furniture of the page."""
    for block in blocks:
        if block.start <= number.start < block.end:
            yield "block", f"{block.role} at {block.start}-{block.end}, content score {block.score:.2f}"


def _said(claim: Claim, statements: Iterable[Statement]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Cue and rules of the narrowest stretch around a claim in what its speaker says, or in what goes on with that."""
    names = {speaker.name for speaker in claim.attribution.speakers}
    theirs = [one for one in statements if names & {speaker.name for speaker in one.speakers}]
    said = [(start, end, one.cue, one.rules) for one in theirs for start, end in one.content]
    said += [(later.start, later.end, (), later.rules) for one in theirs for later in one.continued]
    holding = [one for one in said if one[0] <= claim.start and claim.end <= one[1]]
    *_, cue, rules = min(holding, key=lambda one: one[1] - one[0], default=(0, 0, (), ()))
    return cue, rules


class _Book:
    """Looks up rules and what they find."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def uses(self, rules: Iterable[str], surface: str, sentence: str) -> tuple[RuleUse, ...]:
        """What the rules say and find; an id that is no rule's is left out."""
        known = [self._rulebook.rules[rule] for rule in rules if rule in self._rulebook.rules]
        own = {rule.id: _longest(rule, surface) for rule in known}
        return tuple(
            RuleUse(
                rule.id,
                str(self._rulebook.origins[rule.id]),
                " ".join(rule.why.split()),
                _matched(surface, own[rule.id], own.values()) or _matched(sentence, _longest(rule, sentence), ()),
            )
            for rule in known
        )


def _longest(rule: Rule, text: str) -> Span | None:
    """The longest stretch of the text that one of the rule's words or patterns finds."""
    found = (match.span() for pattern in _patterns(rule) for match in re.finditer(pattern, text, re.IGNORECASE))
    return max(found, key=lambda span: span[1] - span[0], default=None)


def _matched(text: str, span: Span | None, others: Iterable[Span | None]) -> str | None:
    """The stretch, unless another rule has a longer one around it: the *more* of *more than* says nothing of a rise."""
    if span is None or any(other and other != span and other[0] <= span[0] and span[1] <= other[1] for other in others):
        return None
    return text[slice(*span)] or None


def _patterns(rule: Rule) -> Iterator[str]:
    searched = pattern_fields(type(rule))
    for name in searched:
        yield from _strings(getattr(rule, name))
    for field in msgspec.structs.fields(rule):
        value = getattr(rule, field.name)
        if field.name not in _COMMON and field.name not in searched and not isinstance(value, str):
            yield from (_phrase(words) for words in _strings(value))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (*_strings(key), *_strings(one))
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)


def _phrase(words: str) -> str:
    """A pattern for the words, inflected or not, and not within others; a gap in them holds any word."""
    bare = r"\s+".join(map(re.escape, words.split())).replace(r"\{\}", r"\w*")
    before = r"(?<![^\W\d_])" if words[:1].isalpha() else ""
    return before + bare + (r"(?:s|es|d|ed|ing)?(?![^\W\d_])" if words[-1:].isalpha() else "")
