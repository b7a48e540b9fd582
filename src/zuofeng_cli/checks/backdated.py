"""An entry was first committed long after the day it claims.

Work that is logged weeks later may have been done, or made up. Looked for with `--history` only,
in git; how long is long is `backdated_days` under `[check]`, 30 unless it says else. Dates of
commits can be set by whoever makes them, so this is a signal and no proof.

Ask for the evidence. Log acts when they happen.
"""

from collections.abc import Iterator
from datetime import timedelta

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "backdated"
CODE = "ZF601"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each entry whose first commit came too long after its day."""
    history = submission.history
    if history is None:
        return
    limit = timedelta(days=submission.settings.backdated_days)
    for index, entry in enumerate(submission.log.entries):
        first = history.first[index]
        if first - entry.done > limit:
            message = _("it claims {day}, and was first committed on {first}").format(
                day=entry.done, first=first
            )
            yield Problem(("entries", index, "done"), message, rule=entry.duty[0])
