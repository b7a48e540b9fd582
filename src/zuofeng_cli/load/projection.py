"""Years that no table holds, as the holidays library projects them.

Importing the library takes a tenth of a second: import this module only where it is needed.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

import holidays

from zuofeng_cli.days import (
    ONE_DAY,
    SATURDAY,
    SUNDAY,
    BeyondCalendarError,
    CalendarYear,
    Run,
    UnknownCountryError,
    runs_of,
)
from zuofeng_cli.language import gettext as _


def require_country(country: str) -> holidays.HolidayBase:
    """The library's entry for `country`, without any year; raises UnknownCountryError."""
    try:
        entry = holidays.country_holidays(country)
    except NotImplementedError:
        raise UnknownCountryError(country, _("the holidays library does not know it")) from None
    if entry.weekend != {SATURDAY, SUNDAY}:
        raise UnknownCountryError(country, _("its weekend is not Saturday and Sunday"))
    return entry


def project(country: str, year: int, *, law_alone: bool = False) -> CalendarYear:
    """The year as the library has it, festivals under their names in the country's language.

    Where the library knows the notice of a year, the days are those of the notice, unless
    `law_alone`: then they are what the law alone gave, as before the notice was out. Raises
    UnknownCountryError and BeyondCalendarError.
    """
    entry = require_country(country)
    public = partial(
        holidays.country_holidays,
        country,
        # Left to itself, the library names festivals in the language of the user's environment.
        language=entry.default_language,
        # Other categories hold days that are worked, such as half-days.
        categories="public",
    )
    listed = public()
    if law_alone:
        listed.has_special_holidays = False  # its word for what notices give and move
    listed.get(date(year, 1, 1))  # fills in the year
    off = {day for day in listed if day.year == year}
    if not off:  # A year outside its range gives the library nothing to say, and no error.
        raise BeyondCalendarError(country, year, f"{entry.start_year}–{entry.end_year}")
    # weekend_workdays always holds a few days of other years.
    makeup = frozenset(day for day in listed.weekend_workdays if day.year == year)
    return CalendarYear(
        year,
        official=False,
        off=tuple(_runs(year, off, makeup)),
        makeup=makeup,
        festivals=_festivals(public(years=year, observed=False)),
    )


def foreseen(country: str, year: int) -> CalendarYear | None:
    """The year as it was projected before its notice was out; None where nothing projects it."""
    try:
        return project(country, year, law_alone=True)
    except (BeyondCalendarError, UnknownCountryError):
        return None


def _runs(year: int, off: set[date], makeup: frozenset[date]) -> Iterator[Run]:
    """The longest stretches of days off inside the year that hold a day of `off`."""
    days = (date(year, 1, 1) + n * ONE_DAY for n in range(366))
    weekends = {day for day in days if day.year == year and day.weekday() >= SATURDAY}
    for run in runs_of(off | (weekends - makeup)):
        if not off.isdisjoint(run.days()):
            yield run


def _festivals(proper: holidays.HolidayBase) -> dict[str, date]:
    """The first day of each festival; days off that only make up for a worked one have no name."""
    made_up = getattr(proper, "substituted_label", None)
    prefix = proper.tr(made_up).partition("%s")[0] if made_up else None
    found: dict[str, date] = {}
    for day in sorted(proper):
        for name in proper.get_list(day):
            if prefix is None or not name.startswith(prefix):
                found.setdefault(name, day)
    return found
