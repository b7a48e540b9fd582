"""Working days: which days are off, what run of days off holds a festival, and who says so."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

ONE_DAY = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""The days that may be counted from: no count then leaves the years that Python's dates have."""

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
"""The one form of a date: ISO 8601's extended calendar date."""

SATURDAY, SUNDAY = 5, 6
"""As `date.weekday` counts."""

NEW_YEAR_REACH = (12, 25)
"""The month and day from which a New Year's break can move days: no notice has reached further
back than 29 December (2007, 2018)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of calendar days: `start` is in it, `end` is not."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Run:
    """A closed range of calendar days: both `first` and `last` are in it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> list[date]:
        """Every day of the run, in order."""
        count = (self.last - self.first).days + 1
        return [self.first + timedelta(days=n) for n in range(count)]


def days_of(runs: Iterable[Run]) -> set[date]:
    """Every day of the runs."""
    return {day for run in runs for day in run.days()}


def runs_of(days: Iterable[date]) -> tuple[Run, ...]:
    """The days as the fewest runs that hold them and no other day, in order."""
    numbered = enumerate(sorted(set(days)))
    stretches = groupby(numbered, lambda pair: pair[1].toordinal() - pair[0])
    found = ([day for _, day in stretch] for _, stretch in stretches)
    return tuple(Run(stretch[0], stretch[-1]) for stretch in found)


@dataclass(frozen=True, slots=True)
class Notice:
    """A document that fixes days off: its number, where it can be read, and the date it bears.

    An amendment `covers` only the days it speaks of; the notice of a year covers all of it and
    leaves this empty.
    """

    number: str
    url: str = ""
    published: date | None = None
    covers: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year's departures from the plain week, as its notices list them.

    `official` is True when a notice fixes the year and False when it is projected. `off` are the
    runs of days off inside the year (weekends they touch included), `makeup` the weekend days
    that are worked, `festivals` the anchor day of each festival by its name in the country's own
    language. `notices` are in order of date, the year's own first, amendments after it.
    """

    year: int
    official: bool
    off: tuple[Run, ...] = ()
    makeup: frozenset[date] = frozenset()
    festivals: Mapping[str, date] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def notice(self, day: date) -> Notice | None:
        """The document that has the last word on `day`; None in a year without one."""
        for notice in reversed(self.notices):
            if not notice.covers or any(day in run for run in notice.covers):
                return notice
        return None

    def amended(self, notice: Notice, off: Iterable[Run], makeup: Iterable[date]) -> "CalendarYear":
        """The year after `notice`, which fixes anew every day that it covers."""
        covered = days_of(notice.covers)
        return replace(
            self,
            off=runs_of((days_of(self.off) - covered) | days_of(off)),
            makeup=frozenset((self.makeup - covered) | set(makeup)),
            notices=(*self.notices, notice),
        )


class BeyondCalendarError(Exception):
    """Nobody knows this year's days off: no table has it and no library projects it."""

    def __init__(self, country: str, year: int, known: str) -> None:
        super().__init__(f"no calendar of {country} for {year}; known: {known}")
        self.country, self.year, self.known = country, year, known


class UnknownCountryError(Exception):
    """Nobody knows this country's days off in any year; `reason` says why."""

    def __init__(self, country: str, reason: str) -> None:
        super().__init__(f"no calendar of {country}: {reason}")
        self.country, self.reason = country, reason


class Calendar:
    """Answers which days are worked, from one `CalendarYear` a year.

    `year` gives the table of a year and raises `BeyondCalendarError` where there is none. With no
    country at all (`Calendar.weekends()`), every Saturday and Sunday is off and nothing else is.
    """

    def __init__(self, country: str, year: Callable[[int], CalendarYear]) -> None:
        self.country = country
        self._source = year
        self._years: dict[int, CalendarYear] = {}
        self._off: dict[int, frozenset[date]] = {}

    @classmethod
    def weekends(cls) -> "Calendar":
        """A calendar without holidays: only Saturdays and Sundays are off."""
        return cls("", lambda year: CalendarYear(year, official=True))

    def year(self, year: int) -> CalendarYear:
        """The table of `year`; raises `BeyondCalendarError`."""
        if year not in self._years:
            self._years[year] = self._source(year)
        return self._years[year]

    def notice(self, day: date) -> Notice | None:
        """The document that fixes whether `day` is worked; None where nothing is published."""
        return self.year(day.year).notice(day)

    def festival(self, name: str, year: int) -> date | None:
        """The anchor day of the festival of this name in `year`, or None when the year has none."""
        return self.year(year).festivals.get(name)

    def is_working(self, day: date) -> bool:
        """Whether `day` is worked: a weekday that is not off, or a weekend day made up."""
        table = self.year(day.year)
        if day.weekday() >= SATURDAY:
            return day in table.makeup
        return day not in self._days_off(day.year)

    def _days_off(self, year: int) -> frozenset[date]:
        if year not in self._off:
            self._off[year] = frozenset(days_of(self.year(year).off))
        return self._off[year]

    def non_working_run(self, day: date) -> Run | None:
        """The longest stretch of days off that holds `day`; None when `day` itself is worked."""
        if self.is_working(day):
            return None
        first = last = day
        while not self.is_working(first - ONE_DAY):
            first -= ONE_DAY
        while not self.is_working(last + ONE_DAY):
            last += ONE_DAY
        return Run(first, last)

    def last_working_day(self, day: date) -> date:
        """The latest working day on or before `day`."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def next_working_day(self, day: date) -> date:
        """The earliest working day on or after `day`."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, or before it when `count` is negative.

        Day 0 is `day` itself, worked or not.
        """
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def is_official(self, first: date, last: date) -> bool:
        """Whether notices fix every day of the closed range `first`…`last`.

        The last days of a year may still be moved by the next year's notice, as that of 2019
        moved the end of December 2018.
        """
        settled_by = last.year + ((last.month, last.day) >= NEW_YEAR_REACH)
        return all(self.year(y).official for y in range(first.year, settled_by + 1))


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last where it has no such day."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count)
