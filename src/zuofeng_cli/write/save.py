"""A file with new content, whole or not at all, and one writer at a time."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

from filelock import FileLock, Timeout

from zuofeng_cli.errors import UnwritableError
from zuofeng_cli.language import gettext as _

WAIT = 60
"""How many seconds a writer waits for its turn."""


@contextmanager
def alone(path: Path, name: str) -> Iterator[Path]:
    """The file itself, links followed, while no other writer that asks so may touch it.

    Makes its folder where there is none. `name` is what messages call the file. Raises
    `UnwritableError` where the folder cannot be written, or after `WAIT` seconds without a turn.
    """
    file = Path(os.path.realpath(path))
    lock = FileLock(file.with_name(f".{file.name}.lock"), timeout=WAIT, poll_interval=0.01)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        reason = _("another program has been writing to it for {n} seconds").format(n=WAIT)
        raise UnwritableError(name, reason) from error
    except OSError as error:
        raise UnwritableError(name, error.strerror or str(error)) from error
    try:
        yield file
    finally:
        # Removed while it is held: whoever waits for it sees that, and makes a new one.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()


def save(file: Path, name: str, content: bytes) -> None:
    """Puts `content` in the place of the file's; permissions stay, and the owner where possible.

    To be called while `alone` with the file. At every moment the file holds all of the old content
    or all of the new; when this returns, the new is on the disk. Raises `UnwritableError`, and then
    nothing has changed.
    """
    new = file.with_name(f".{file.name}.new")
    try:
        new.unlink(missing_ok=True)  # left by a writer that was killed
        try:
            with new.open("xb") as out:
                _become(file, out.fileno())
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            new.replace(file)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        _sync_folder(file.parent)
    except OSError as error:
        raise UnwritableError(name, error.strerror or str(error)) from error


def _become(file: Path, handle: int) -> None:
    """Gives the open file the permissions and the owner of `file`, which it is to replace."""
    if not file.exists():
        return
    if not os.access(file, os.W_OK):  # the folder alone would let us replace it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if os.name == "posix":
        old = file.stat()
        for user, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(PermissionError):
                os.fchown(handle, user, group)
        os.fchmod(handle, S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
