"""Runs rules' own examples and counterexamples through the real stages: a rule is proved by results that name it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Any

import msgspec

from claimx.attribution import Attributor
from claimx.cleaning import Cleaner
from claimx.cleaning.lines import words
from claimx.model import Block, Document, Mention, PartyMention, Statement
from claimx.nlp import Annotation, Annotator
from claimx.quantities import Detector
from claimx.rulebook import Rule, Rulebook
from claimx.rulebook.rulebook import Origin
from claimx.rulebook.schema import Stage

_ENCODER = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example in which a rule did not find what it should, a counterexample in which it found something, or one of
    the rule's patterns that none of its examples shows at work."""

    rule: str
    origin: Origin
    text: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.rule}: {self.text!r}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class _Result:
    """One thing that a stage says of a text: the rules it names, the surfaces it goes by, and its fields."""

    rules: tuple[str, ...]
    surfaces: tuple[str, ...]
    fields: Mapping[str, Any]


def prove(rulebook: Rulebook, rules: Iterable[Rule] | None = None) -> Iterator[Failure]:
    """The failures of the given rules of the rulebook (default: all of them), in the rules' order."""
    chosen = list(rulebook) if rules is None else list(rules)
    stages = _Stages(rulebook, chosen)
    for rule in chosen:
        yield from _failures(rule, rulebook.origins[rule.id], stages)


def _failures(rule: Rule, origin: Origin, stages: "_Stages") -> Iterator[Failure]:
    for example in rule.examples:
        named = stages.named(rule, example.text)
        there = [result for result in named if example.find in result.surfaces]
        if not there:
            yield Failure(rule.id, origin, example.text, repr(example.find), _shown(named))
        elif all(_differences(example.expect, result.fields) for result in there):
            wrong = _differences(example.expect, there[0].fields)
            expected = ", ".join(f"{name} {_json(example.expect[name])}" for name in wrong)
            found = ", ".join(f"{name} {_json(there[0].fields.get(name))}" for name in wrong)
            yield Failure(rule.id, origin, example.text, f"{example.find!r} with {expected}", found)
    for text in rule.counterexamples:
        named = stages.named(rule, text)
        if named:
            yield Failure(rule.id, origin, text, "nothing", _shown(named))
    for number, pattern in _unmatched(rule):
        yield Failure(
            rule.id,
            origin,
            pattern,
            "an example that it matches",
            f"pattern {number} is matched by none of its examples",
        )


def _unmatched(rule: Rule) -> Iterator[tuple[int, str]]:
    """The rule's patterns, numbered from 1, that match no line or text of its examples. Patterns that must all hold for
    the rule to find anything need no such care: each example proves them together."""
    texts = [example.text for example in rule.examples]
    if rule.stage == "clean":
        texts = [line.strip() for text in texts for line in text.splitlines()]
    needs = frozenset(_strings(rule, "needs"))
    tried = [text for text in texts if not needs or not needs.isdisjoint(words(text))]
    for number, pattern in enumerate(_strings(rule, "patterns"), 1):
        compiled = re.compile(pattern, rule.flags)
        if not any(compiled.search(text) for text in tried):
            yield number, pattern


def _shown(results: Sequence[_Result]) -> str:
    return ", ".join(repr(result.surfaces[0]) for result in results) or "nothing"


class _Stages:
    """The stages of one rulebook; every text is analysed once, and all texts in one go."""

    def __init__(self, rulebook: Rulebook, rules: Iterable[Rule]) -> None:
        self._rulebook = rulebook
        self._texts = list(
            dict.fromkeys(
                text
                for rule in rules
                if rule.stage in ("detect", "attribute")
                for text in (*(example.text for example in rule.examples), *rule.counterexamples)
            )
        )
        self._results: dict[tuple[Stage, str], list[_Result]] = {}

    def named(self, rule: Rule, text: str) -> list[_Result]:
        """The results of the rule's stage on the text that name the rule."""
        if rule.stage == "text":
            return _searched(rule, text)
        key = (rule.stage, text)
        if key not in self._results:
            self._results[key] = list(self._run(*key))
        return [result for result in self._results[key] if rule.id in result.rules]

    def _run(self, stage: Stage, text: str) -> Iterator[_Result]:
        document = _document(text)
        if stage == "clean":
            for block in self._cleaner.clean(document).blocks:
                yield _result(text, (block.rule,) if block.rule else (), [(block.start, block.end)], block)
            return
        cleaned, annotation = self._cleaner.keep_all(document), self._annotations[text]
        if stage == "detect":
            for mention in self._detector.detect(document, cleaned, annotation):
                yield _result(text, mention.rules, [(mention.start, mention.end)], mention)
            return
        attributions = self._attributor.attribute(document, cleaned, annotation)
        for statement in attributions.statements:
            parts = [
                (spans[0][0], spans[-1][1]) for spans in (statement.content, statement.source, statement.cue) if spans
            ]
            spans = [*parts, *statement.content, *statement.source, *statement.cue]
            yield _result(text, statement.rules, spans, statement)
        for party in attributions.mentions:
            yield _result(text, party.rules, [(party.start, party.end)], party)

    @cached_property
    def _cleaner(self) -> Cleaner:
        return Cleaner(self._rulebook)

    @cached_property
    def _detector(self) -> Detector:
        return Detector(self._rulebook)

    @cached_property
    def _attributor(self) -> Attributor:
        return Attributor(self._rulebook)

    @cached_property
    def _annotations(self) -> dict[str, Annotation]:
        """Each text's annotation. The texts are analysed as the blocks of one document: far faster than one by one."""
        blocks = [self._cleaner.keep_all(_document(text)).blocks for text in self._texts]
        starts = [0]
        for text in self._texts:
            starts.append(starts[-1] + len(text) + 1)
        moved = (
            msgspec.structs.replace(block, start=block.start + start, end=block.end + start)
            for start, own in zip(starts, blocks, strict=False)
            for block in own
        )
        docs = iter(Annotator().annotate(_document("\n".join(self._texts)), moved).docs)
        return {
            text: Annotation(list(islice(docs, len(own))), [block.start for block in own])
            for text, own in zip(self._texts, blocks, strict=True)
        }


def _document(text: str) -> Document:
    return Document("example", text, hashlib.sha256(text.encode()).hexdigest())


def _result(
    text: str,
    rules: tuple[str, ...],
    spans: Iterable[tuple[int, int]],
    record: Block | Mention | Statement | PartyMention,
) -> _Result:
    fields = msgspec.structs.asdict(record)
    quantity = getattr(record, "quantity", None)
    if quantity is not None:
        fields |= msgspec.structs.asdict(quantity)
    return _Result(rules, tuple(text[start:end] for start, end in spans), fields)


def _searched(rule: Rule, text: str) -> list[_Result]:
    """What the rule's own pattern or phrases find in the text."""
    patterns = [*_strings(rule, "pattern"), *_strings(rule, "patterns")]
    phrases = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in _strings(rule, "phrases"))
    if phrases:
        patterns.append(rf"(?i)(?<!\w)(?:{phrases})(?!\w)")
    return [_Result((rule.id,), (match[0],), {}) for pattern in patterns for match in re.finditer(pattern, text)]


def _strings(rule: Rule, field: str) -> tuple[str, ...]:
    value = getattr(rule, field, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _differences(expected: Mapping[str, Any], fields: Mapping[str, Any]) -> list[str]:
    """Names of the expected fields that have another value."""
    return [name for name, value in expected.items() if name not in fields or not _same(value, fields[name])]


def _same(expected: Any, found: Any) -> bool:
    """Whether a value of a rule file is the value of a record; of a nested record, the fields that are named."""
    found = _plain(found)
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(name in found and _same(value, found[name]) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(_same, expected, found))
    if isinstance(found, Decimal) and isinstance(expected, int | float | str) and not isinstance(expected, bool):
        return Decimal(str(expected)) == found
    return bool(expected == found)


def _plain(value: Any) -> Any:
    """Records as mappings by their published names, tuples as lists; figures stay exact."""
    return msgspec.to_builtins(value, builtin_types=(Decimal,))


def _json(value: Any) -> str:
    return _ENCODER.encode(value).decode()
