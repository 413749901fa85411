"""Takes files of other revisions out of a git repository, without touching its working tree."""

import os
import subprocess
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from claimx.errors import InputError

_FILES = ("100644", "100755", "100664")
"""Modes of what is a file, and no link or other repository."""

_PART = 1 << 20
"""Bytes of a file that are held at a time."""


class _File(NamedTuple):
    hash: str
    path: PurePosixPath


def take_out(spec: str, folder: Path, suffixes: Collection[str]) -> Path:
    """Copies what `REV:path` names into the folder: a file, or a folder with its files of these suffixes. The path
    begins at the top of the repository, or here if it begins with `./`, as git has it; what is not found there is
    looked for from here. Returns where the copy is.

    Raises InputError where there is no git, repository, revision or path.
    """
    revision, _, path = spec.partition(":")
    if "\0" in spec or revision.startswith("-"):
        raise InputError(f"{spec}: no revision {revision!r}")
    _git("rev-parse", "--git-dir", spec=spec)
    found = _hash(f"{revision}:{path}") or _hash(f"{revision}:./{path}")
    if found is None:
        known = not revision or _hash(f"{revision}^{{tree}}")
        raise InputError(
            f"{spec}: {revision or 'the index'} has no {path}" if known else f"{spec}: no revision {revision}"
        )
    name = PurePosixPath(path).name
    kind = _git("cat-file", "-t", found, spec=spec).strip()
    if kind == b"blob":
        _copy([_File(found, PurePosixPath(name))], folder, spec)
        return folder / name
    if kind != b"tree":
        raise InputError(f"{spec}: neither a file nor a folder")
    target = folder / (name if name.strip(".") else "repository")
    target.mkdir()
    _copy([file for file in _listed(found, spec) if _wanted(file.path, suffixes)], target, spec)
    return target


def _wanted(path: PurePosixPath, suffixes: Collection[str]) -> bool:
    """Whether it is one of those that are read in folders; none that would lead out of the folder."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not path.is_absolute() and path.name.lower().endswith(tuple(suffixes))


def _listed(tree: str, spec: str) -> Iterator[_File]:
    """All files of a folder, with their paths in it."""
    for entry in _git("ls-tree", "-r", "-z", "--full-tree", tree, spec=spec).split(b"\0"):
        about, _, path = entry.decode("utf-8", "surrogateescape").partition("\t")
        if about.startswith(_FILES):
            yield _File(about.split(" ")[2], PurePosixPath(path))


def _copy(files: Collection[_File], folder: Path, spec: str) -> None:
    """Writes the files into the folder; one process of git gives out all of them."""
    with subprocess.Popen(
        ("git", "cat-file", "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as git:
        assert git.stdin is not None
        assert git.stdout is not None
        for file in files:
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                if not _copied(file.hash, git.stdin, git.stdout, out):
                    raise InputError(f"{spec}: git cannot give out {file.path}")


def _copied(name: str, requests: IO[bytes], answers: IO[bytes], out: IO[bytes]) -> bool:
    """Has git give out one object: a line with its size, its bytes, a line feed. Whether all of it came."""
    try:
        requests.write(f"{name}\n".encode("ascii"))
        requests.flush()
    except BrokenPipeError:
        return False
    header = answers.readline().split()
    if len(header) != 3:  # otherwise it says that the object is missing
        return False
    left = int(header[2])
    while left and (part := answers.read(min(left, _PART))):
        out.write(part)
        left -= len(part)
    answers.read(1)
    return not left


def _hash(name: str) -> str | None:
    """The hash of what git knows by the name."""
    done = _run("rev-parse", "--verify", "--quiet", name)
    return done.stdout.decode("ascii").strip() if done.returncode == 0 else None


def _git(*arguments: str, spec: str) -> bytes:
    done = _run(*arguments)
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").splitlines() or ["git fails"]
        raise InputError(f"{spec}: {lines[0].removeprefix('fatal: ')}")
    return done.stdout


def _run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ("git", *arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},  # messages that go to the user are in one language
        )
    except FileNotFoundError as error:
        raise InputError("git is not installed; without it, only files and folders can be compared") from error
