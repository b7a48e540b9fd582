"""An entry or a waiver names a duty that no rulebook of the workspace has.

It counts for nothing, and the duty that was meant stays open.

Correct the name; `zuofeng due --unit UNIT --undated` shows those that the unit owes.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near
from zuofeng_cli.submission import Problem, Submission

NAME = "unknown-duty"
CODE = "ZF202"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each name of a duty that is none."""
    log = submission.log
    listed = [(("entries", index), entry.duty) for index, entry in enumerate(log.entries)]
    listed += [(("waivers", index), waiver.duty) for index, waiver in enumerate(log.waivers)]
    for place, duties in listed:
        for position, duty in enumerate(duties):
            if duty not in submission.rules:
                message = _("there is no duty {duty}").format(duty=repr(duty))
                hint = near(duty, submission.rules) or _("see: zuofeng due --unit UNIT --undated")
                yield Problem((*place, "duty", position), message, hint)
