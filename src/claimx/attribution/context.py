"""What is known of the discourse where a source stands."""

from dataclasses import dataclass

from claimx.model import Speaker


@dataclass(frozen=True, slots=True)
class Context:
    """The discourse state that decides whom a pronoun or a definite description means."""

    recent: tuple[Speaker, ...] = ()
    """Speakers of the statements before this one, in text order, the latest last; a bounded number is enough."""
    quoted: bool = False
    """True where the source stands inside a quotation."""
    quotee: tuple[Speaker, ...] = ()
    """Whose quotation it is, where that is known: *we* and *our* inside mean their side."""
