"""A file that is written whole or not at all."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from claimx.errors import OutputError


class OutputFile:
    """Where a result is to go. Raises OutputError at once where that place cannot be written to."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._target = Path(os.path.realpath(path))
        try:
            self._check()
        except (OSError, ValueError) as error:
            raise _unwritable(path, error) from error

    def _check(self) -> None:
        """Tries everything that writing will need, and leaves nothing behind."""
        if self._target.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        if self._is_special():
            return
        if self._target.exists():
            with self._target.open("ab"):
                pass
        handle, name = self._temporary()
        os.close(handle)
        Path(name).unlink()

    def write(self, content: str | bytes) -> None:
        """Writes it, text as UTF-8. A reader sees the old file or the new one, never a part; permissions are kept."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        try:
            if self._is_special():
                self._target.write_bytes(data)
            else:
                self._replace(data)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _replace(self, data: bytes) -> None:
        handle, name = self._temporary()
        try:
            with os.fdopen(handle, "wb") as stream:
                os.fchmod(stream.fileno(), self._mode())
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(self._target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _temporary(self) -> tuple[int, str]:
        return tempfile.mkstemp(prefix=f".{self._target.name[:100]}.", suffix=".part", dir=self._target.parent)

    def _is_special(self) -> bool:
        """Whether the target is a device or pipe, which cannot be replaced, only written to."""
        return self._target.exists() and not self._target.is_file()

    def _mode(self) -> int:
        """The permissions of the file that is replaced, or those that a new file gets."""
        with suppress(FileNotFoundError):
            return stat.S_IMODE(self._target.stat().st_mode)
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _unwritable(path: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{path}: cannot be written: {reason[:1].lower()}{reason[1:]}")
