"""An entry shows nothing for an act that its rule wants shown.

The rulebook says what proves each duty: minutes, a report, a notice. Without it nobody can tell
later that the act took place. Evidence never decides a status; it is judged here only.

Add what there is: its kind, and its number or its file.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, at_duty

NAME = "missing-evidence"
CODE = "ZF401"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each entry without evidence for a rule that names some; each piece that points to nothing."""
    for index, entry in enumerate(submission.log.entries):
        for duty in entry.duty:
            rule = submission.rules.get(duty)
            if rule is not None and rule.evidence and not entry.evidence:
                kinds = ", ".join(rule.evidence)
                message = _("the act of {day} for {duty} shows no evidence").format(
                    day=entry.done, duty=duty
                )
                hint = _("it takes one of: {kinds}").format(kinds=kinds)
                at = at_duty(index, entry, duty)
                yield Problem(at, message, hint + "\n" + PASTE.format(rule.evidence[0]), rule=duty)
                break
        for position, evidence in enumerate(entry.evidence):
            if not evidence.ref.strip() and not evidence.file:
                message = _("this piece of evidence has neither a number nor a file")
                hint = _("say which one it is: {key}").format(key="ref")
                yield Problem(("entries", index, "evidence", position), message, hint)


PASTE = """\
evidence:
  - kind: {}
    ref: ..."""
