"""A festival names a holiday that the rulebook's calendar does not have.

Looked for in so many years from the rulebook's first as a calendar might need to have it once.

Fails: `holiday = "Easter"` in a rulebook with `calendar = "CN"`
Passes: `holiday = "春节"` in the same, or `day = "04-05"`
"""

from collections.abc import Iterator

from zuofeng_cli.days import BeyondCalendarError, Calendar
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault
from zuofeng_cli.near import near_or_all

CODE = "R105"

YEARS = 30


def check(case: Case) -> Iterator[Fault]:
    """A fault for each holiday that is in none of the years."""
    for name, festival in case.book.festivals.items():
        holiday = festival.holiday
        if holiday is not None and case.calendar is not None:
            known = _holidays(case, case.calendar, holiday)
            if holiday not in known:
                message = _("the calendar of {country} has no holiday {name}").format(
                    country=case.calendar.country, name=repr(holiday)
                )
                place = ("festivals", name, "holiday")
                yield Fault(place, message, near_or_all(holiday, known))


def _holidays(case: Case, calendar: Calendar, wanted: str) -> list[str]:
    """The names of the calendar's holidays, up to the first year that has the one wanted."""
    known: dict[str, None] = {}
    first = case.book.in_force_from.year
    for year in range(first, first + YEARS):
        try:
            known |= dict.fromkeys(calendar.year(year).festivals)
        except BeyondCalendarError:
            continue
        if wanted in known:
            break
    return list(known)
