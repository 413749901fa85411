"""Reads PDF: lines with their places on the sheet, paragraphs made of them, and what only turns the pages."""
