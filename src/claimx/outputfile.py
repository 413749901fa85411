"""A file that is written whole or not at all."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from claimx.errors import OutputError


class OutputFile:
    """Where a result is to go. Raises OutputError at once where that place cannot be written to."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._target = os.path.realpath(path)
        try:
            self._check()
        except (OSError, ValueError) as error:
            raise _unwritable(self.path, error) from error

    def _check(self) -> None:
        """Tries everything that writing will need, and leaves nothing behind."""
        if os.path.isdir(self._target):
            raise IsADirectoryError(0, "it is a folder")
        if self._is_special():
            return
        if os.path.exists(self._target):
            with open(self._target, "ab"):
                pass
        handle, name = self._temporary()
        os.close(handle)
        os.unlink(name)

    def write(self, content: str | bytes) -> None:
        """Writes it, text as UTF-8. A reader sees the old file or the new one, never a part; permissions are kept."""
        self.write_all((content.encode("utf-8") if isinstance(content, str) else content,))

    def write_all(self, pieces: Iterable[bytes]) -> None:
        """Writes the pieces as one, in the same way."""
        try:
            if self._is_special():
                with open(self._target, "wb") as stream:
                    stream.writelines(pieces)
            else:
                self._replace(pieces)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _replace(self, pieces: Iterable[bytes]) -> None:
        handle, name = self._temporary()
        try:
            with os.fdopen(handle, "wb") as stream:
                os.fchmod(stream.fileno(), self._mode())
                stream.writelines(pieces)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(name, self._target)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise

    def _temporary(self) -> tuple[int, str]:
        """A new file beside the target, for this process alone. What the standard library has for that, and for paths,
        takes as long to import as a run takes that is known."""
        folder, name = os.path.split(self._target)
        path = os.path.join(folder, f".{name[:100]}.{os.urandom(8).hex()}.part")
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), path

    def _is_special(self) -> bool:
        """Whether the target is a device or pipe, which cannot be replaced, only written to."""
        return os.path.exists(self._target) and not os.path.isfile(self._target)

    def _mode(self) -> int:
        """The permissions of the file that is replaced, or those that a new file gets."""
        with suppress(FileNotFoundError):
            return stat.S_IMODE(os.stat(self._target).st_mode)
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _unwritable(path: str, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{path}: cannot be written: {reason[:1].lower()}{reason[1:]}")
