"""A duty seems overdue, by a calendar that no notice has fixed yet.

Days off of a coming year are projected until the State Council's notice, or that of another
country, is out. The due day may still move, so this is a warning and fails no run.

Do it all the same; add the notice to `calendar/` in the workspace when it is out.
"""

from collections.abc import Iterator

from zuofeng_cli.checks.overdue import overdue
from zuofeng_cli.finding import Severity
from zuofeng_cli.submission import Problem, Submission

NAME = "overdue-provisional"
CODE = "ZF502"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each overdue duty that rests on projected days off, at the log's unit."""
    return overdue(submission, provisional=True)
