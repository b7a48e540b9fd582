"""An old entry was changed or taken out later.

What a log said for weeks should not come to say something else: a correction is best a new entry.
Adding to it (a file, a hash, a second delivery) is no rewriting. Looked for with `--history` only;
an entry is old after `rewritten_days` under `[check]`, 30 unless it says else. A signal, no proof.

Ask why. The change can be read with `git log -p`.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, at_duty

NAME = "rewritten"
CODE = "ZF602"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each late change, at the entry as it is now; where it is gone, at the log's unit."""
    if submission.history is None:
        return
    for change in submission.history.changes:
        if not change.is_late(submission.settings.rewritten_days):
            continue
        duty = change.before.duty[0]
        facts = {"duty": duty, "day": change.before.done, "first": change.first, "then": change.day}
        if change.index is None:
            message = _(
                "the entry of {day} for {duty}, first committed on {first}, was gone on {then}"
            )
            yield Problem(("unit",), message.format(**facts), rule=duty)
        else:
            message = _(
                "the entry was first committed on {first}, for {duty} on {day}, "
                "and changed on {then}"
            )
            entry = submission.log.entries[change.index]
            yield Problem(at_duty(change.index, entry), message.format(**facts), rule=duty)
