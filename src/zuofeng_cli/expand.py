"""From a rulebook to dated duties: what one unit owes in a span of days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import BeyondCalendarError, Calendar, Span
from zuofeng_cli.duty import Duty
from zuofeng_cli.log import Entry, Log
from zuofeng_cli.rule import Rule, Rulebook, Version
from zuofeng_cli.unit import Unit

Books = Sequence[tuple[Rulebook, Calendar]]
"""Rulebooks, each with the calendar that it counts by."""


def expand(book: Rulebook, unit: Unit, calendar: Calendar, log: Log, span: Span) -> Iterator[Duty]:
    """The duties whose due day lies in the half-open `span`, by rule and then by date.

    Spans add up: what two adjoining spans give is what the span over both gives.
    """
    for duty in touching(book, unit, calendar, log, span):
        if duty.due is not None and duty.due in span:
            yield duty


def touching(
    book: Rulebook, unit: Unit, calendar: Calendar, log: Log, span: Span
) -> Iterator[Duty]:
    """The duties of which any day of the window lies in `span`; those without a date included."""
    for binding in bindings(book, unit, calendar, log):
        for window in binding.windows(span):
            yield binding.duty(window)


def find(
    book: Rulebook, unit: Unit, calendar: Calendar, log: Log, rule: Rule, period: str
) -> Duty | None:
    """The duty of this rule and period, or None where the unit owes no such thing."""
    if owes(unit, rule):
        for binding in bind(book, rule, unit, calendar, log):
            if window := binding.find(period):
                return binding.duty(window)
    return None


def owes(unit: Unit, rule: Rule) -> bool:
    """Whether the rule binds this kind of unit at its level."""
    return any(
        bearer.kind in unit.kinds and bearer.level in (None, unit.level) for bearer in rule.owed_by
    )


@dataclass(frozen=True, slots=True)
class Binding:
    """A rule as it binds one unit: the cadence under the unit's readings, and what that looks at.

    Its windows are those of whole periods only, as `is_owed` says, that begin in the days for
    which this version of the rule holds.
    """

    book: Rulebook
    version: Version
    unit: Unit
    cadence: Cadence
    scope: Scope

    @property
    def rule(self) -> Rule:
        """The rule, in the version that binds."""
        return self.version.rule

    def windows(self, span: Span) -> Iterator[Window]:
        """The windows owed of which any day lies in `span`, in order of period."""
        # Nothing earlier is owed, and a calendar need not reach further back than the duties do.
        start = max(span.start, self.unit.tracked_from, *self._starts)
        return filter(self.is_owed, self.cadence.windows(self.scope, Span(start, span.end)))

    def named(self, period: str) -> Window | None:
        """The window of this period, owed or not; None where the cadence has no such period."""
        return self.cadence.find(period, self.scope)

    def find(self, period: str) -> Window | None:
        """The window of this period; None where it is not owed."""
        window = self.named(period)
        return window if window and self.is_owed(window) else None

    def serving(self, day: date) -> list[Window]:
        """The windows, owed or not, that an act on `day` serves when it names no period."""
        return self.cadence.serving(day, self.scope)

    def around(self, day: date) -> list[Window]:
        """The at most three windows owed that are nearest to `day`, in order of time."""
        year = timedelta(days=366)
        try:
            found = list(self.windows(Span(day - year, day + year)))
        except BeyondCalendarError:
            return []
        dated = [(w.opens, w.due, w) for w in found if w.opens is not None and w.due is not None]
        dated.sort(key=lambda each: max(each[0] - day, day - each[1], timedelta()))
        return [window for _opens, _due, window in sorted(dated[:3], key=lambda each: each[:2])]

    def duty(self, window: Window) -> Duty:
        """The window as a duty."""
        return Duty(self.unit, self.rule, self.cadence, window, self.scope)

    def is_owed(self, window: Window) -> bool:
        """Whether the period is whole: inside the time that rulebook, rule and unit were all there.

        A period that begins before any of them did, ends after any of them did, or fell due
        before the unit was tracked is not owed.
        """
        bounds = [day for day in (window.begins, window.ends) if day is not None]
        if not all(self._stands(day) for day in bounds):
            return False
        if window.begins is not None and not self.version.holds(window.begins):
            return False
        return window.due is None or window.due >= self.unit.tracked_from

    def in_force(self, day: date) -> bool:
        """Whether rulebook, rule and unit were all there on `day`, and the rule in this version."""
        return self._stands(day) and self.version.holds(day)

    def _stands(self, day: date) -> bool:
        return day >= max(self._starts) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether rulebook, rule or unit had come to an end before `day`."""
        stops = (self.book.in_force_until, self.rule.in_force_until, self.unit.dissolved)
        return any(stop is not None and day > stop for stop in stops)

    @property
    def _starts(self) -> list[date]:
        starts = (self.book.in_force_from, self.rule.in_force_from, self.unit.established)
        return [day for day in starts if day is not None]


def bindings(book: Rulebook, unit: Unit, calendar: Calendar, log: Log) -> Iterator[Binding]:
    """Each rule of the book that binds the unit, in each of its versions."""
    for rule in book.rules:
        if owes(unit, rule):
            yield from bind(book, rule, unit, calendar, log)


def bind(
    book: Rulebook, rule: Rule, unit: Unit, calendar: Calendar, log: Log
) -> tuple[Binding, ...]:
    """The rule as it binds the unit, with what the unit logged: one binding a version."""
    scope = Scope(calendar, book.festivals, log.events, _completions(rule, log))
    return tuple(
        Binding(book, version, unit, version.rule.cadence_under(unit.readings), scope)
        for version in rule.versions
    )


def _completions(rule: Rule, log: Log) -> tuple[date, ...]:
    """The days by which, since the one before, the rule's duty went to all its recipients."""
    acts: dict[date, list[Entry]] = {}
    for entry in log.entries:
        if rule.id in entry.duty:
            acts.setdefault(entry.done, []).append(entry)
    done: list[date] = []
    missing = set(rule.recipients)
    for day in sorted(acts):
        missing -= {name for entry in acts[day] for name in entry.delivered_to}
        if not missing:
            done.append(day)
            missing = set(rule.recipients)
    return tuple(done)
