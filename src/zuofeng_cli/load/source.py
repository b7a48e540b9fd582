"""A text file as it was read: its text, its hash, and the name that messages call it by."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.language import gettext as _

MAX_BYTES = 5 * 1024 * 1024
WIDEST_LINE = 500
"""Characters; a longer line is no help to show, and a hostile one may have millions."""
LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, the sha256 of its bytes, and its name relative to the workspace."""

    name: str
    text: str
    sha256: str

    def line(self, number: int) -> str:
        """The line of that number, from 1, as far as it is worth showing; empty beyond the end."""
        lines = _lines(self.text)
        return lines[number - 1][:WIDEST_LINE] if 0 < number <= len(lines) else ""


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return LINE_BREAK.split(text)


def read(path: Path, name: str, max_bytes: int = MAX_BYTES) -> Source:
    """The file as text; raises `UnusableInputError` when it is no readable UTF-8 text file."""
    try:
        mode = path.stat().st_mode
        if not S_ISREG(mode):
            what = _("is a folder, not a file") if S_ISDIR(mode) else _("is not a regular file")
            raise UnusableInputError([Finding(name, "syntax", what)])
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = _("cannot be read: {reason}").format(reason=reason)
        raise UnusableInputError([Finding(name, "syntax", message)]) from error
    return decoded(raw, name, max_bytes)


def decoded(raw: bytes, name: str, max_bytes: int = MAX_BYTES) -> Source:
    """The bytes as the text of a file; raises `UnusableInputError` as `read` does."""
    if len(raw) > max_bytes:
        message = _("is larger than {limit} bytes").format(limit=max_bytes)
        raise UnusableInputError([Finding(name, "too-large", message)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        finding = Finding(
            name,
            "encoding",
            _("is not UTF-8 text"),
            _("save the file as UTF-8"),
            line=line,
            column=error.start - raw.rfind(b"\n", 0, error.start),
        )
        raise UnusableInputError([finding]) from error
    return Source(name, text, sha256(raw).hexdigest())
