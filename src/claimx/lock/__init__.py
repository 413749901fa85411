"""The lock file: which claims were accepted, and what a person said about them."""

from claimx.lock.comparison import Changed, Comparison, compare
from claimx.lock.file import lock_text, read_lock, write_lock
from claimx.lock.judging import Case, State, cases
from claimx.lock.records import LOCK_NAME, Entry, Former, Lock, Suppression, Verdict

__all__ = [
    "LOCK_NAME",
    "Case",
    "Changed",
    "Comparison",
    "Entry",
    "Former",
    "Lock",
    "State",
    "Suppression",
    "Verdict",
    "cases",
    "compare",
    "lock_text",
    "read_lock",
    "write_lock",
]
