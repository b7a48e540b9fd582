"""What was sent to whom, kept in `.zuofeng/sent.sqlite`, so that nothing is sent twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = ".zuofeng"
PATIENCE = 600
"""Seconds to wait for another run that is sending."""

TABLE = """\
CREATE TABLE IF NOT EXISTS sent (
    target TEXT NOT NULL,
    message TEXT NOT NULL,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (target, message)
)"""


class Sent:
    """The book of what was sent; raises `OSError` or `sqlite3.Error` where it cannot be kept."""

    def __init__(self, workspace: Path, *, read_only: bool = False) -> None:
        folder = workspace / FOLDER
        file = folder / "sent.sqlite"
        if read_only:
            name = f"{file.as_uri()}?mode=ro" if file.exists() else ":memory:"
        else:
            folder.mkdir(exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="ascii")
            name = file.as_uri()
        self._book = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, uri=True)
        if name == ":memory:" or not read_only:
            self._book.execute(TABLE)

    def close(self) -> None:
        """Lets go of the file."""
        self._book.close()

    def has(self, target: str, message: str) -> bool:
        """Whether this message was sent to this target."""
        asked = "SELECT 1 FROM sent WHERE target = ? AND message = ?"
        return self._book.execute(asked, (target, message)).fetchone() is not None

    @contextmanager
    def sending(self, target: str, message: str) -> Iterator[bool]:
        """Keeps other runs from sending while the block does; False where it was sent before.

        The note of it is written first and kept last: where it cannot be written, nothing is sent.
        What the block raises leaves no note, and so does the death of the process: one transaction
        a message. Should it die after the server took the message and before the note is kept, the
        next run sends it again.
        """
        self._book.execute("BEGIN IMMEDIATE")
        try:
            note = "INSERT OR IGNORE INTO sent (target, message) VALUES (?, ?)"
            yield self._book.execute(note, (target, message)).rowcount == 1
        except BaseException:
            self._book.execute("ROLLBACK")
            raise
        self._book.execute("COMMIT")
