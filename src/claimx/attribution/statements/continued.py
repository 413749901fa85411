"""Sets sentences that only go on with a statement behind it, in the terms of the attribution corpora: a statement is
what a cue or quotation marks give to a source; who asserts what follows without either is a conclusion from it."""

from collections.abc import Iterable

from msgspec.structs import replace

from claimx.model import Continuation, Statement
from claimx.nlp import Annotation
from claimx.nlp.annotation import start_of


def with_continued(statements: Iterable[Statement], annotation: Annotation) -> tuple[Statement, ...]:
    """The statements, in text order. One whose sentence names no source and holds no cue is no statement of its own but
    `continued` of the last one before it by the same speakers; where there is none, it stays."""
    kept: list[Statement] = []
    last: dict[tuple[str, ...], int] = {}
    for statement in statements:
        names = tuple(speaker.name for speaker in statement.speakers)
        place = last.get(names) if names and _goes_on(statement, annotation) else None
        if place is None:
            last[names] = len(kept)
            kept.append(statement)
        else:
            later = (Continuation(start, end, statement.rules) for start, end in statement.content)
            kept[place] = replace(kept[place], continued=(*kept[place].continued, *later))
    return tuple(kept)


def _goes_on(statement: Statement, annotation: Annotation) -> bool:
    """Whether neither cue nor marks give the statement to its source, which is named in another sentence."""
    if statement.cue or statement.quoted or not statement.source:
        return False
    sentence = annotation.sentence_at(statement.start)
    return sentence is not None and statement.source[-1][1] <= start_of(sentence)
