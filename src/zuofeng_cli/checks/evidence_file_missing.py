"""An evidence file is not where the log says.

Paths count from the folder of `zuofeng.toml`. A file that was never committed, was moved or is
named with another spelling proves nothing.

Commit the file, or correct the path.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, attached

NAME = "evidence-file-missing"
CODE = "ZF403"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each file that is not there, or is none."""
    for at, evidence, attachment in attached(submission):
        if attachment.state == "missing":
            message = _("there is no file {file}").format(file=repr(evidence.file))
            yield Problem(at, message, _("paths count from the folder of zuofeng.toml"))
        elif attachment.state == "not-a-file":
            yield Problem(at, _("{file} is not a file").format(file=repr(evidence.file)))
