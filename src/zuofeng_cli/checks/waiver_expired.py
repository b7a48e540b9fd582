"""A waiver has run out, and what it let off is not done.

A waiver that still held on the due day lets that period off for good. One that ended before it, or
that had a duty without end, no longer lets anything off.

Do the duty, or get the waiver renewed.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "waiver-expired"
CODE = "ZF507"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each waiver that has run out on a duty that is still owed."""
    open_duties = [
        assessment.duty
        for assessment in submission.assessments
        if assessment.done is None and assessment.waiver is None
    ]
    for index, waiver in enumerate(submission.log.waivers):
        if waiver.expires is None or waiver.expires >= submission.today:
            continue
        for duty in open_duties:
            if duty.rule.id in waiver.duty and duty.period in waiver.period:
                message = _("the waiver of {duty} for {period} ended on {day}").format(
                    duty=duty.rule.id, period=duty.period, day=waiver.expires
                )
                yield Problem(
                    ("waivers", index, "expires"),
                    message,
                    _("the duty is owed again; do it, or renew the waiver"),
                    rule=duty.rule.id,
                    period=duty.period,
                    provisional=duty.calendar == "provisional",
                )
