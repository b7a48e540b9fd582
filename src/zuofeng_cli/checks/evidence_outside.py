"""An evidence file lies outside the workspace.

A path that begins at the root, climbs with `..`, or passes through a link that leads out could
show any file of the machine that checks, and is gone on every other.

Put the file into the workspace.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, attached

NAME = "evidence-outside"
CODE = "ZF405"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each path that leads out."""
    for at, evidence, attachment in attached(submission):
        if attachment.state == "outside":
            message = _("{file} leads out of the workspace").format(file=repr(evidence.file))
            yield Problem(at, message, _("put the file into the workspace, and name it from there"))
