"""An act lies outside every window of its duty, or before the window of the period it names.

A late act may name its period and is then counted as late. What was done before a quarter began,
before an event happened, or long before a holiday cannot serve it, and one early act must not be
claimed for all that follows. Where the rulebook only assumes when a window opens, as many days
again before it are let pass.

Name the period that was meant; for a late act, that is the one it was due for.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from zuofeng_cli.cadence import Holiday
from zuofeng_cli.cadence.scope import Window
from zuofeng_cli.expand import Binding
from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission, at_period

NAME = "outside-period"
CODE = "ZF302"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each act that can serve no period, or not the one it names."""
    for each, binding in submission.misplaced("outside-period"):
        near = binding.around(each.entry.done)
        yield Problem(
            ("entries", each.index, "done"),
            _("on {day} no window of {duty} is open").format(day=each.entry.done, duty=each.duty),
            _hint(near),
            rule=each.duty,
            provisional=any(not window.is_official(binding.scope.calendar) for window in near),
        )
    for placed in submission.placed:
        window, day, rule = placed.window, placed.entry.done, placed.rule
        if window.opens is None or day >= window.opens - _grace(placed.binding):
            continue
        at: Place = ("entries", placed.index, "done")
        if window.period in placed.entry.period:
            at = at_period(placed.index, placed.entry, window.period)
        yield Problem(
            at,
            _("{day} is before {period} of {duty} begins, on {opens}").format(
                day=day, period=window.period, duty=rule.id, opens=window.opens
            ),
            _("an act serves the period in which it is done, or one before it"),
            rule=rule.id,
            period=window.period,
            provisional=not window.is_official(placed.binding.scope.calendar),
        )


def _grace(binding: Binding) -> timedelta:
    """How long before its window opens an act may be: nothing where the text says when that is."""
    cadence = binding.cadence
    if isinstance(cadence, Holiday) and "days_before" in binding.rule.assumed:
        return timedelta(days=cadence.days_before)
    return timedelta()


def _hint(windows: Sequence[Window]) -> str:
    if not windows:
        return ""
    lines = [_("if it was for one of these, name it:")]
    lines += (f"period: {window.period}  # {window.opens} … {window.due}" for window in windows)
    return "\n".join(lines)
