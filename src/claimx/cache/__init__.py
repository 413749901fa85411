"""Remembers what documents and whole runs yielded, so that what has not changed costs nothing in the next run."""
