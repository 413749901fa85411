"""Marks the lines of a run's documents that recur, in two looks at all of them.

What is marked travels with the document as a hint, so that cleaning it needs nothing but the document itself, in
whichever process and order, and so that whatever is remembered of a document goes by its marks too.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from msgspec import Struct

from claimx.model import Document, Problem
from claimx.readers.recurring import Recurring
from claimx.sequences import Spool

_HELD = 50_000_000
"""Characters of documents up to which they are held between the two looks, on disk; more are read twice."""

Item = Document | Problem


def marked(read: Callable[[], Iterable[Item]], *, again: bool = True, beside: Iterable[Item] = ()) -> Iterator[Item]:
    """The documents that `read` gives, each with its recurring lines marked. `again`: whether it can give them twice;
    if not, and if they are too large to be held, nothing is marked. `beside`: other documents whose lines count too."""
    recurring = Recurring()
    for item in beside:
        if isinstance(item, Document):
            recurring.add(item)
    held = Spool(_Held)
    size = 0
    items = iter(read())
    for item in items:
        if isinstance(item, Document):
            recurring.add(item)
            size += len(item.text)
        if size <= _HELD:
            held.append(_Held(item) if isinstance(item, Document) else _Held(problem=item))
        elif not again:
            yield from chain((one.item for one in held), (item,), items)
            return
    for item in (one.item for one in held) if size <= _HELD else read():
        yield recurring.mark(item) if isinstance(item, Document) else item


class _Held(Struct, frozen=True, array_like=True):
    """An item between the two looks."""

    document: Document | None = None
    problem: Problem | None = None

    @property
    def item(self) -> Item:
        """What it is."""
        item = self.document or self.problem
        assert item is not None
        return item
