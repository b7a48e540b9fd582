"""What `due` lists: the ledgers of some units, cut to what was asked for, in a fixed order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zuofeng_cli.chain import Chain, Step
from zuofeng_cli.days import ONE_DAY, Run, Span
from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.ledger import Ledger
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

OUTSTANDING = (Status.OVERDUE, Status.DUE_SOON, Status.OPEN, Status.NEEDS_BASELINE)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to list.

    Without `due`: everything outstanding, however old, and what falls due within `within` calendar
    days. With it: every duty whose due day lies in that range, whatever its status. `statuses` and
    `rules`, where given, narrow either; `undated` adds the duties without a date.
    """

    within: int = 30
    due: Run | None = None
    statuses: frozenset[Status] = frozenset()
    rules: frozenset[str] = frozenset()
    undated: bool = False

    def span(self, unit: Unit, today: date) -> Span:
        """The days a unit's ledger must cover to answer: half-open."""
        due = self.due or Run(unit.tracked_from, today + timedelta(days=self.within))
        return Span(due.first, due.last + ONE_DAY)

    def takes(self, assessment: Assessment) -> bool:
        """Whether this duty is to be listed."""
        duty, status = assessment.duty, assessment.status
        if self.rules and duty.rule.id not in self.rules:
            return False
        if self.statuses and status not in self.statuses:
            return False
        if duty.due is None:
            if status is Status.NEEDS_BASELINE:
                return self.due is None or status in self.statuses
            return self.undated or status in self.statuses
        if self.due is not None:
            return duty.due in self.due
        if self.statuses or status in OUTSTANDING:
            return True
        days_left = assessment.days_left
        return status is Status.UPCOMING and days_left is not None and days_left <= self.within


@dataclass(frozen=True, slots=True)
class Listing:
    """The duties asked for, by due day, unit and rule; those without a due day last.

    `rulebooks` are the id and sha256 of each rulebook behind them, `units` the units asked about,
    `books` the rulebook of each rule by its id, `chains` those of the units.
    """

    today: date
    rulebooks: tuple[tuple[str, str], ...]
    units: tuple[Unit, ...]
    books: dict[str, Rulebook]
    assessments: tuple[Assessment, ...]
    selection: Selection
    chains: tuple[Chain, ...] = ()

    @property
    def steps(self) -> dict[str, Step]:
        """The step of a chain that each duty is, by its key; those in no chain are not there."""
        return {
            step.assessment.duty.key: step
            for chain in self.chains
            for step in chain.steps
            if step.assessment
        }


def listed(ledgers: Iterable[Ledger], selection: Selection) -> tuple[Assessment, ...]:
    """The duties of all the ledgers that the selection takes, by due day, unit and rule."""
    found = [a for book in ledgers for a in book.assessments if selection.takes(a)]
    return tuple(sorted(found, key=order))


def order(assessment: Assessment) -> tuple[date, str, str, str]:
    """By due day (none comes last), then unit, rule and period."""
    duty = assessment.duty
    return (duty.due or date.max, duty.unit.id, duty.rule.id, duty.period)
