"""A piece of evidence is of a kind that no rulebook has, or that does not prove the duty.

Each rule lists the kinds that prove it: a receipt shows no meeting.

Correct the kind, or add the piece that is missing.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near_or_all
from zuofeng_cli.submission import Problem, Submission

NAME = "evidence-kind"
CODE = "ZF402"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each unknown kind, and each duty that none of its entry's evidence proves."""
    declared = list(dict.fromkeys(k for book, _cal in submission.books for k in book.evidence))
    for index, entry in enumerate(submission.log.entries):
        unknown = False
        for position, evidence in enumerate(entry.evidence):
            if declared and evidence.kind not in declared:
                unknown = True
                message = _("there is no kind of evidence {kind}").format(kind=repr(evidence.kind))
                at: Place = ("entries", index, "evidence", position, "kind")
                yield Problem(at, message, near_or_all(evidence.kind, declared))
        kinds = {evidence.kind for evidence in entry.evidence}
        if unknown or not kinds:
            continue
        for duty in entry.duty:
            rule = submission.rules.get(duty)
            if rule is not None and rule.evidence and not kinds & set(rule.evidence):
                message = _("{kinds} does not prove {duty}").format(
                    kinds=", ".join(sorted(kinds)), duty=duty
                )
                yield Problem(
                    ("entries", index, "evidence", 0, "kind"),
                    message,
                    _("it takes one of: {kinds}").format(kinds=", ".join(rule.evidence)),
                    rule=duty,
                )
