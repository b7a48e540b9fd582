"""An entry or a waiver names a duty that this unit does not owe.

Each rule binds some kinds of units, at some levels, while it is in force. What another unit owes
is not done by this one's act, and no longer owed is what came after a rule or a unit ended.

Log the act with the unit that owes it, or correct the unit's kind in the units file.
"""

from collections.abc import Iterator

from zuofeng_cli.expand import owes
from zuofeng_cli.finding import Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.rule import Rule
from zuofeng_cli.submission import Problem, Submission, at_period
from zuofeng_cli.unit import Unit

NAME = "not-owed"
CODE = "ZF203"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each duty that is not this unit's, and each period after the end."""
    unit = submission.unit
    if unit is None:
        return
    log = submission.log
    listed = [(("entries", index), entry.duty) for index, entry in enumerate(log.entries)]
    listed += [(("waivers", index), waiver.duty) for index, waiver in enumerate(log.waivers)]
    named = {duty for _place, duties in listed for duty in duties} & submission.rules.keys()
    others = {duty for duty in named if not owes(unit, submission.rules[duty])}
    for place, duties in listed:
        for position, duty in enumerate(duties):
            if duty in others:
                yield _not_its_own(unit, submission.rules[duty], (*place, "duty", position))
    for each, _binding in submission.misplaced("not-owed"):
        at: Place = ("entries", each.index, "done")
        if each.period is not None:
            at = at_period(each.index, each.entry, each.period)
        period = each.period or (each.choices[0].period if each.choices else None)
        message = _("{duty} is not owed for {period}: the rule or the unit ended before").format(
            duty=each.duty, period=period or each.entry.done
        )
        yield Problem(at, message, rule=each.duty, period=period)


def _not_its_own(unit: Unit, rule: Rule, at: Place) -> Problem:
    message = _("{unit} does not owe {duty}").format(unit=unit.id, duty=rule.id)
    bearers = ", ".join(
        f"{bearer.kind} ({bearer.level})" if bearer.level else bearer.kind
        for bearer in rule.owed_by
    )
    hint = _("it is owed by: {bearers}; this unit is: {kinds}").format(
        bearers=bearers, kinds=", ".join([*unit.kinds, *([unit.level] if unit.level else [])])
    )
    return Problem(at, message, hint, rule=rule.id)
