"""An act lies in the windows of several periods and does not say which it was for.

Where two holidays follow each other, one act may be for either or for both; guessing would meet a
duty that nobody meant.

Name the period, or both of them.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, at_duty

NAME = "ambiguous-period"
CODE = "ZF303"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each act that could serve several periods."""
    for each, binding in submission.misplaced("ambiguous-period"):
        periods = [window.period for window in each.choices]
        message = _("on {day} several windows of {duty} are open: {periods}").format(
            day=each.entry.done, duty=each.duty, periods=", ".join(periods)
        )
        yield Problem(
            at_duty(each.index, each.entry, each.duty),
            message,
            _("say which, or that it was for all:") + f"\nperiod: [{', '.join(periods)}]",
            rule=each.duty,
            provisional=any(
                not window.is_official(binding.scope.calendar) for window in each.choices
            ),
        )
