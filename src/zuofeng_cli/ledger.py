"""A unit's ledger: every duty that matters in a span, as it stands on a day."""

from dataclasses import dataclass
from datetime import date

from zuofeng_cli.assess import DUE_SOON_DAYS, assess
from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.duty import Assessment
from zuofeng_cli.expand import find, in_force, touching
from zuofeng_cli.log import Log
from zuofeng_cli.place import Misplaced, place
from zuofeng_cli.rule import Rule, Rulebook
from zuofeng_cli.unit import Unit


@dataclass(frozen=True, slots=True)
class Ledger:
    """The assessed duties of one unit under one rulebook, and the entries that count for none."""

    book: Rulebook
    unit: Unit
    assessments: tuple[Assessment, ...]
    misplaced: tuple[Misplaced, ...]


def ledger(
    book: Rulebook,
    unit: Unit,
    calendar: Calendar,
    log: Log,
    today: date,
    span: Span,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Ledger:
    """Every duty of which any day lies in the half-open `span`, as it stands on `today`.

    Acts dated after `today` have not happened yet and make no difference. A duty that stands
    without a window stands while its rule is in force.
    """
    placement = place(book, unit, calendar, log, today)
    past = log.until(today)
    duties = (
        duty
        for duty in touching(book, unit, calendar, past, span)
        if duty.window.begins is not None or in_force(book, duty.rule, unit, today)
    )
    assessed = tuple(assess(duties, placement, log, today, due_soon_days))
    return Ledger(book, unit, assessed, placement.misplaced)


def one(
    book: Rulebook,
    unit: Unit,
    calendar: Calendar,
    log: Log,
    today: date,
    rule: Rule,
    period: str,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Assessment | None:
    """The one duty of this rule and period as it stands on `today`; None where it is not owed."""
    duty = find(book, unit, calendar, log.until(today), rule, period)
    if duty is None:
        return None
    placement = place(book, unit, calendar, log, today)
    return next(assess([duty], placement, log, today, due_soon_days))
