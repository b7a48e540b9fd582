"""An evidence file is not the one whose sha256 the log gives.

The hash fixes what was shown when the act was logged: after a change, however small, it is another
file. A hash that is none, or that has no file, fixes nothing.

Find out why the file changed. If the new one is right, give its hash.
"""

import re
from collections.abc import Iterator

from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "evidence-hash"
CODE = "ZF404"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each hash that is malformed, stands alone, or is another file's."""
    for index, entry in enumerate(submission.log.entries):
        for position, evidence in enumerate(entry.evidence):
            claimed = evidence.sha256
            if claimed is None:
                continue
            at: Place = ("entries", index, "evidence", position, "sha256")
            found = submission.attachments.get(evidence.file) if evidence.file else None
            if not SHA256.fullmatch(claimed):
                message = _("{value} is not a sha256").format(value=repr(claimed[:80]))
                yield Problem(at, message, _("it is 64 digits, as sha256sum prints them"))
            elif not evidence.file:
                yield Problem(at, _("a sha256 without a file to hold it against"))
            elif found and found.sha256 is not None and found.sha256 != claimed.lower():
                message = _("{file} has another sha256").format(file=repr(evidence.file))
                hint = _("if the file is the right one:") + f"\nsha256: {found.sha256}"
                yield Problem(at, message, hint)


SHA256 = re.compile(r"[0-9A-Fa-f]{64}", re.ASCII)
