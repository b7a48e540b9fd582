"""An act is for a period from before the rule, the rulebook or the unit began.

Only whole periods are owed, from the first day on which rulebook, rule and unit were all there,
and due days from before `tracked_from` are not listed. The act counts for nothing.

Take the entry out, correct its date, or set `tracked_from` or `established` to an earlier day.
"""

from collections.abc import Iterator

from zuofeng_cli.expand import Binding
from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, at_period

NAME = "before-start"
CODE = "ZF304"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each act for a period that is not owed yet."""
    for each, binding in submission.misplaced("before-start"):
        at: Place = ("entries", each.index, "done")
        window = each.choices[0] if each.choices else None
        if each.period is not None:
            at = at_period(each.index, each.entry, each.period)
        period = window.period if window else None
        yield Problem(
            at,
            _("{duty} was not owed yet for {period}").format(
                duty=each.duty, period=period or each.entry.done
            ),
            "; ".join(_starts(binding)),
            rule=each.duty,
            period=period,
            provisional=window is not None and not window.is_official(binding.scope.calendar),
        )


def _starts(binding: Binding) -> Iterator[str]:
    book, rule, unit = binding.book, binding.rule, binding.unit
    begins = rule.in_force_from or book.in_force_from
    yield _("the rule is in force from {day}").format(day=begins)
    if unit.established is not None:
        yield _("the unit was established on {day}").format(day=unit.established)
    yield _("the unit is tracked from {day}").format(day=unit.tracked_from)
