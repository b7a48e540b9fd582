"""The `period` cadence: so often in every day, week, month, quarter, half-year or year."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from zuofeng_cli.cadence.scope import CadenceModel, Scope, Step, Window
from zuofeng_cli.days import FIRST_DAY, LAST_DAY, ONE_DAY, Calendar, Run, Span
from zuofeng_cli.language import gettext as _
from zuofeng_cli.model import FileModel, exactly_one

Every = Literal["day", "week", "month", "quarter", "half-year", "year"]

MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}

FORMS: dict[Every, str] = {
    "day": "2026-03-18",
    "week": "2026-W12",
    "month": "2026-03",
    "quarter": "2026-Q1",
    "half-year": "2026-H1",
    "year": "2026",
}

PATTERNS: dict[Every, re.Pattern[str]] = {
    "day": re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII),
    "week": re.compile(r"(\d{4})-W(\d\d)", re.ASCII),
    "month": re.compile(r"(\d{4})-(\d\d)", re.ASCII),
    "quarter": re.compile(r"(\d{4})-Q([1-4])", re.ASCII),
    "half-year": re.compile(r"(\d{4})-H([12])", re.ASCII),
    "year": re.compile(r"(\d{4})", re.ASCII),
}


class PeriodDue(FileModel):
    """When in, or after, the period the duty falls due; exactly one key.

    A day is counted from the start of the period or, negative, back from its end; a period with
    fewer days than asked for takes its last (or first) one.
    """

    days_after_end: Annotated[int, Field(ge=0, le=3660)] | None = None
    """Calendar days after the period's last day. Example: `days_after_end = 10`"""
    day: Annotated[int, Field(ge=-366, le=366)] | None = None
    """The n-th calendar day of the period; -1 is its last. A shorter period takes the nearest it
    has.

    Example: `day = 20`
    """
    working_day: Annotated[int, Field(ge=-262, le=262)] | None = None
    """The n-th working day of the period; -1 is its last. Example: `working_day = -1`"""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        exactly_one(self, "days_after_end", "day", "working_day")
        if 0 in (self.day, self.working_day):
            raise ValueError(_("days count from 1, or from the end from -1"))
        return self


class Period(CadenceModel):
    """At least `at_least` times in `every` period; due on its last day unless `due` says else."""

    kind: Literal["period"]
    """So often in every day, week, month, quarter, half-year or year. Example: `kind = "period"`"""
    every: Every
    """The period; weeks are those of ISO 8601. Example: `every = "quarter"`"""
    due: PeriodDue | None = None
    """When in the period, or after it; its last day without it. Example: `due = { day = 20 }`"""

    @property
    def expects(self) -> str:  # noqa: D102 - as in the base class
        return FORMS[self.every]

    def windows(self, scope: Scope, span: Span) -> Iterator[Window]:  # noqa: D102
        after = (self.due.days_after_end or 0) if self.due else 0
        run = period_around(self.every, span.start - timedelta(days=after))
        while run.first < span.end:
            window = self._window(run, scope.calendar)
            if window.touches(span):
                yield window
            run = period_around(self.every, run.last + ONE_DAY)

    def find(self, period: str, scope: Scope) -> Window | None:  # noqa: D102
        run = period_named(self.every, period)
        return self._window(run, scope.calendar) if run else None

    def steps(self, window: Window, scope: Scope) -> list[Step]:  # noqa: D102
        assert window.begins and window.ends
        facts = {"every": self.every, "first": window.begins, "last": window.ends}
        found = [Step("period", window.begins, facts | {"at_least": self.at_least})]
        due = self.due
        if due is None:
            found.append(Step("period-end", window.due))
        elif due.days_after_end is not None:
            found.append(Step("days-after-end", window.due, {"count": due.days_after_end}))
        elif due.day is not None:
            found.append(Step("day-of-period", window.due, {"count": due.day}))
        elif due.working_day is not None:
            found += _skipped(window, scope.calendar, forward=due.working_day > 0)
            found.append(Step("working-day-of-period", window.due, {"count": due.working_day}))
        return found

    def _window(self, run: Run, calendar: Calendar) -> Window:
        due, rests_on = run.last, None
        if self.due is None:
            pass
        elif self.due.days_after_end is not None:
            due = run.last + timedelta(days=self.due.days_after_end)
        elif self.due.day is not None:
            due = _nth(run.days(), self.due.day)
        elif self.due.working_day is not None:
            worked = [day for day in run.days() if calendar.is_working(day)]
            due, rests_on = _nth(worked or run.days(), self.due.working_day), run
        return Window(label(self.every, run.first), run.first, due, run.first, run.last, rests_on)


def label(every: Every, first: date) -> str:
    """The label of the period that begins on `first`: `2026-Q1`, `2026-W12` (ISO 8601), …."""
    match every:
        case "day":
            return first.isoformat()
        case "week":
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{first.year:04}-{first.month:02}"
        case "quarter":
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case "half-year":
            return f"{first.year:04}-H{(first.month + 5) // 6}"
        case "year":
            return f"{first.year:04}"


def period_around(every: Every, day: date) -> Run:
    """The period that holds `day`, first and last day included."""
    if every == "day":
        return Run(day, day)
    if every == "week":
        monday = day - timedelta(days=day.weekday())
        return Run(monday, monday + timedelta(days=6))
    months = MONTHS[every]
    month = (day.month - 1) // months * months + 1
    last_month = month + months - 1
    end = (
        date(day.year, 12, 31) if last_month == 12 else date(day.year, last_month + 1, 1) - ONE_DAY
    )
    return Run(date(day.year, month, 1), end)


def period_named(every: Every, period: str) -> Run | None:
    """The period with this label; None when it is no label of that kind, or out of reach."""
    found = PATTERNS[every].fullmatch(period)
    if not found:
        return None
    year, *rest = (int(part) for part in found.groups())
    try:
        match every, rest:
            case "week", [week]:
                first = date.fromisocalendar(year, week, 1)
            case "day", [month, day]:
                first = date(year, month, day)
            case _, [number]:
                first = date(year, (number - 1) * MONTHS[every] + 1, 1)
            case _:
                first = date(year, 1, 1)
    except ValueError:
        return None
    return period_around(every, first) if FIRST_DAY <= first <= LAST_DAY else None


def _nth(days: list[date], count: int) -> date:
    index = count - 1 if count > 0 else len(days) + count
    return days[max(0, min(index, len(days) - 1))]


def _skipped(window: Window, calendar: Calendar, *, forward: bool) -> list[Step]:
    assert window.begins and window.ends and window.due
    run = Run(window.begins, window.due) if forward else Run(window.due, window.ends)
    return [Step("skip", day) for day in run.days() if not calendar.is_working(day)]
