"""Finds every number of a document, normalises it, and judges it a claim or excluded with a reason."""

from claimx.quantities.detector import Detector

__all__ = ["Detector"]
