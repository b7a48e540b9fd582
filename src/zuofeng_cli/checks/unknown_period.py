"""An entry or a waiver names a period that its duty does not have.

A quarter is written `2026-Q1`, a month `2026-03`, a half-year `2026-H1`, a year `"2026"`, a holiday
`2026-spring-festival`. Anything else names nothing, so the act counts for nothing.

Write the period in the form shown, or leave it out where only one can be meant.
"""

from collections.abc import Iterator

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.days import BeyondCalendarError
from zuofeng_cli.expand import Binding
from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near
from zuofeng_cli.submission import Problem, Submission, at_period

NAME = "unknown-period"
CODE = "ZF204"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each period that is none."""
    for each, binding in submission.misplaced("unknown-period"):
        assert each.period is not None
        fitting = [window.period for window in binding.around(each.entry.done)]
        yield Problem(
            at_period(each.index, each.entry, each.period),
            _said(each.duty, each.period),
            near(each.period, fitting) or _form(binding.cadence),
            rule=each.duty,
            period=each.period,
        )
    if submission.ledger is None:
        return
    bound = submission.ledger.bound
    for index, waiver in enumerate(submission.log.waivers):
        bindings = [each for duty in waiver.duty if duty in bound for each in bound.of(duty)]
        for position, period in enumerate(waiver.period):
            if bindings and not any(_has(binding, period) for binding in bindings):
                rule = bindings[0].rule.id
                at = ("waivers", index, "period", position)
                yield Problem(
                    at, _said(rule, period), _form(bindings[0].cadence), rule=rule, period=period
                )


def _said(duty: str, period: str) -> str:
    return _("{duty} has no period {period}").format(duty=duty, period=repr(period))


def _form(cadence: Cadence) -> str:
    return _("a period of it looks like: {form}").format(form=_(cadence.expects))


def _has(binding: Binding, period: str) -> bool:
    try:
        return binding.named(period) is not None
    except BeyondCalendarError:  # a period nobody can date is none
        return False
