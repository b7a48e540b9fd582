"""An entry is for an event that is not logged, or an event has a type that no rulebook declares.

Some duties are set off by something that happened; their period is the event's id. Without the
event there is no duty that the act could meet, and an event of no type sets nothing off.

Log the event under `events`, or correct the id or the type.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near, near_or_all
from zuofeng_cli.submission import Problem, Submission, at_period

NAME = "unknown-event"
CODE = "ZF205"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """Each id of no event, and each type of no rulebook."""
    events = submission.log.events
    ids = [event.id for event in events]
    for each, binding in submission.misplaced("unknown-event"):
        assert each.period is not None
        types = binding.cadence.events
        if any(event.id == each.period and event.type in types for event in events):
            continue  # it lies in the future, which is another finding
        yield Problem(
            at_period(each.index, each.entry, each.period),
            _("no event {id} sets {duty} off").format(id=repr(each.period), duty=each.duty),
            near(each.period, [i for i in ids if i != each.period])
            or _("log it:") + "\n" + PASTE.format(id=each.period, type=types[0]),
            rule=each.duty,
            period=each.period,
        )
    declared = [name for book, _calendar in submission.books for name in book.events]
    for index, event in enumerate(events):
        if declared and event.type not in declared:
            message = _("no rulebook has events of type {type}").format(type=repr(event.type))
            yield Problem(("events", index, "type"), message, near_or_all(event.type, declared))


PASTE = """\
events:
  - id: {id}
    type: {type}
    date: ..."""
