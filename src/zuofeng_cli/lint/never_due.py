"""A rule with a cadence that never gives a day.

Its time in force ends before it begins, or holds no whole period or holiday. A rule that waits for
an event, or has no number, is not judged by the calendar.

Fails: `every = "year"` in force from 1 March to 30 June
Passes: `every = "month"` in force for as long
"""

from collections.abc import Iterator
from datetime import date, timedelta

from zuofeng_cli.cadence import Holiday, Period
from zuofeng_cli.cadence.scope import Scope
from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault
from zuofeng_cli.rule import Rule

CODE = "R206"

REACH = timedelta(days=8 * 366)
"""How far ahead a day is looked for: a leap day comes at least once in eight years."""


def check(case: Case) -> Iterator[Fault]:
    """A fault for each rule that can never fall due."""
    for number, rule in enumerate(case.book.rules):
        start, end = _in_force(case, rule)
        place = ("rule", number)
        if end is not None and end < start:
            message = _("it is in force until {end}, before it begins on {start}").format(
                end=end, start=start
            )
            yield Fault((*place, "in_force_until"), message, _("correct one of the days"))
        elif isinstance(rule.cadence, Period | Holiday):
            yield from _dated(case, rule, number, Span(start, _last(start, end)))


def _dated(case: Case, rule: Rule, number: int, span: Span) -> Iterator[Fault]:
    place = ("rule", number, "cadence")
    scope = Scope(case.calendar or Calendar.weekends(), case.words("festivals"))
    if isinstance(rule.cadence, Holiday) and not set(rule.cadence.festivals) <= set(
        scope.festivals
    ):
        return  # a fault already, of another kind
    for window in rule.cadence.windows(scope, span):
        begins, ends = window.begins or date.min, window.ends or date.max
        if span.start <= begins and ends < span.end:
            return
    message = _("no whole period lies between {start} and {end}").format(
        start=span.start, end=span.end - timedelta(days=1)
    )
    yield Fault(place, message, _("lengthen its time in force, or choose a shorter period"))


def _in_force(case: Case, rule: Rule) -> tuple[date, date | None]:
    books = [book for book in (case.base, case.book) if book]
    starts = [rule.in_force_from, *(book.in_force_from for book in books)]
    ends = [rule.in_force_until, *(book.in_force_until for book in books)]
    return max(day for day in starts if day), min((day for day in ends if day), default=None)


def _last(start: date, end: date | None) -> date:
    reach = start + REACH
    return min(reach, end + timedelta(days=1)) if end else reach
