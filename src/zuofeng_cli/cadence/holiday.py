"""The `holiday` cadence: before, or around, the days off that surround a festival."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from zuofeng_cli.cadence.period import period_named
from zuofeng_cli.cadence.scope import CadenceModel, Festival, Scope, Step, Window
from zuofeng_cli.days import ONE_DAY, Run, Span

LONGEST = timedelta(days=60)
"""How far from its festival a run of days off can begin or end, generously."""


class Holiday(CadenceModel):
    """A checkpoint at each of `festivals`, measured from the run of days off around it.

    `before`: from `days_before` calendar days before the first day off to the day before it.
    `around`: from `days_before` calendar days before the run to `days_after` after it.
    """

    kind: Literal["holiday"]
    """Before or around the days off that surround a festival. Example: `kind = "holiday"`"""
    festivals: Annotated[tuple[str, ...], Field(min_length=1)]
    """Which festivals, declared in `[festivals]`.

    Example: `festivals = ["spring-festival", "national-day"]`
    """
    phase: Literal["before", "around"]
    """`before`: until the day before the first day off. `around`: before, during and after.

    Example: `phase = "before"`
    """
    days_before: Annotated[int, Field(ge=1, le=60)] = 10
    """Calendar days before the first day off on which it opens. Example: `days_before = 10`"""
    days_after: Annotated[int, Field(ge=0, le=60)] = 0
    """Calendar days after the last day off until which it runs, for `around`.

    Example: `days_after = 7`
    """

    @property
    def expects(self) -> str:  # noqa: D102 - as in the base class
        return f"2026-{self.festivals[0]}"

    def windows(self, scope: Scope, span: Span) -> Iterator[Window]:  # noqa: D102
        first = span.start - timedelta(days=self.days_after) - LONGEST
        last = span.end + timedelta(days=self.days_before) + LONGEST
        for year in range(first.year, last.year + 1):
            found = [
                (day, self._window(name, day, scope))
                for name in self.festivals
                if (day := anchor(scope, name, year)) is not None and first <= day <= last
            ]
            for _, window in sorted(found, key=lambda pair: pair[0]):
                if window.touches(span):
                    yield window

    def find(self, period: str, scope: Scope) -> Window | None:  # noqa: D102
        year, _, name = period.partition("-")
        if name not in self.festivals or period_named("year", year) is None:
            return None
        day = anchor(scope, name, int(year))
        return self._window(name, day, scope) if day else None

    def steps(self, window: Window, scope: Scope) -> list[Step]:  # noqa: D102
        year, _, name = window.period.partition("-")
        day = anchor(scope, name, int(year))
        assert day
        run = _run_around(day, scope)
        found = [Step("festival", day, {"festival": name})]
        if scope.calendar.is_working(day):
            found.append(Step("worked-festival", day))
        else:
            found += [Step("skip", off) for off in run.days()]
            found.append(Step("non-working-run", run.first, {"first": run.first, "last": run.last}))
        found.append(Step("opens-before-run", window.opens, {"count": self.days_before}))
        if self.phase == "before":
            found.append(Step("day-before-run", window.due))
        else:
            found.append(Step("days-after-run", window.due, {"count": self.days_after}))
        return found

    def _window(self, name: str, day: date, scope: Scope) -> Window:
        run = _run_around(day, scope)
        opens = run.first - timedelta(days=self.days_before)
        due = run.first - ONE_DAY
        if self.phase == "around":
            due = run.last + timedelta(days=self.days_after)
        rests_on = Run(run.first - ONE_DAY, run.last + ONE_DAY)
        return Window(f"{day.year:04}-{name}", opens, due, opens, due, rests_on)


def _run_around(day: date, scope: Scope) -> Run:
    """The days off around a festival; the festival's day alone where it is worked."""
    return scope.calendar.non_working_run(day) or Run(day, day)


def anchor(scope: Scope, name: str, year: int) -> date | None:
    """The festival's own day in `year`; None when the year has none."""
    festival: Festival = scope.festivals[name]
    if festival.holiday is not None:
        return scope.calendar.festival(festival.holiday, year)
    try:
        return date.fromisoformat(f"{year:04}-{festival.day}")
    except ValueError:  # 29 February of a common year
        return None
