"""What a page's furniture says: lines that are never the article's, and phrases that only speak for or against it."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from claimx.model import Role
from claimx.rulebook.schema import Pattern, Phrase, Rule, Stage, Word

Where = Literal["whole", "start", "end", "anywhere"]
"""Where in a line a phrase must stand. `whole`: it is the line, but for punctuation."""

Reach = Literal["line", "next", "dates", "list", "series", "bridge", "role", "letters", "rest"]
"""How far a furniture line speaks for those after it: `line`: for itself alone; `next`: as far as the end of the next
sentences, which it announces; `dates`: for the dates and times that follow; `list`: for the short lines that follow, as
far as the next paragraph; `series`: for the short lines between it and the next of its rule, and for as many above the
first; `bridge`: for all lines between it and the next bridge of its role; `role`: as far as lines of the same role
recur; `rest`: to the end of the text, where enough of the article stands above; `letters`: the same, where most of it
does or readers' letters show below."""


_SIGNS = frozenset("#@|•»›→▼>©")
"""What stands for a number in phrases, and the signs that menus are made of, which count as words."""


def _refuse_wordless(phrases: Iterable[Phrase]) -> None:
    """Raises ValueError for a phrase without a word, which no line can be searched for."""
    for phrase in phrases:
        if not any(char.isalnum() or char in _SIGNS for char in phrase):
            raise ValueError(f"the phrase {phrase!r} has no word; use a pattern")


class Ruling(Rule, frozen=True, kw_only=True):
    """What the kinds have in common by which a line is furniture."""

    role: Role
    reach: Reach = "line"
    alone: bool = True
    """False holds only beside other furniture: in a text without any, the words may as well be the article's."""
    series: int = 1
    """Lines of it, near each other, from which the rule holds."""
    apart: int = 4
    """Lines from one of a series, or end of a bridge, to the next at most."""
    counts: bool = False
    """True holds only for a series of lines, one after another, whose first numbers go up or down by even steps: what
    a form lets its user choose from."""
    beside: bool = False
    """True holds only beside an article: on a page without running text, such lines are what it is about."""
    among: bool = False
    """True holds only a few lines from another rule's line of the same role: alone, it may be the article's."""
    foot: bool = False
    """True holds only where no running text follows: an article may give such lines as its content."""
    outside: bool = False
    """True holds only above or below all running text: between its sentences such lines are the article's."""
    posts: bool = False
    """True shows a forum where no article stands above: sentences between such lines are posts, the page's content."""

    @property
    def conditional(self) -> bool:
        """Whether other lines have a say in whether the rule holds."""
        return not self.alone or self.among or self.beside or self.foot or self.outside or self.series > 1


class Furniture(Ruling, frozen=True, kw_only=True, tag="furniture"):
    """Lines that stand outside the article, by what they say. In `phrases`, `#` stands for any number."""

    stage: ClassVar[Stage] = "clean"

    phrases: tuple[Phrase, ...] = ()
    at: Where = "anywhere"
    patterns: tuple[Pattern, ...] = ()
    """Searched in the line; anchors are the pattern's own business."""
    needs: tuple[Word, ...] = ()
    """Words in lower case, one of which a line must hold before the patterns are tried, which makes dear ones cheap."""
    min_words: int = 0
    """The patterns are not tried on shorter lines, which are most of a page's."""
    max_words: int = 30
    """Longer lines are left to the article: they only mention what furniture says."""
    cut: bool = False
    """True also takes what the patterns match out of longer lines; the rest of the line stays what it is."""

    def __post_init__(self) -> None:
        _refuse_wordless(self.phrases)


class Markup(Ruling, frozen=True, kw_only=True, tag="markup"):
    """What the names of elements, and of their classes, say of the text that stands in them, for sources with markup.
    A name that most of the text stands in says nothing."""

    phrases: tuple[Phrase, ...]
    """Names: of elements as they are (`nav`), words of classes and ids with a dot before them (`.menu`)."""
    unless: tuple[Phrase, ...] = ()
    """Names that void the rule where they stand around the element that it names."""
    odds: float = 0.0
    """What is added to the log-odds that the text is the article's."""
    decides: bool = False
    """True needs no other evidence: the text is furniture."""


class Cue(Rule, frozen=True, kw_only=True, tag="boilerplate-cue"):
    """Phrases that furniture, or the article, uses more than the other does. One class of them is one feature of the
    scorer, which weighs it together with the rest of the line and its neighbours; alone it decides nothing."""

    phrases: tuple[Phrase, ...]

    def __post_init__(self) -> None:
        _refuse_wordless(self.phrases)


class StopWords(Rule, frozen=True, kw_only=True, tag="stop-words"):
    """The commonest words of one language, by which it is recognised and running text is told from labels."""

    language: str
    """ISO 639-1 code."""
    phrases: tuple[Phrase, ...]


class Imprint(Rule, frozen=True, kw_only=True, tag="imprint"):
    """Lines at an article's head, or at a page's foot, that say where it comes from. The patterns' named groups are
    what they say: `author` (one or more names), `day`, `month`, `year`, `publisher`."""

    stage: ClassVar[Stage] = "clean"

    role: Literal["byline", "dateline", "footer"]
    patterns: tuple[Pattern, ...]
    max_words: int = 16
    glued: bool = False
    """True also looks at the start of a line whose line breaks are lost: the words before a match are the title."""
