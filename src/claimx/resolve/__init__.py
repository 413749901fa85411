"""Brings documents together: figures that claims share, conflicts between them, parties under one name."""

from claimx.resolve.blocking import partition_keys
from claimx.resolve.conflicts import ALL_KINDS
from claimx.resolve.partitions import Share
from claimx.resolve.resolver import resolve
from claimx.resolve.retelling import wording

__all__ = ["ALL_KINDS", "Share", "partition_keys", "resolve", "wording"]
