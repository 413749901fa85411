"""What every rule has. The kinds of rule are its subclasses, one family a module in `claimx.rulebook.kinds`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import Meta, Struct, inspect

REGEX = {"format": "regex"}
"""Marks the fields that hold patterns, in the records and in the JSON Schema of rule files."""

Pattern = Annotated[str, Meta(min_length=1, extra_json_schema=REGEX)]
"""A Python regular expression; `{name}` is replaced with the fragment of that name. Checked for blow-up when loaded."""

Phrase = Annotated[str, Meta(min_length=1)]
"""Words to be found as they stand, in any letter case, with any white space between them."""

Word = Annotated[str, Meta(min_length=1)]


Stage = Literal["text", "clean", "detect", "attribute"]
"""Whose results name the rules of a kind, and so prove their examples; `text`: the pattern itself is proved."""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text and what the rule is to find in it: `find` is the exact surface of the result that names the rule, and
    `expect` holds fields of that result with the values they must have."""

    text: str
    find: str
    expect: dict[str, Any] = {}


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """One rule. `id` is `family.name`; `why` says in general terms what in the language or in web pages it rests on."""

    stage: ClassVar[Stage] = "text"

    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$")]
    why: Annotated[str, Meta(min_length=10)]
    examples: Annotated[tuple[Example, ...], Meta(min_length=1)]
    counterexamples: Annotated[tuple[str, ...], Meta(min_length=1)]

    @property
    def kind(self) -> str:
        """The name of the rule's kind, as it stands in the YAML."""
        return str(type(self).__struct_config__.tag)

    @property
    def flags(self) -> re.RegexFlag:
        """With what the rule's patterns are compiled, by the stage that uses them and by the proof."""
        return re.NOFLAG


@cache
def pattern_fields(kind: type[Rule]) -> tuple[str, ...]:
    """Names of the kind's fields that are declared to hold a `Pattern`, or several."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if _is_pattern(inspect.type_info(field.type)))


def strings(value: Any) -> Iterator[str]:
    """The strings in a field that holds one, or several, in a tuple or as the values of a mapping."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def _is_pattern(declared: inspect.Type) -> bool:
    match declared:
        case inspect.Metadata():
            return declared.extra_json_schema == REGEX or _is_pattern(declared.type)
        case inspect.VarTupleType():
            return _is_pattern(declared.item_type)
        case inspect.DictType():
            return _is_pattern(declared.value_type)
        case inspect.UnionType():
            return any(_is_pattern(one) for one in declared.types)
    return False
