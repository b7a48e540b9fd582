"""A duty: one dated instance of a rule for a unit, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import BeyondCalendarError
from zuofeng_cli.log import Entry, Waiver
from zuofeng_cli.rule import Basis, Rule
from zuofeng_cli.unit import Unit

CalendarStatus = Literal["official", "provisional", "none"]


class Status(StrEnum):
    """How a duty stands, in the order that a list shows them."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    OPEN = "open"
    NEEDS_BASELINE = "needs-baseline"
    UPCOMING = "upcoming"
    UNDATED = "undated"
    DONE_LATE = "done-late"
    DONE = "done"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Duty:
    """Rule x unit x period. `opens`…`due` is a closed range of calendar days, or partly unknown."""

    unit: Unit
    rule: Rule
    cadence: Cadence
    window: Window
    scope: Scope

    @property
    def key(self) -> str:
        """`unit/rule/period`: stable for ever."""
        return f"{self.unit.id}/{self.rule.id}/{self.window.period}"

    @property
    def period(self) -> str:
        """The label of the instance."""
        return self.window.period

    @property
    def opens(self) -> date | None:
        """The first day on which doing it counts without naming the period."""
        return self.window.opens

    @property
    def due(self) -> date | None:
        """The last day on which doing it is on time."""
        return self.window.due

    @property
    def required(self) -> int:
        """How many entries the duty takes."""
        return self.cadence.at_least

    @property
    def basis(self) -> Basis:
        """Whether the words of the text fix its dates."""
        return self.rule.basis_under(self.unit.readings)

    @property
    def calendar(self) -> CalendarStatus:
        """Whether a notice fixes the days off that the window rests on."""
        if self.window.rests_on is None:
            return "none"
        return "official" if self.window.is_official(self.scope.calendar) else "provisional"

    @property
    def last_working_day(self) -> date | None:
        """The latest working day on or before `due`; None in a year that no calendar knows."""
        try:
            return self.due and self.scope.calendar.last_working_day(self.due)
        except BeyondCalendarError:
            return None

    def due_under(self, cadence: Cadence) -> date | None:
        """The due day that another reading's cadence gives this duty, if it gives one."""
        try:
            other = cadence.counterpart(self.window, self.scope)
        except BeyondCalendarError:
            return None
        return other.due if other else None

    @property
    def due_range(self) -> tuple[date | None, date | None]:
        """The earliest and latest due day over the rule's readings, its own included."""
        options = [option for reading in self.rule.readings for option in reading.options.values()]
        cadences = [self.rule.cadence, *(o.cadence for o in options if o.cadence is not None)]
        days = {self.due, *(self.due_under(c) for c in cadences if c != self.cadence)} - {None}
        known = sorted(day for day in days if day is not None)
        return (known[0], known[-1]) if known else (None, None)


@dataclass(frozen=True, slots=True)
class Assessment:
    """How a duty stands on a day.

    `days_left` counts calendar days to `due`: 0 on the day itself, negative after it, None without
    one. `entries` count for it, `count` is the number of acts they log; `done` is the day on
    which the last thing it needs was done, None while something is missing. `delivered_to` are the
    recipients named so far.
    """

    duty: Duty
    status: Status
    days_left: int | None
    entries: tuple[Entry, ...] = ()
    done: date | None = None
    delivered_to: tuple[str, ...] = ()
    waiver: Waiver | None = None

    @property
    def count(self) -> int:
        """How many acts count for the duty so far."""
        return len({entry.act for entry in self.entries})
