"""The `event` cadence: within so long of something that happened, or by the item's own deadline."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Annotated, Literal, Self, cast

from pydantic import Field, model_validator

from zuofeng_cli.cadence.scope import CadenceModel, Scope, Step, Window
from zuofeng_cli.days import LAST_DAY, ONE_DAY, Calendar, Run, Span, add_months
from zuofeng_cli.language import N_
from zuofeng_cli.language import gettext as _
from zuofeng_cli.log import Event as Logged
from zuofeng_cli.model import FileModel, exactly_one

MANY = 50
"""Of more windows that hold one day nobody says which was meant: the rest are not looked at."""

Roll = Literal["none", "next-working-day", "previous-working-day"]


class Within(FileModel):
    """How long after the event's day (day 0) the duty falls due; exactly one key."""

    days: Annotated[int, Field(ge=0, le=3660)] | None = None
    """Calendar days; the day of the event is day 0. Example: `days = 30`"""
    working_days: Annotated[int, Field(ge=0, le=2620)] | None = None
    """Working days after the day of the event. Example: `working_days = 10`"""
    months: Annotated[int, Field(ge=0, le=120)] | None = None
    """Months; a day that the month lacks is its last. Example: `months = 3`"""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        exactly_one(self, "days", "working_days", "months")
        return self


class Event(CadenceModel):
    """Once for each logged event of type `event`.

    Due `within` calendar days, working days or months of it (day 0 is the event's own day), or on
    the item's own `due`; with neither, each event still makes a duty, without a date. A due day
    that is not worked moves as `roll` says.
    """

    kind: Literal["event"]
    """Once for each event of a kind that a unit logs. Example: `kind = "event"`"""
    event: str
    """Which kind, declared in `[events]`. Example: `event = "case-closed"`"""
    within: Within | None = None
    """How long after the event it falls due. Example: `within = { days = 30 }`"""
    due: Literal["item"] | None = None
    """`item`: on the deadline that each logged event carries. Example: `due = "item"`"""
    roll: Roll = "none"
    """Where a due day that is not worked moves to. Example: `roll = "next-working-day"`"""

    @model_validator(mode="after")
    def _one_deadline(self) -> Self:
        if self.within and self.due:
            raise ValueError(_('give within or due = "item", not both'))
        return self

    @property
    def events(self) -> tuple[str, ...]:  # noqa: D102 - as in the base class
        return (self.event,)

    @property
    def gives_dates(self) -> bool:  # noqa: D102
        return self.within is not None or self.due is not None

    @property
    def is_fixed(self) -> bool:  # noqa: D102
        return False

    @property
    def expects(self) -> str:  # noqa: D102
        return N_("the id of a logged event")

    def windows(self, scope: Scope, span: Span) -> Iterator[Window]:  # noqa: D102
        for event in self._happened(scope).values():
            if event.date < span.end:
                window = self._window(event, scope)
                if window.touches(span):
                    yield window

    def find(self, period: str, scope: Scope) -> Window | None:  # noqa: D102
        event = self._happened(scope).get(period)
        return self._window(event, scope) if event else None

    def serving(self, day: date, scope: Scope) -> list[Window]:
        """As for every cadence, but among thousands of events only those near enough are asked."""
        if ("serving", self) not in scope.kept:
            windows = [self._window(e, scope) for e in self._happened(scope).values()]
            lengths = [(w.due - w.begins).days if w.due and w.begins else None for w in windows]
            longest = None if None in lengths else max(filter(None, lengths), default=0)
            scope.kept["serving", self] = windows, longest
        windows, longest = scope.kept["serving", self]
        begun = bisect_right(windows, day, key=lambda window: window.begins)
        first = 0
        if longest is not None:
            first = bisect_left(
                windows, day - timedelta(days=longest), key=lambda window: window.begins
            )
        holding = (window for window in windows[first:begun] if window.holds(day))
        return list(islice(holding, MANY))

    def steps(self, window: Window, scope: Scope) -> list[Step]:  # noqa: D102
        assert window.begins
        found = [Step("event", window.begins, {"event": self.event, "id": window.period})]
        if self.due == "item":
            return [*found, Step("own-deadline" if window.due else "no-deadline", window.due)]
        if self.within is None:
            return [*found, Step("no-number")]
        raw = self._raw(window.begins, scope.calendar)
        if self.within.days is not None:
            found.append(Step("plus-days", raw, {"count": self.within.days}))
        elif self.within.months is not None:
            found.append(Step("plus-months", raw, {"count": self.within.months}))
        elif self.within.working_days is not None:
            days = Run(window.begins + ONE_DAY, raw).days()
            found += [Step("skip", day) for day in days if not scope.calendar.is_working(day)]
            found.append(Step("plus-working-days", raw, {"count": self.within.working_days}))
        if window.due and window.due != raw:
            passed = Run(min(raw, window.due), max(raw, window.due)).days()
            found += [Step("skip", day) for day in passed if not scope.calendar.is_working(day)]
        found.append(Step("roll", window.due, {"roll": self.roll}))
        return found

    def _happened(self, scope: Scope) -> dict[str, Logged]:
        """The events of the type by their ids, in order of day; the first of those with one id."""
        if self.event not in scope.kept:
            found: dict[str, Logged] = {}
            events = (event for event in scope.events if event.type == self.event)
            for event in sorted(events, key=lambda e: (e.date, e.id, e.due or LAST_DAY)):
                found.setdefault(event.id, event)
            scope.kept[self.event] = found
        return cast("dict[str, Logged]", scope.kept[self.event])

    def _window(self, event: Logged, scope: Scope) -> Window:
        windows = scope.kept.setdefault(self, {})
        if event.id not in windows:
            windows[event.id] = self._made(event, scope.calendar)
        return cast("Window", windows[event.id])

    def _made(self, event: Logged, calendar: Calendar) -> Window:
        day = event.date
        if self.within is None:
            due = event.due if self.due == "item" else None
            without: Literal["number", "deadline"] = "deadline" if self.due == "item" else "number"
            return Window(event.id, day, due, day, day, without=None if due else without)
        raw = self._raw(day, calendar)
        due = max(day, self._rolled(raw, calendar))
        reach = Run(day, max(raw, due)) if self.within.working_days is not None else None
        if self.roll != "none":
            reach = Run(min(raw, due) if reach is None else day, max(raw, due))
        return Window(event.id, day, due, day, day, reach)

    def _raw(self, day: date, calendar: Calendar) -> date:
        assert self.within
        if self.within.days is not None:
            return day + timedelta(days=self.within.days)
        if self.within.months is not None:
            return add_months(day, self.within.months)
        return calendar.add_working_days(day, self.within.working_days or 0)

    def _rolled(self, day: date, calendar: Calendar) -> date:
        if self.roll == "next-working-day":
            return calendar.next_working_day(day)
        if self.roll == "previous-working-day":
            return calendar.last_working_day(day)
        return day
