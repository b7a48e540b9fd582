"""A duty is past its due day and not done.

It stays so until an entry meets it, however old it is. An act that was done late and names the
period makes it `done-late`; a waiver lets it off.

Do it and log it; if it was done, log it with the day on which it was done.
"""

from collections.abc import Iterator

from zuofeng_cli.duty import Status
from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import ngettext
from zuofeng_cli.submission import Problem, Submission

NAME = "overdue"
CODE = "ZF501"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each overdue duty whose days off notices have fixed, at the log's unit."""
    return overdue(submission, provisional=False)


def overdue(submission: Submission, *, provisional: bool) -> Iterator[Problem]:
    """Each overdue duty that does, or does not, rest on a provisional calendar."""
    for assessment in submission.assessments:
        duty, days = assessment.duty, assessment.days_left
        if assessment.status is not Status.OVERDUE or days is None:
            continue
        if (duty.calendar == "provisional") is not provisional:
            continue
        message = ngettext(
            "{duty} for {period} was due on {due}, {n} day ago",
            "{duty} for {period} was due on {due}, {n} days ago",
            -days,
        ).format(duty=duty.rule.id, period=duty.period, due=duty.due, n=-days)
        yield Problem(
            ("unit",),
            message,
            _("if it was done, log it:") + "\n" + PASTE.format(duty.rule.id, duty.period),
            rule=duty.rule.id,
            period=duty.period,
            provisional=provisional,
        )


PASTE = """\
- duty: {}
  period: "{}"
  done: ..."""
