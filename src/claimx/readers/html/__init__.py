"""Reads HTML: the page's tree, its text with what the markup says of it, and what it says of its origin."""
