"""Brings documents together: figures that claims share, conflicts between them, parties under one name."""

from claimx.resolve.resolver import resolve

__all__ = ["resolve"]
