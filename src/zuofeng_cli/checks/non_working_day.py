"""An act is dated on a day off.

Meetings and reports seldom fall on a weekend or a holiday, so most often a digit is wrong. Acts
that are meant to fall around a holiday are not asked, nor are days that no notice has fixed.

Look the day up. If it is right, nothing is wrong: this is a warning.
"""

from collections.abc import Iterator

from zuofeng_cli.cadence import Holiday
from zuofeng_cli.days import BeyondCalendarError
from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import long_date
from zuofeng_cli.submission import Problem, Submission

NAME = "non-working-day"
CODE = "ZF305"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each act on a day that is not worked, once an entry."""
    seen: set[int] = set()
    for placed in submission.placed:
        day = placed.entry.done
        cadence, calendar = placed.binding.cadence, placed.binding.scope.calendar
        around = isinstance(cadence, Holiday) and cadence.phase == "around"
        if placed.index in seen or around:
            continue
        try:
            off = calendar.is_official(day, day) and not calendar.is_working(day)
        except BeyondCalendarError:  # no notice has fixed a day of a year without a table
            continue
        if off:
            seen.add(placed.index)
            message = _("{day} is not a working day").format(day=long_date(day))
            yield Problem(
                ("entries", placed.index, "done"),
                message,
                rule=placed.rule.id,
                period=placed.window.period,
            )
