"""Reads rule files from YAML, and refuses what is wrong by rule, file and line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import msgspec
import yaml

from claimx.errors import RuleError
from claimx.rulebook.kinds import all_kinds
from claimx.rulebook.kinds.fragment import Fragment
from claimx.rulebook.rulebook import Origin, Rulebook
from claimx.rulebook.safety import unsafe
from claimx.rulebook.schema import Rule, pattern_fields, strings
from claimx.rulefiles import RuleFile, digest

_YamlLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLACEHOLDER = re.compile(r"\{([a-z][a-z_]*)\}")


def read(files: Sequence[RuleFile], *, analyse: bool) -> Rulebook:
    """The rules of the files; those of a later folder replace those of the same id. `analyse`: their patterns are
    looked through for blow-up.

    Raises RuleError, with rule, file and line, for anything that is not a sound rule.
    """
    rules: dict[str, Rule] = {}
    origins: dict[str, Origin] = {}
    here: dict[tuple[int, str], Origin] = {}
    for folder, path, data in files:
        for raw, origin in _entries(data, path):
            rule = _convert(raw, origin)
            if (folder, rule.id) in here:
                raise RuleError(f"{origin}: rule {rule.id} is already defined at {here[folder, rule.id]}; rename one")
            here[folder, rule.id] = origin
            rules[rule.id], origins[rule.id] = rule, origin
    return Rulebook(_fill_fragments(rules, origins, analyse=analyse), origins, digest(files))


def _entries(data: bytes, path: Path) -> Iterator[tuple[dict[str, Any], Origin]]:
    """The rules of one file as plain mappings, each with the line it starts on."""
    loader = _YamlLoader(data)
    try:
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            line = node.start_mark.line + 1
            raise RuleError(f"{path.name}:{line}: a rule file is a list of rules (each starts with `- id:`)")
        for item in node.value:
            origin = Origin(path, item.start_mark.line + 1)
            raw = loader.construct_document(item)
            if not isinstance(raw, dict):
                raise RuleError(f"{origin}: a rule is a mapping with id, kind, why, examples, counterexamples")
            yield raw, origin
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise RuleError(f"{path.name}:{line}: not valid YAML: {getattr(error, 'problem', error)}") from error
    finally:
        loader.dispose()


def _convert(raw: Mapping[str, Any], origin: Origin) -> Rule:
    name = raw.get("id", "without an id")
    for field in ("examples", "counterexamples"):
        if not raw.get(field):
            raise RuleError(f"{origin}: rule {name} has no {field}; add at least one, so that it can be proved")
    try:
        rule: Rule = msgspec.convert(raw, type=reduce(or_, all_kinds()))
    except msgspec.ValidationError as error:
        raise RuleError(f"{origin}: rule {name}: {error}") from error
    return rule


def _fill_fragments(rules: Mapping[str, Rule], origins: Mapping[str, Origin], *, analyse: bool) -> dict[str, Rule]:
    """Every rule with the fragments written out in its patterns."""
    fragments: dict[str, str] = {}
    filled: dict[str, Rule] = {}
    ordered = sorted(rules.values(), key=lambda rule: not isinstance(rule, Fragment))
    for rule in ordered:
        done = _with_patterns(rule, fragments, origins[rule.id])
        if analyse:
            _analyse(done, origins[rule.id])
        if isinstance(done, Fragment):
            fragments[done.id.partition(".")[2].replace("-", "_").replace(".", "_")] = f"(?:{done.pattern})"
        filled[rule.id] = done
    return {rule_id: filled[rule_id] for rule_id in rules}


def _with_patterns(rule: Rule, fragments: Mapping[str, str], origin: Origin) -> Rule:
    def fragment(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            raise RuleError(f"{origin}: rule {rule.id}: no fragment.{match[1]} is defined before it")
        return fragments[match[1]]

    def fill(value: Any) -> Any:
        if isinstance(value, str):
            return _PLACEHOLDER.sub(fragment, value)
        if isinstance(value, tuple):
            return tuple(fill(one) for one in value)
        return {key: fill(one) for key, one in value.items()} if isinstance(value, dict) else value

    changes = {field: fill(getattr(rule, field)) for field in pattern_fields(type(rule))}
    return msgspec.structs.replace(rule, **changes) if changes else rule


def _analyse(rule: Rule, origin: Origin) -> None:
    """Refuses a rule with a pattern that is broken or whose matching time can explode."""
    for field in pattern_fields(type(rule)):
        for pattern in strings(getattr(rule, field)):
            try:
                re.compile(pattern)
            except re.error as error:
                raise RuleError(f"{origin}: rule {rule.id}: broken pattern: {error}") from error
            if danger := unsafe(pattern):
                raise RuleError(f"{origin}: rule {rule.id}: pattern can take forever: {danger}")
