"""The calendar of a country: the workspace's own years, those that ship, else a projection."""

import re
from pathlib import Path
from typing import Any

import rtoml

from zuofeng_cli.days import (
    BeyondCalendarError,
    Calendar,
    CalendarYear,
    UnknownCountryError,
)
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.builtin import CALENDARS
from zuofeng_cli.load.calendar_year import calendar_year

COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


def load_calendar(country: str, workspace: Path) -> Calendar:
    """The calendar of `country`, two capital letters of ISO 3166.

    A year comes from `calendar/<country>.toml` in the workspace; if there is no such year, from
    the file of that name that ships; else the holidays library projects it.

    Raises `UnknownCountryError`, and `UnusableInputError` with everything that is wrong with the
    workspace's file. The calendar raises `BeyondCalendarError` for a year that nobody knows.
    """
    if not COUNTRY.fullmatch(country):
        raise UnknownCountryError(country, _("a country is two capital letters, such as CN"))
    name = f"{country.lower()}.toml"
    shipped, own = CALENDARS / name, workspace / "calendar" / name
    # A test holds the shipped files to the model, so that no start has to, and a year's table
    # becomes a value only when it is asked for: most runs ask for two years of twenty.
    tables: dict[str, Any] = rtoml.load(shipped) if shipped.is_file() else {}

    def without_own(year: int) -> CalendarYear:
        if table := tables.get(str(year)):
            return calendar_year(year, table)
        from zuofeng_cli.load.projection import project  # it takes 0.1 s to import

        return project(country, year)

    if not own.exists():
        if not tables:
            from zuofeng_cli.load.projection import require_country

            require_country(country)
        return Calendar(country, without_own)

    from zuofeng_cli.load.calendar_table import read_tables  # seldom needed

    own_years = read_tables(own, f"calendar/{name}", without_own)

    def year(number: int) -> CalendarYear:
        try:
            return own_years.get(number) or without_own(number)
        except UnknownCountryError:
            known = ", ".join(str(n) for n in sorted(own_years))
            raise BeyondCalendarError(country, number, known) from None

    return Calendar(country, year)
