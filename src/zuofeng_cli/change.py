"""What an addition to a log changes: each duty that stands differently, before and after."""

from dataclasses import dataclass

from zuofeng_cli.duty import Assessment, Duty
from zuofeng_cli.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Change:
    """A duty that stands differently; `before` is None where there was no such duty, or `after`."""

    before: Assessment | None
    after: Assessment | None

    @property
    def duty(self) -> Duty:
        """The duty, as it is now; as it was where it is gone."""
        there = self.after or self.before
        assert there
        return there.duty


def changes(before: Ledger, after: Ledger) -> tuple[Change, ...]:
    """Each duty of two ledgers of one unit and span that is not the same in both, by due day."""
    old = {each.duty.key: each for each in before.assessments}
    new = {each.duty.key: each for each in after.assessments}
    keys = [key for key in old | new if _standing(old.get(key)) != _standing(new.get(key))]
    found = [Change(old.get(key), new.get(key)) for key in keys]
    return tuple(sorted(found, key=_order))


def _standing(assessment: Assessment | None) -> object:
    if assessment is None:
        return None
    days = assessment.duty.opens, assessment.duty.due, assessment.done
    return assessment.status, days, assessment.entries, assessment.waiver


def _order(change: Change) -> tuple[bool, str, str]:
    due = change.duty.due
    return due is None, str(due), change.duty.key
