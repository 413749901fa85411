"""Finds the sources that were asked for and reads them one by one."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimx.model import Document, Problem


def read(paths: Iterable[Path]) -> Iterator[Document | Problem]:
    """Each document of the files and folders, in sorted order."""
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            data = file.read_bytes()
            if file.suffix == ".jsonl":
                for line in data.decode().splitlines():
                    row = json.loads(line)
                    yield Document(row["id"], row["text"], hashlib.sha256(row["text"].encode()).hexdigest())
            else:
                name = file.relative_to(path) if path.is_dir() else Path(file.name)
                yield Document(name.as_posix(), data.decode(), hashlib.sha256(data).hexdigest())
