"""Adding to a unit's log: the new text, proved to say what the old one said and the addition."""

from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.logbook import Logbook, load_log, logbook
from zuofeng_cli.load.source import decoded
from zuofeng_cli.log import LISTS, Addition, Log
from zuofeng_cli.write.append import NoPlaceError, append
from zuofeng_cli.write.node import Item
from zuofeng_cli.write.save import alone, save

ONE_OR_MORE = ("duty", "period")
"""Keys that take a list, or one word as it is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A log as it stands, None where the unit has none, and as it reads with the addition.

    `content` are the bytes that the file would hold.
    """

    before: Logbook | None
    after: Logbook
    content: bytes


def draft(path: Path, name: str, unit: str, addition: Addition) -> Draft:
    """The unit's log with the addition; nothing is written.

    Raises `UnusableInputError` where the file is no log, or where the addition cannot be put in
    without a change to the rest.
    """
    before = load_log(path, name) if path.exists() else None
    log = before.log if before else Log(unit=unit)
    text = before.source.text if before else f"unit: {unit}\n"
    mark = BOM_UTF8 if before and _has_mark(path) else b""
    item = _item(addition)
    try:
        new = append(text, LISTS[type(addition)], item)
    except NoPlaceError as error:
        raise _refusal(name) from error
    content = mark + new.encode()
    after = logbook(decoded(content, name))
    if after.log != log.plus(addition):
        raise _refusal(name)
    return Draft(before, after, content)


def add(
    path: Path, name: str, unit: str, addition: Addition, judge: Callable[[Draft], None]
) -> Draft:
    """Adds to the unit's log, which is made where there is none, unless `judge` raises.

    No other addition comes between reading and writing. Raises as `draft` does, and
    `UnwritableError`; then nothing has changed.
    """
    with alone(path, name) as file:
        made = draft(file, name, unit, addition)
        judge(made)
        save(file, name, made.content)
    return made


def _item(addition: Addition) -> Item:
    """The addition as its file shows it: what is empty left out."""
    fields = addition.model_dump(exclude_defaults=True)
    return {key: _plain(key, value) for key, value in fields.items()}


def _plain(key: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return value[0] if key in ONE_OR_MORE and len(value) == 1 else list(value)
    return value


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(BOM_UTF8)) == BOM_UTF8


def _refusal(name: str) -> UnusableInputError:
    message = _("cannot take an addition without a change to what stands there")
    return UnusableInputError([Finding(name, "syntax", message, _("add it by hand"))])
