"""An event whose duty is due on the item's own deadline gives none.

Some duties have no number in the text, because each case sets its own date (rectification within
the time that was given). Without it the duty can never be overdue, and is forgotten.

Add `due` to the event.
"""

from collections.abc import Iterator

from zuofeng_cli.cadence import Event
from zuofeng_cli.expand import owes
from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "event-without-deadline"
CODE = "ZF505"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each event without the deadline that a rule of the unit takes from it, once an event."""
    unit = submission.unit
    if unit is None or not submission.log.events:
        return
    wanting: dict[str, str] = {}
    for rule in submission.rules.values():
        cadence = rule.cadence_under(unit.readings)
        if isinstance(cadence, Event) and cadence.due == "item" and owes(unit, rule):
            wanting.setdefault(cadence.event, rule.id)
    for index, event in enumerate(submission.log.events):
        if event.due is None and event.type in wanting:
            duty = wanting[event.type]
            message = _("{duty} is due on the event's own deadline, and {id} gives none").format(
                duty=duty, id=event.id
            )
            hint = _("add the day:") + "\ndue: ..."
            yield Problem(("events", index, "type"), message, hint, rule=duty, period=event.id)
