"""Reads PDF: lines with their places on the sheet, paragraphs made of them, and what only turns the pages."""

from claimx.readers.pdf.file import pdf_documents

__all__ = ["pdf_documents"]
