"""From a rulebook to dated duties: what one unit owes in a span of days."""

from collections.abc import Iterator
from datetime import date

from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.duty import Duty
from zuofeng_cli.log import Log
from zuofeng_cli.rule import Rule, Rulebook
from zuofeng_cli.unit import Unit


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
    for rule in book.rules:
        if owes(unit, rule):
            scope = scope_of(book, rule, calendar, log)
            cadence = rule.cadence_under(unit.readings)
            for window in cadence.windows(scope, span):
                if is_owed(book, rule, unit, window):
                    yield Duty(unit, rule, cadence, window, scope)


def find(
    book: Rulebook, unit: Unit, calendar: Calendar, log: Log, rule: Rule, period: str
) -> Duty | None:
    """The duty of this rule and period, or None where the unit owes no such thing."""
    if not owes(unit, rule):
        return None
    scope = scope_of(book, rule, calendar, log)
    cadence = rule.cadence_under(unit.readings)
    window = cadence.find(period, scope)
    if window is None or not is_owed(book, rule, unit, window):
        return None
    return Duty(unit, rule, cadence, window, scope)


def owes(unit: Unit, rule: Rule) -> bool:
    """Whether the rule binds this kind of unit at its level."""
    return any(
        bearer.kind in unit.kinds and bearer.level in (None, unit.level) for bearer in rule.owed_by
    )


def is_owed(book: Rulebook, rule: Rule, unit: Unit, window: Window) -> bool:
    """Whether the period is whole: inside the time that rulebook, rule and unit were all there.

    A period that begins before any of them did, ends after any of them did, or fell due before
    the unit was tracked is not owed.
    """
    if any(day and not in_force(book, rule, unit, day) for day in (window.begins, window.ends)):
        return False
    return window.due is None or window.due >= unit.tracked_from


def in_force(book: Rulebook, rule: Rule, unit: Unit, day: date) -> bool:
    """Whether rulebook, rule and unit were all there on `day`."""
    starts = (book.in_force_from, rule.in_force_from, unit.established)
    stops = (book.in_force_until, rule.in_force_until, unit.dissolved)
    return all(not start or start <= day for start in starts) and all(
        not stop or day <= stop for stop in stops
    )


def scope_of(book: Rulebook, rule: Rule, calendar: Calendar, log: Log) -> Scope:
    """What the rule's cadence may look at: calendar, festivals, events, days of completion."""
    done: set[date] = {entry.done for entry in log.entries if rule.id in entry.duty}
    return Scope(calendar, book.festivals, log.events, tuple(sorted(done)))
