from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.made import day
from zuofeng_cli.cadence.period import FORMS, Every, Period
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import ONE_DAY, Calendar, CalendarYear, Run, Span

WEEKENDS = Scope(Calendar.weekends())
EVERY = st.sampled_from(list(FORMS))


def period(every: str, **more: Any) -> Period:
    return Period.model_validate({"kind": "period", "every": every, **more})


def windows(cadence: Period, first: str, last: str, scope: Scope = WEEKENDS) -> list[Window]:
    return list(cadence.windows(scope, Span(day(first), day(last) + ONE_DAY)))


@pytest.mark.parametrize(
    ("every", "label", "first", "last"),
    [
        ("day", "2026-03-18", "2026-03-18", "2026-03-18"),
        # ISO 8601: a week belongs to the year that holds its Thursday.
        ("week", "2026-W01", "2025-12-29", "2026-01-04"),
        ("week", "2026-W53", "2026-12-28", "2027-01-03"),
        ("week", "2027-W01", "2027-01-04", "2027-01-10"),
        ("month", "2024-02", "2024-02-01", "2024-02-29"),
        ("month", "2026-12", "2026-12-01", "2026-12-31"),
        ("quarter", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("quarter", "2026-Q4", "2026-10-01", "2026-12-31"),
        ("half-year", "2026-H1", "2026-01-01", "2026-06-30"),
        ("half-year", "2026-H2", "2026-07-01", "2026-12-31"),
        ("year", "2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_has_its_label_and_is_due_on_its_last_day(
    every: str, label: str, first: str, last: str
) -> None:
    found = windows(period(every), first, first)
    assert found == [period(every).find(label, WEEKENDS)]
    assert found[0].period == label
    assert (found[0].opens, found[0].due) == (day(first), day(last))
    assert (found[0].begins, found[0].ends) == (day(first), day(last))
    assert found[0].rests_on is None


@pytest.mark.parametrize(
    ("every", "label"),
    [
        ("quarter", "2026-Q5"),
        ("quarter", "2026-q1"),
        ("quarter", "Q1"),
        ("quarter", "2026"),
        ("quarter", "2026-Q1 "),
        ("month", "2026-13"),
        ("month", "2026-1"),
        ("month", "２０２６-01"),
        ("week", "2025-W53"),  # 2025 has 52 weeks
        ("day", "2026-02-29"),
        ("half-year", "2026-H3"),
        ("year", "0000"),
        ("year", "1899"),
        ("year", "2200"),
        ("year", "9999"),
        ("week", "9999-W52"),
        ("year", "baseline"),
        ("year", ""),
    ],
)
def test_what_is_no_label_of_the_kind_or_out_of_reach_names_no_period(
    every: str, label: str
) -> None:
    assert period(every, due={"days_after_end": 30}).find(label, WEEKENDS) is None


@pytest.mark.parametrize(
    ("every", "due", "expected"),
    [
        ("month", {"days_after_end": 5}, "2026-03-05"),
        ("month", {"day": 10}, "2026-02-10"),
        ("month", {"day": 31}, "2026-02-28"),  # February has no 31st: its last day
        ("month", {"day": -1}, "2026-02-28"),
        ("month", {"day": -3}, "2026-02-26"),
        ("month", {"day": -31}, "2026-02-01"),
        ("month", {"working_day": 1}, "2026-02-02"),  # the 1st is a Sunday
        ("month", {"working_day": 6}, "2026-02-09"),
        ("month", {"working_day": -1}, "2026-02-27"),  # the 28th is a Saturday
        ("month", {"working_day": 99}, "2026-02-27"),
        ("quarter", {"day": 45}, "2026-02-14"),  # 31 days of January, then 14
        ("year", {"working_day": -2}, "2026-12-30"),
    ],
)
def test_the_due_day_in_or_after_a_period(every: str, due: dict[str, int], expected: str) -> None:
    (window,) = (
        w for w in windows(period(every, due=due), "2026-02-01", "2026-02-28")
        if w.begins and w.begins <= day("2026-02-28") <= (w.ends or date.min)
    )  # fmt: skip
    assert window.due == day(expected)


def test_a_month_without_a_working_day_takes_its_calendar_days() -> None:
    closed = CalendarYear(2026, official=True, off=(Run(date(2026, 2, 1), date(2026, 2, 28)),))
    scope = Scope(Calendar("XX", lambda year: closed if year == 2026 else CalendarYear(year, True)))
    window = period("month", due={"working_day": 1}).find("2026-02", scope)
    assert window
    assert window.due == day("2026-02-01")
    assert window.rests_on == Run(day("2026-02-01"), day("2026-02-28"))


def test_a_period_due_after_its_end_is_found_by_its_due_day() -> None:
    found = windows(period("month", due={"days_after_end": 40}), "2026-05-10", "2026-05-10")
    # March ends on the 31st; 40 days on is 10 May: 30 of April and 10 more.
    assert [window.period for window in found] == ["2026-03", "2026-04", "2026-05"]
    assert found[0].due == day("2026-05-10")


@pytest.mark.parametrize(
    "due",
    [
        {},
        {"day": 0},
        {"working_day": 0},
        {"day": 1, "working_day": 1},
        {"days_after_end": -1},
        {"days_after_end": 3661},
        {"hour": 12},
    ],
)
def test_due_takes_exactly_one_key_that_counts(due: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        period("month", due=due)


def test_the_derivation_shows_each_day_passed_over() -> None:
    cadence = period("month", due={"working_day": -1})
    window = cadence.find("2026-02", WEEKENDS)
    assert window
    steps = [(step.name, step.day) for step in cadence.steps(window, WEEKENDS)]
    assert steps == [
        ("period", day("2026-02-01")),
        ("skip", day("2026-02-28")),
        ("working-day-of-period", day("2026-02-27")),
    ]


@given(EVERY, st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 1500))
def test_periods_tile(every: Every, start: date, length: int) -> None:
    span = Span(start, start + timedelta(days=length))
    found = list(period(every).windows(WEEKENDS, span))
    assert len({window.period for window in found}) == len(found)
    for before, after in pairwise(found):
        assert before.ends
        assert after.begins
        assert before.ends + ONE_DAY == after.begins
    if length:
        assert found[0].begins
        assert found[0].begins <= span.start
        assert found[-1].ends
        assert found[-1].ends >= span.end - ONE_DAY


@given(EVERY, st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_label_leads_back_to_its_period(every: Every, inside: date) -> None:
    (window,) = period(every).windows(WEEKENDS, Span(inside, inside + ONE_DAY))
    # The week of 1 January 1900 begins in 1900, that of 31 December 2199 ends in 2200.
    assert period(every).find(window.period, WEEKENDS) == window


@pytest.mark.parametrize(("every", "months"), [("month", 1), ("quarter", 3), ("half-year", 6)])
def test_month_ends_do_not_drift_over_a_century(every: str, months: int) -> None:
    found = windows(period(every), "2000-01-01", "2099-12-31")
    assert len(found) == 1200 // months
    for window in found:
        assert window.due
        assert (window.due + ONE_DAY).day == 1
        assert window.due.month % months == 0
