"""An act, an event or a waiver is dated after the day of the check.

What lies ahead has not happened: it counts for nothing yet, and most often a digit is wrong.

Correct the date, or log it when it has happened.
"""

from collections.abc import Iterator
from datetime import date

from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "future-date"
CODE = "ZF301"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each day that is still to come."""
    log, today = submission.log, submission.today
    for index, entry in enumerate(log.entries):
        if entry.done > today:
            yield _ahead(("entries", index, "done"), entry.done, today)
    for index, event in enumerate(log.events):
        if event.date > today:
            yield _ahead(("events", index, "date"), event.date, today)
    for index, waiver in enumerate(log.waivers):
        if waiver.approved_on is not None and waiver.approved_on > today:
            yield _ahead(("waivers", index, "approved_on"), waiver.approved_on, today)


def _ahead(at: Place, day: date, today: date) -> Problem:
    message = _("{day} lies ahead: today is {today}").format(day=day, today=today)
    return Problem(at, message, _("log it when it has happened"))
