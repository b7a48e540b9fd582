"""Two events have the same id.

The id is the period of the duties that an event sets off, and part of their keys: with two of one
name, an act for one would seem to be for the other.

Give the later event an id of its own.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "duplicate-id"
CODE = "ZF206"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each event whose id an earlier one has."""
    first: dict[str, str] = {}
    for index, event in enumerate(submission.log.events):
        if event.id in first:
            message = _("an event of {day} has the id {id} already").format(
                day=first[event.id], id=repr(event.id)
            )
            yield Problem(("events", index, "id"), message, _("give each event an id of its own"))
        first.setdefault(event.id, event.date.isoformat())
