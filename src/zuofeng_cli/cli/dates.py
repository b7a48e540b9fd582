"""The dates a command works with: those its options give, and today."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from zuofeng_cli.days import FIRST_DAY, ISO_DATE, LAST_DAY
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _


def day(text: str | None, option: str) -> date | None:
    """The date an option gives; a usage error where it is none."""
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not ISO_DATE.fullmatch(text):
        message = _("{option}: {value} is not a date").format(option=option, value=repr(text))
        raise UsageError(message, _("write it as YYYY-MM-DD"))
    if not FIRST_DAY <= found <= LAST_DAY:
        message = _("{option}: {value} is out of range").format(option=option, value=text)
        hint = _("days go from {first} to {last}").format(first=FIRST_DAY, last=LAST_DAY)
        raise UsageError(message, hint)
    return found


def local_today(time_zone: str) -> date:
    """Today in this time zone: the one place where the program asks the date."""
    return datetime.now(ZoneInfo(time_zone)).date()
