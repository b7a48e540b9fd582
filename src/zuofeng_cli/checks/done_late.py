"""A duty was done after its due day.

Late is late: it is counted as done late, for good, and serves no later period.

Nothing mends it. If the day is wrong, correct it.
"""

from collections.abc import Iterator

from zuofeng_cli.duty import Status
from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import ngettext
from zuofeng_cli.submission import Problem, Submission

NAME = "done-late"
CODE = "ZF503"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each duty done late, at the day of the entry that completed it."""
    for assessment in submission.assessments:
        duty, done = assessment.duty, assessment.done
        if assessment.status is not Status.DONE_LATE or done is None or duty.due is None:
            continue
        at: Place = ("unit",)
        for placed in submission.placed:
            here = (placed.rule.id, placed.window.period, placed.entry.done)
            if here == (duty.rule.id, duty.period, done):
                at = ("entries", placed.index, "done")
        days = (done - duty.due).days
        message = ngettext(
            "{duty} for {period} was due on {due} and done {n} day late",
            "{duty} for {period} was due on {due} and done {n} days late",
            days,
        ).format(duty=duty.rule.id, period=duty.period, due=duty.due, n=days)
        yield Problem(
            at,
            message,
            rule=duty.rule.id,
            period=duty.period,
            provisional=duty.calendar == "provisional",
        )
