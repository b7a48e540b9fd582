"""What an amendment changes: a monthly report that becomes quarterly, and other ways to say so."""

from datetime import date
from typing import Any

import pytest

from tests.made import book, day, log, rule, unit
from zuofeng_cli.amendment import Amendment, compare
from zuofeng_cli.days import Calendar, Run
from zuofeng_cli.log import Log
from zuofeng_cli.rulebook import Rulebook

MONTHLY = {"kind": "period", "every": "month"}
QUARTERLY = {"kind": "period", "every": "quarter"}
UNTIL_JUNE, FROM_JULY = date(2026, 6, 30), date(2026, 7, 1)
YEAR = Run(day("2026-01-01"), day("2026-12-31"))


def amended(
    old: Rulebook, new: Rulebook, today: str = "2026-11-24", logged: Log | None = None
) -> Amendment:
    calendar = Calendar.weekends()
    return compare((old, calendar), (new, calendar), unit(), logged or log(), day(today), YEAR)


def report(cadence: dict[str, Any] = MONTHLY, **more: Any) -> dict[str, Any]:
    return rule(cadence, **{"id": "monthly-report", **more})


OLD = book(report())
NEW = book(
    report(in_force_until=UNTIL_JUNE),
    report(QUARTERLY, id="quarterly-report", in_force_from=FROM_JULY),
)
MONTHS = [f"2026-{month:02}" for month in range(7, 13)]


@pytest.mark.parametrize("today", ["2026-05-01", "2026-07-01", "2026-11-24"])
def test_a_report_that_becomes_quarterly_changes_nothing_before_that_day(today: str) -> None:
    found = amended(OLD, NEW, today)
    assert [each.duty.key for each in found.removed] == [
        f"demo-office/monthly-report/{month}" for month in MONTHS
    ]
    assert [each.duty.key for each in found.added] == [
        "demo-office/quarterly-report/2026-Q3",
        "demo-office/quarterly-report/2026-Q4",
    ]
    assert found.moved == found.rewritten == ()


def test_the_way_back_is_the_same() -> None:
    found = amended(NEW, OLD, "2026-05-01")
    assert [each.duty.period for each in found.added] == MONTHS
    assert [each.duty.period for each in found.removed] == ["2026-Q3", "2026-Q4"]


def test_under_the_old_id_the_periods_that_had_closed_are_kept_apart() -> None:
    found = amended(OLD, book(report(QUARTERLY, in_force_from=FROM_JULY)))
    assert [each.duty.period for each in found.removed] == MONTHS
    assert [each.duty.period for each in found.added] == ["2026-Q3", "2026-Q4"]
    closed = [each.duty.period for each in found.rewritten]
    assert closed == [f"2026-{month:02}" for month in range(1, 7)]


def test_without_a_day_it_takes_effect_today() -> None:
    found = amended(OLD, book(report(QUARTERLY)), "2026-11-24")
    assert [each.duty.period for each in found.removed] == ["2026-11", "2026-12"]
    assert [each.duty.period for each in found.added] == ["2026-Q4"]
    closed = [each.duty.period for each in found.rewritten]
    assert sorted(closed) == [f"2026-{n:02}" for n in range(1, 11)] + [
        "2026-Q1",
        "2026-Q2",
        "2026-Q3",
    ]


def test_a_duty_that_stays_on_another_day_has_moved() -> None:
    old, new = book(rule(QUARTERLY)), book(rule({**QUARTERLY, "due": {"day": -11}}))
    found = amended(old, new, "2026-10-01")
    [moved] = found.moved
    assert moved.before
    assert moved.after
    assert (moved.before.due, moved.after.due) == (day("2026-12-31"), day("2026-12-21"))


def test_another_number_of_acts_is_a_move_too() -> None:
    old, new = book(rule(QUARTERLY)), book(rule({**QUARTERLY, "at_least": 2}))
    assert [each.duty.period for each in amended(old, new, "2026-10-01").moved] == ["2026-Q4"]


def test_what_has_no_date_comes_and_goes_as_well() -> None:
    old, new = book(rule({"kind": "undated"})), book(rule(QUARTERLY))
    found = amended(old, new, "2026-10-01")
    assert [each.duty.period for each in found.removed] == ["standing"]
    assert [each.duty.period for each in found.added] == ["2026-Q4"]


def test_words_alone_change_nothing() -> None:
    assert amended(OLD, book(report(title="Another title", clause="2"))) == Amendment((), ())


def test_the_events_of_the_log_are_real() -> None:
    finding = {"kind": "event", "event": "finding"}
    logged = log(events=[{"id": "f1", "type": "finding", "date": day("2026-11-20")}])
    old = book(rule({**finding, "within": {"days": 30}}))
    new = book(rule({**finding, "within": {"days": 20}}))
    [moved] = amended(old, new, logged=logged).moved
    assert (moved.duty.period, moved.duty.due) == ("f1", day("2026-12-10"))
