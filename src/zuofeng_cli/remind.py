"""Which duties to remind of: those on whose ladder a step falls on one of some days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.ledger import Ledger
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.settings.remind import Ladder

OUTSTANDING = frozenset({Status.OVERDUE, Status.DUE_SOON, Status.OPEN, Status.UPCOMING})
"""Not done, not waived, and with a due day."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A duty to remind of, and the steps of its ladder that fell, the earliest first.

    A step is named by the calendar days left on its day: 7 a week before the due day, -1 the day
    after it. One reminder covers several missed steps, for its words tell how things stand now.
    """

    assessment: Assessment
    steps: tuple[int, ...]

    @property
    def step(self) -> int:
        """The latest step, which with the duty's key says what reminder this is."""
        return self.steps[-1]

    @property
    def day(self) -> date:
        """The day on which the latest step fell."""
        due = self.assessment.duty.due
        assert due is not None
        return due - timedelta(days=self.step)


@dataclass(frozen=True, slots=True)
class Reminders:
    """The reminders of the closed range of days `since`…`today`, and each rule's rulebook."""

    since: date
    today: date
    books: dict[str, Rulebook]
    reminders: tuple[Reminder, ...]


def remind(
    ledgers: Iterable[Ledger], ladder: Ladder, since: date, today: date
) -> tuple[Reminder, ...]:
    """The reminders that fall on a day of the closed range `since`…`today`, by unit and due day.

    The ledgers must stand as of `today` and hold every duty due within `reach` days of it.
    """
    found = []
    for assessment in (a for ledger in ledgers for a in ledger.assessments):
        due = assessment.duty.due
        if due is None or assessment.status not in OUTSTANDING:
            continue
        days_left = range((due - since).days, (due - today).days - 1, -1)
        rule = assessment.duty.rule
        if steps := tuple(left for left in days_left if ladder.has_step(rule, left)):
            found.append(Reminder(assessment, steps))
    return tuple(sorted(found, key=_order))


def reach(book: Rulebook, ladder: Ladder) -> int:
    """How many days before its due day a duty of this rulebook is first reminded of."""
    return max((step for rule in book.rules for step in ladder.before(rule)), default=0)


def _order(reminder: Reminder) -> tuple[str, date, str, str]:
    duty = reminder.assessment.duty
    return (duty.unit.id, duty.due or date.max, duty.rule.id, duty.period)
