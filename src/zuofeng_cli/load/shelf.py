"""A rulebook with the calendar that it counts by, each held against the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from zuofeng_cli.days import BeyondCalendarError, Calendar, UnknownCountryError
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.calendar import load_calendar
from zuofeng_cli.load.rulebook import Volume, load_rulebook
from zuofeng_cli.load.schema import Place, dotted, near
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.rule import Rulebook

YEARS = 30
"""A holiday that is in no calendar of so many years from the rulebook's first is no holiday."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A rulebook with the calendar that it counts by."""

    volume: Volume
    calendar: Calendar


def load_shelf(path: Path, name: str, workspace: Path) -> Shelf:
    """The rulebook in this file and its country's calendar, the workspace's own years included.

    Raises `UnusableInputError` with everything that is wrong with either.
    """
    volume = load_rulebook(path, name)
    book = volume.book
    faults: list[tuple[Place, str, str]] = []
    calendar = Calendar.weekends()
    try:
        if book.calendar:
            calendar = load_calendar(book.calendar, workspace)
        faults += _unknown_holidays(book, calendar)
    except UnknownCountryError as error:
        message = _("no calendar of {country}: {reason}").format(
            country=error.country, reason=error.reason
        )
        faults.append((("calendar",), message, ""))
    if not _is_time_zone(book.time_zone):
        message = _("{value} is no time zone").format(value=repr(book.time_zone))
        faults.append((("time_zone",), message, _("write a name such as Asia/Shanghai or UTC")))
    if faults:
        raise UnusableInputError([unusable(path, name, *fault) for fault in faults])
    return Shelf(volume, calendar)


def unusable(path: Path, name: str, place: Place, message: str, hint: str = "") -> Finding:
    """A finding at a place of a rulebook that could be read."""
    source, _data = read_toml(path, name)
    line, column = locate(source.text, place)
    return Finding(name, "schema", message, hint, line=line, column=column, path=dotted(place))


def _unknown_holidays(book: Rulebook, calendar: Calendar) -> Iterator[tuple[Place, str, str]]:
    for name, festival in book.festivals.items():
        holiday = festival.holiday
        if holiday is not None and holiday not in (known := _holidays(book, calendar, holiday)):
            message = _("the calendar has no holiday {name}").format(name=repr(holiday))
            hint = near(holiday, known) or _("allowed: {words}").format(words=", ".join(known))
            yield ("festivals", name, "holiday"), message, hint


def _holidays(book: Rulebook, calendar: Calendar, wanted: str) -> list[str]:
    """The names of the calendar's holidays, up to the first year that has the one wanted."""
    known: dict[str, None] = {}
    first = book.in_force_from.year
    for year in range(first, first + YEARS):
        try:
            known |= dict.fromkeys(calendar.year(year).festivals)
        except BeyondCalendarError:
            continue
        if wanted in known:
            break
    return list(known)


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, not a relative path, a folder
        return False
    return True
