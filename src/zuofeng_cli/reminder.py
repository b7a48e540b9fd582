"""The words that remind a unit of a duty, filled in from its rule's reminder."""

from collections.abc import Callable
from datetime import date
from string import Template

from zuofeng_cli.cadence import Holiday
from zuofeng_cli.duty import Assessment
from zuofeng_cli.text import Text


def reminder(
    assessment: Assessment,
    say: Callable[[Text], str],
    show: Callable[[date], str] = date.isoformat,
) -> str | None:
    """The reminder's text, each part in the language that `say` picks.

    None where the rule gives no words or the duty has no due day. Days are written as `show`
    writes them. Days left are calendar days to the due day, and 0 after it.
    """
    duty = assessment.duty
    rule = duty.rule
    if duty.due is None or rule.remind is None or not rule.remind.words:
        return None
    festival: Text = ""
    if isinstance(duty.cadence, Holiday):
        festival = duty.scope.festivals[duty.period.partition("-")[2]].title
    return Template(say(rule.remind.words)).safe_substitute(
        title=say(rule.title),
        unit=say(duty.unit.name),
        period=duty.period,
        opens=show(duty.opens) if duty.opens else "",
        due=show(duty.due),
        days_left=max(assessment.days_left or 0, 0),
        clause=rule.clause,
        festival=say(festival),
    )
