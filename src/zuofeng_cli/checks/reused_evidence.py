"""The same evidence stands for two periods of the same duty, in two entries.

One set of minutes shows one meeting. If a single act served both periods, one entry can say so.

Correct the number, or make it one entry with both periods. This is a warning: some papers cover two
meetings.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.place import Placed
from zuofeng_cli.submission import Problem, Submission

NAME = "reused-evidence"
CODE = "ZF406"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each number, file or hash that another period of the duty has already."""
    first: dict[tuple[str, str, str], Placed] = {}
    for placed in submission.placed:
        for position, evidence in enumerate(placed.entry.evidence):
            for key in ("ref", "file", "sha256"):
                value = "".join((getattr(evidence, key) or "").split()).casefold()
                if not value:
                    continue
                earlier = first.setdefault((placed.rule.id, key, value), placed)
                if earlier.window.period == placed.window.period or earlier.index == placed.index:
                    continue
                message = _("{duty} for {period} shows the same evidence").format(
                    duty=placed.rule.id, period=earlier.window.period
                )
                yield Problem(
                    ("entries", placed.index, "evidence", position, key),
                    message,
                    _("if one act served both, make it one entry:")
                    + f"\nperiod: [{earlier.window.period}, {placed.window.period}]",
                    rule=placed.rule.id,
                    period=placed.window.period,
                )
                break
