"""A waiver does not say why, or who let the unit off, and when.

A waiver takes a duty off the list. One that nobody approved, or that gives no reason, would be the
easiest way to make an overdue duty disappear.

Add `reason`, `approved_by` (an office, not a person) and `approved_on`.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "waiver-without-reason"
CODE = "ZF506"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each waiver that lacks one of the three."""
    for index, waiver in enumerate(submission.log.waivers):
        facts = {
            "reason": waiver.reason.strip(),
            "approved_by": waiver.approved_by.strip(),
            "approved_on": waiver.approved_on,
        }
        missing = [key for key, value in facts.items() if not value]
        if missing:
            message = _("the waiver of {duty} for {period} does not give: {keys}").format(
                duty=", ".join(waiver.duty),
                period=", ".join(waiver.period),
                keys=", ".join(missing),
            )
            hint = "\n".join([_("add:"), *(f"{key}: ..." for key in missing)])
            yield Problem(
                ("waivers", index, "duty", 0),
                message,
                hint,
                rule=waiver.duty[0],
                period=waiver.period[0],
            )
