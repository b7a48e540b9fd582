"""The note of an entry was copied from another period of the same duty.

A note is there to say what was particular about the act. A long one that is word for word the same
says that the form was filled in, not that the work was done.

Say what was done this time. Short notes may repeat.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.place import Placed
from zuofeng_cli.submission import Problem, Submission

NAME = "copied-note"
CODE = "ZF407"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each long note that another period of the duty has already."""
    first: dict[tuple[str, str], Placed] = {}
    told: set[int] = set()
    for placed in submission.placed:
        note = "".join(placed.entry.note.split())
        if len(note) < LONG:
            continue
        earlier = first.setdefault((placed.rule.id, note), placed)
        apart = earlier.window.period != placed.window.period and earlier.index != placed.index
        if apart and placed.index not in told:
            told.add(placed.index)
            message = _("the note is that of {duty} for {period}, word for word").format(
                duty=placed.rule.id, period=earlier.window.period
            )
            yield Problem(
                ("entries", placed.index, "note"),
                message,
                rule=placed.rule.id,
                period=placed.window.period,
            )


LONG = 20
"""From so many characters on (spaces do not count), the same note twice is no accident."""
