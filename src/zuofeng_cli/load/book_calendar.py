"""The calendar and the time zone that a rulebook counts by."""

from pathlib import Path
from zoneinfo import ZoneInfo

from zuofeng_cli.days import Calendar, UnknownCountryError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint import Fault
from zuofeng_cli.load.calendar import load_calendar
from zuofeng_cli.rulebook import Rulebook


def calendar_of(book: Rulebook, workspace: Path) -> tuple[Calendar, list[Fault]]:
    """The calendar that the rulebook counts by, and what is wrong with its country or time zone.

    The calendar of weekends where the rulebook names no country, or one that nobody knows.
    """
    wrong: list[Fault] = []
    calendar = Calendar.weekends()
    try:
        if book.calendar:
            calendar = load_calendar(book.calendar, workspace)
    except UnknownCountryError as error:
        message = _("no calendar of {country}: {reason}").format(
            country=error.country, reason=error.reason
        )
        hint = _("write two capital letters, such as CN")
        wrong.append(Fault(("calendar",), message, hint, "schema", is_unusable=True))
    if not _is_time_zone(book.time_zone):
        message = _("{value} is no time zone").format(value=repr(book.time_zone))
        hint = _("write a name such as Asia/Shanghai or UTC")
        wrong.append(Fault(("time_zone",), message, hint, "schema", is_unusable=True))
    return calendar, wrong


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, not a relative path, a folder
        return False
    return True
