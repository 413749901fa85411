"""The lock file."""
