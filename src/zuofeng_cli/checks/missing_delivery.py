"""A report was not sent to everyone it is owed to.

Some duties end with others: the report of each half-year goes to two offices, and is done when both
have it. The entries of the period must name each of them, by the rulebook's words.

Add them to `delivered_to` when they have it, or log the second delivery as an entry of its own.
"""

from collections import defaultdict
from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near_or_all
from zuofeng_cli.place import Placed
from zuofeng_cli.submission import Problem, Submission, at_duty

NAME = "missing-delivery"
CODE = "ZF408"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each recipient that is none, and each period whose entries do not name all of them."""
    known = [name for book, _calendar in submission.books for name in book.recipients]
    wrong: set[int] = set()
    for index, entry in enumerate(submission.log.entries):
        for position, name in enumerate(entry.delivered_to):
            if name not in known:
                wrong.add(index)
                message = _("there is no recipient {name}").format(name=repr(name))
                at = ("entries", index, "delivered_to", position)
                yield Problem(at, message, near_or_all(name, known))
    for last, missing in _undelivered(submission):
        if last.index in wrong:
            continue
        rule, period = last.rule, last.window.period
        message = _("{duty} for {period} was not delivered to: {names}").format(
            duty=rule.id, period=period, names=", ".join(missing)
        )
        everyone = ", ".join([*last.entry.delivered_to, *missing])
        hint = _("when they have it:") + f"\ndelivered_to: [{everyone}]"
        at_entry = at_duty(last.index, last.entry, rule.id)
        yield Problem(at_entry, message, hint, rule=rule.id, period=period)


def _undelivered(submission: Submission) -> Iterator[tuple[Placed, list[str]]]:
    """The last entry of each period that lacks recipients, and those it lacks."""
    delivered: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    last: dict[tuple[str, str], Placed] = {}
    for placed in submission.placed:
        rule = placed.rule
        if rule.recipients:
            key = rule.id, placed.window.period
            delivered[key].update(placed.entry.delivered_to)
            last[key] = placed
    for key, placed in last.items():
        missing = [name for name in placed.rule.recipients if name not in delivered[key]]
        if missing and not any(
            key[0] in waiver.duty and key[1] in waiver.period for waiver in submission.log.waivers
        ):
            yield placed, missing
