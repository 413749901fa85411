"""Divides a document into blocks and tells the article from the page's furniture. Nothing is cut out or rewritten."""

from claimx.cleaning.cleaner import Cleaner

__all__ = ["Cleaner"]
