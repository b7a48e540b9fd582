"""Many entries were filed at once, just before an inspection.

A log that fills up the week before someone comes was not kept. Looked for with `--history` only:
`bulk_entries` or more (10) first committed on one day, for days more than a month apart, at most
`inspection_days` (7) before one of the `inspections` under `[check]`; where none are given, the day
of the check is the inspection. A signal, no proof.

Ask for the evidence. Log acts when they happen.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

NAME = "bulk-entry"
CODE = "ZF603"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each day of many first commits before an inspection, at the first of their entries."""
    history, settings = submission.history, submission.settings
    if history is None:
        return
    filed: defaultdict[date, list[int]] = defaultdict(list)
    for index, first in enumerate(history.first):
        filed[first].append(index)
    for day, indexes in sorted(filed.items()):
        claimed = sorted(submission.log.entries[index].done for index in indexes)
        if len(indexes) < settings.bulk_entries or claimed[-1] - claimed[0] <= MONTH:
            continue
        for inspection in settings.inspections or (submission.today,):
            if day <= inspection <= day + timedelta(days=settings.inspection_days):
                message = _(
                    "{n} entries, for {first} to {last}, were first committed on {day}; "
                    "the inspection is on {inspection}"
                ).format(
                    n=len(indexes),
                    first=claimed[0],
                    last=claimed[-1],
                    day=day,
                    inspection=inspection,
                )
                yield Problem(("entries", indexes[0], "done"), message)
                break


MONTH = timedelta(days=31)
