"""A unit's ledger: every duty that matters in a span, as it stands on a day."""

from dataclasses import dataclass
from datetime import date

from zuofeng_cli.assess import DUE_SOON_DAYS, assess
from zuofeng_cli.days import Span
from zuofeng_cli.duty import Assessment
from zuofeng_cli.expand import Bindings, Books, find
from zuofeng_cli.log import Log
from zuofeng_cli.place import Misplaced, Placed, place, placed_by
from zuofeng_cli.unit import Unit


@dataclass(frozen=True, slots=True)
class Ledger:
    """The assessed duties of one unit under its rulebooks, and what its entries count for.

    `bound` are the rules as they bind the unit. `placed` and `misplaced` speak of every entry,
    whatever the span.
    """

    unit: Unit
    assessments: tuple[Assessment, ...]
    bound: Bindings
    placed: tuple[Placed, ...]
    misplaced: tuple[Misplaced, ...]


def ledger(
    books: Books,
    unit: Unit,
    log: Log,
    today: date,
    span: Span,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Ledger:
    """Every duty of which any day lies in the half-open `span`, as it stands on `today`.

    Acts and events dated after `today` have not happened yet and make no difference. A duty that
    stands without a window stands while its rule is in force.
    """
    bound = Bindings(books, unit, log.until(today))
    placement = placed_by(bound, log, today)
    duties = (
        binding.duty(window)
        for binding in bound
        for window in binding.windows(span)
        if window.begins is not None or binding.in_force(today)
    )
    assessed = tuple(assess(duties, placement, log, today, due_soon_days))
    return Ledger(unit, assessed, bound, placement.placed, placement.misplaced)


def one(
    books: Books,
    unit: Unit,
    log: Log,
    today: date,
    rule_id: str,
    period: str,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Assessment | None:
    """The one duty of this rule and period as it stands on `today`; None where it is not owed."""
    past = log.until(today)
    for book, calendar in books:
        rule = book.rule(rule_id)
        duty = find(book, unit, calendar, past, rule, period) if rule else None
        if duty is not None:
            placement = place(books, unit, log, today)
            return next(assess([duty], placement, log, today, due_soon_days))
    return None
