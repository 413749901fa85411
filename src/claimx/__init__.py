"""claimx finds the quantitative claims of source documents: which figure, of what, said by whom, and where."""

__version__ = "0.1.0"
