"""From a rulebook to dated duties: what one unit owes in a span of days."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar, cast

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import BeyondCalendarError, Calendar, Span
from zuofeng_cli.duty import Duty
from zuofeng_cli.log import Entry, Log
from zuofeng_cli.rule import Rule, Version
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import Text
from zuofeng_cli.unit import Unit

T = TypeVar("T")

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
    for binding in Bindings([(book, calendar)], unit, log).of(rule.id):
        if window := binding.find(period):
            return binding.duty(window)
    return None


def owes(unit: Unit, rule: Rule) -> bool:
    """Whether the rule binds this kind of unit at its level."""
    return any(
        bearer.kind in unit.kinds and bearer.level in (None, unit.level) for bearer in rule.owed_by
    )


def event_types(books: Books, unit: Unit) -> dict[str, Text]:
    """The types of event that set off a duty of the unit, each with its title."""
    return {
        name: book.events[name]
        for book, _calendar in books
        for rule in book.rules
        if owes(unit, rule)
        for name in rule.cadence_under(unit.readings).events
    }


@dataclass(frozen=True, slots=True)
class Binding:
    """A rule as it binds one unit: the cadence under the unit's readings, and what that looks at.

    Its windows are those of whole periods only, as `is_owed` says, that begin in the days for
    which this version of the rule holds. `_present` is the scope without the events from when the
    rule did not bind: nothing is owed for those, and they may lie in years whose days off nobody
    knows. `_shared` are the answers kept for all units, where these do not matter.
    """

    book: Rulebook
    version: Version
    unit: Unit
    cadence: Cadence
    scope: Scope
    _present: Scope
    _start: date
    _stop: date | None
    _shared: dict[Hashable, Any] | None

    @property
    def rule(self) -> Rule:
        """The rule, in the version that binds."""
        return self.version.rule

    def windows(self, span: Span) -> Iterator[Window]:
        """The windows owed of which any day lies in `span`, in order of period."""
        # Nothing earlier is owed, and a calendar need not reach further back than the duties do.
        start = max(span.start, self.unit.tracked_from, self._start)
        within = Span(start, span.end)
        return filter(self.is_owed, self._once(within, lambda: self._windows(within)))

    def _windows(self, span: Span) -> list[Window]:
        return list(self.cadence.windows(self._present, span))

    def named(self, period: str) -> Window | None:
        """The window of this period, owed or not; None where the cadence has no such period."""
        return self._once(period, lambda: self._named(period))

    def _named(self, period: str) -> Window | None:
        found = self.cadence.find(period, self._present)
        if found is None and self._present is not self.scope:
            found = self.cadence.find(period, self.scope)
        return found

    def find(self, period: str) -> Window | None:
        """The window of this period; None where it is not owed."""
        window = self.named(period)
        return window if window and self.is_owed(window) else None

    def serving(self, day: date) -> list[Window]:
        """The windows, owed or not, that an act on `day` serves when it names no period."""
        return self._once(day, lambda: self.cadence.serving(day, self._present))

    def _once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer, kept for all the units whose windows are the same."""
        if self._shared is None:
            return answer()
        try:
            return cast("T", self._shared[question])
        except KeyError:
            self._shared[question] = found = answer()
            return found

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
        begins, ends, due = window.begins, window.ends, window.due
        if due is not None and due < self.unit.tracked_from:
            return False
        if begins is not None and not (self._stands(begins) and self.version.holds(begins)):
            return False
        return ends is None or self._stands(ends)

    def in_force(self, day: date) -> bool:
        """Whether rulebook, rule and unit were all there on `day`, and the rule in this version."""
        return self._stands(day) and self.version.holds(day)

    def _stands(self, day: date) -> bool:
        return self._start <= day and (self._stop is None or day <= self._stop)

    def is_over(self, day: date) -> bool:
        """Whether rulebook, rule or unit had come to an end before `day`."""
        return self._stop is not None and day > self._stop


class Bindings:
    """The rules of some rulebooks as they bind one unit, each bound when it is first asked for."""

    def __init__(self, books: Books, unit: Unit, log: Log) -> None:
        self.unit = unit
        self._rules = {rule.id: (book, rule, cal) for book, cal in books for rule in book.rules}
        self._log, self._acts = log, _acts(log)
        self._bound: dict[str, tuple[Binding, ...]] = {}

    def __contains__(self, rule_id: str) -> bool:
        return rule_id in self._rules

    def __iter__(self) -> Iterator[Binding]:
        """Each rule that binds the unit, in each of its versions."""
        return (binding for rule_id in self._rules for binding in self.of(rule_id))

    def of(self, rule_id: str) -> tuple[Binding, ...]:
        """The rule as it binds the unit, a binding a version; none where the unit does not owe."""
        if rule_id not in self._bound:
            book, rule, calendar = self._rules[rule_id]
            bound: tuple[Binding, ...] = ()
            if owes(self.unit, rule):
                acts = self._acts.get(rule_id, ())
                bound = _bind(book, rule, self.unit, calendar, self._log, acts)
            self._bound[rule_id] = bound
        return self._bound[rule_id]


def bindings(book: Rulebook, unit: Unit, calendar: Calendar, log: Log) -> Iterator[Binding]:
    """Each rule of the book that binds the unit, in each of its versions."""
    return iter(Bindings([(book, calendar)], unit, log))


def _bind(
    book: Rulebook, rule: Rule, unit: Unit, calendar: Calendar, log: Log, acts: Sequence[Entry]
) -> tuple[Binding, ...]:
    scope = Scope(calendar, book.festivals, log.events, _completions(rule, acts))
    bound = []
    for version in rule.versions:
        cadence = version.rule.cadence_under(unit.readings)
        starts = (book.in_force_from, version.rule.in_force_from, unit.established)
        stops = (book.in_force_until, version.rule.in_force_until, unit.dissolved)
        start = max(day for day in starts if day is not None)
        stop = min((day for day in stops if day is not None), default=None)
        present, shared = scope, book.answers((calendar, cadence)) if cadence.is_fixed else None
        if log.events and not cadence.is_fixed:
            until = stop or date.max
            days = (event for event in log.events if start <= event.date <= until)
            present = replace(
                scope, events=tuple(e for e in days if version.holds(e.date)), kept={}
            )
        bound.append(Binding(book, version, unit, cadence, scope, present, start, stop, shared))
    return tuple(bound)


def _acts(log: Log) -> dict[str, list[Entry]]:
    """The entries for each duty, in the order of the log."""
    acts: dict[str, list[Entry]] = {}
    for entry in log.entries:
        for duty in entry.duty:
            acts.setdefault(duty, []).append(entry)
    return acts


def _completions(rule: Rule, entries: Sequence[Entry]) -> tuple[date, ...]:
    """The days by which, since the one before, the rule's duty went to all its recipients."""
    acts: dict[date, list[Entry]] = {}
    for entry in entries:
        acts.setdefault(entry.done, []).append(entry)
    done: list[date] = []
    missing = set(rule.recipients)
    for day in sorted(acts):
        missing -= {name for entry in acts[day] for name in entry.delivered_to}
        if not missing:
            done.append(day)
            missing = set(rule.recipients)
    return tuple(done)
