"""An entry stands twice: the same duty, period, day and evidence.

It counts once. Two meetings in one quarter are no fault; the same meeting twice is.

Take one of them out, or correct what differs.
"""

from collections.abc import Iterator
from datetime import date

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.log import Entry
from zuofeng_cli.place import Placed
from zuofeng_cli.submission import Problem, Submission, at_duty

NAME = "duplicate-entry"
CODE = "ZF504"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each entry that an earlier one says already, once an entry."""
    earlier: dict[tuple[str, str, date], list[Placed]] = {}
    told: set[int] = set()
    for placed in submission.placed:
        entry, period = placed.entry, placed.window.period
        that_day = earlier.setdefault((placed.rule.id, period, entry.done), [])
        same = next((each for each in that_day if _is_same(each.entry, entry)), None)
        that_day.append(placed)
        if same and same.index != placed.index and placed.index not in told:
            told.add(placed.index)
            message = _("entry {n} says the same: {duty} for {period} on {day}").format(
                n=same.index + 1, duty=placed.rule.id, period=period, day=entry.done
            )
            yield Problem(
                at_duty(placed.index, entry, placed.rule.id),
                message,
                _("take one of them out"),
                rule=placed.rule.id,
                period=period,
            )


def _is_same(one: Entry, other: Entry) -> bool:
    """Whether the evidence is the same, in whatever order."""
    return frozenset(one.evidence) == frozenset(other.evidence)
