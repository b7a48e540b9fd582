from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.made import day
from zuofeng_cli.cadence.holiday import Holiday
from zuofeng_cli.cadence.scope import Festival, Scope, Window
from zuofeng_cli.days import ONE_DAY, Calendar, CalendarYear, Run, Span

FESTIVALS = {
    "may-day": Festival(en="May Day", holiday="May Day"),
    "midsummer": Festival(en="Midsummer", day="06-24"),
    "leap-day": Festival(en="Leap Day", day="02-29"),
}


def holiday(phase: str, *festivals: str, **more: int) -> Holiday:
    return Holiday.model_validate(
        {"kind": "holiday", "phase": phase, "festivals": festivals or ["may-day"], **more}
    )


def scope(*off: Run, makeup: frozenset[date] = frozenset()) -> Scope:
    """May Day, with these runs off in 2026; 2027 and later are projected."""

    def year(number: int) -> CalendarYear:
        may_day = date(number, 5, 1)
        runs, worked = (off, makeup) if number == 2026 else ((Run(may_day, may_day),), frozenset())
        return CalendarYear(number, number <= 2026, runs, worked, {"May Day": may_day})

    return Scope(Calendar("XX", year), FESTIVALS)


# 1 May 2026 is a Friday.
FRIDAY_OFF = scope(Run(day("2026-05-01"), day("2026-05-01")))
FIVE_OFF = scope(Run(day("2026-05-01"), day("2026-05-05")), makeup=frozenset([day("2026-05-09")]))


def only(cadence: Holiday, period: str, seen: Scope) -> Window:
    window = cadence.find(period, seen)
    assert window
    return window


@pytest.mark.parametrize(
    ("cadence", "seen", "opens", "due"),
    [
        # Friday 1 May is off and the weekend with it: 1-3 May.
        (holiday("before"), FRIDAY_OFF, "2026-04-21", "2026-04-30"),
        (holiday("before", days_before=3), FRIDAY_OFF, "2026-04-28", "2026-04-30"),
        (holiday("around", days_before=7, days_after=7), FRIDAY_OFF, "2026-04-24", "2026-05-10"),
        (holiday("around", days_before=1, days_after=0), FRIDAY_OFF, "2026-04-30", "2026-05-03"),
        # Off 1-5 May.
        (holiday("around", days_before=7, days_after=7), FIVE_OFF, "2026-04-24", "2026-05-12"),
    ],
)
def test_the_window_is_measured_from_the_run_of_days_off(
    cadence: Holiday, seen: Scope, opens: str, due: str
) -> None:
    window = only(cadence, "2026-may-day", seen)
    assert (window.opens, window.due) == (day(opens), day(due))
    assert (window.begins, window.ends) == (window.opens, window.due)


def test_a_run_reaches_over_the_weekend_before_it() -> None:
    # 24 June 2026 is a Wednesday; Monday and Tuesday off join it to Saturday the 20th.
    seen = scope(Run(day("2026-06-22"), day("2026-06-24")))
    assert only(holiday("before", "midsummer"), "2026-midsummer", seen).due == day("2026-06-19")


def test_a_festival_that_is_worked_stands_for_itself() -> None:
    window = only(holiday("before", "midsummer"), "2026-midsummer", FRIDAY_OFF)
    assert window.due == day("2026-06-23")
    steps = holiday("before", "midsummer").steps(window, FRIDAY_OFF)
    assert [step.name for step in steps] == [
        "festival",
        "worked-festival",
        "opens-before-run",
        "day-before-run",
    ]


def test_a_festival_of_leap_years_is_owed_in_leap_years() -> None:
    cadence = holiday("before", "leap-day")
    span = Span(date(2023, 1, 1), date(2029, 1, 1))
    assert [w.period for w in cadence.windows(FRIDAY_OFF, span)] == [
        "2024-leap-day",
        "2028-leap-day",
    ]
    assert cadence.find("2026-leap-day", FRIDAY_OFF) is None


def test_two_festivals_of_one_run_are_two_windows_on_the_same_days() -> None:
    seen = scope(Run(day("2026-06-24"), day("2026-06-26")))
    both = holiday("around", "midsummer", "may-day", days_before=60, days_after=60)
    periods = [w.period for w in both.windows(seen, Span(day("2026-06-01"), day("2026-06-02")))]
    assert periods == ["2026-may-day", "2026-midsummer"]


@pytest.mark.parametrize(
    "period",
    ["may-day", "2026-easter", "26-may-day", "2026", "２０２６-may-day", "9999-may-day",
     "0000-may-day", "-may-day", ""],
)  # fmt: skip
def test_a_year_and_a_festival_of_the_rule_name_a_period_and_nothing_else_does(
    period: str,
) -> None:
    assert holiday("before").find(period, FRIDAY_OFF) is None


def test_what_the_window_rests_on_is_the_run_and_the_days_beside_it() -> None:
    window = only(holiday("before"), "2026-may-day", FIVE_OFF)
    assert window.rests_on == Run(day("2026-04-30"), day("2026-05-06"))
    rests_on = only(holiday("before"), "2027-may-day", FIVE_OFF).rests_on
    assert rests_on
    assert not FIVE_OFF.calendar.is_official(rests_on.first, rests_on.last)


def test_the_derivation_names_the_festival_and_each_day_off() -> None:
    window = only(holiday("around", days_after=7), "2026-may-day", FRIDAY_OFF)
    steps = holiday("around", days_after=7).steps(window, FRIDAY_OFF)
    assert [(step.name, step.day) for step in steps] == [
        ("festival", day("2026-05-01")),
        ("skip", day("2026-05-01")),
        ("skip", day("2026-05-02")),
        ("skip", day("2026-05-03")),
        ("non-working-run", day("2026-05-01")),
        ("opens-before-run", day("2026-04-21")),
        ("days-after-run", day("2026-05-10")),
    ]


@pytest.mark.parametrize(
    "keys", [{"days_before": 0}, {"days_before": 61}, {"days_after": -1}, {"festivals": ()}]
)
def test_a_window_has_bounds_and_a_festival(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Holiday.model_validate(
            {"kind": "holiday", "phase": "around", "festivals": ["may-day"], **keys}
        )


@pytest.mark.parametrize("month_day", ["02-30", "13-01", "2-1", "W01-1", "0624"])
def test_a_fixed_festival_is_a_day_of_the_year(month_day: str) -> None:
    with pytest.raises(ValidationError):
        Festival(day=month_day)


def test_a_festival_is_a_holiday_or_a_fixed_day() -> None:
    for keys in ({}, {"holiday": "May Day", "day": "05-01"}):
        with pytest.raises(ValidationError, match="give either"):
            Festival.model_validate(keys)


DAYS = st.dates(date(2026, 3, 1), date(2026, 7, 31))


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 20)), max_size=6),
    st.sets(DAYS.filter(lambda d: d.weekday() >= 5), max_size=6),
    st.integers(1, 60),
    st.integers(0, 60),
)
def test_windows_are_measured_from_maximal_runs_and_found_on_each_of_their_days(
    stretches: list[tuple[date, int]], made_up: set[date], before: int, after: int
) -> None:
    runs = [Run(first, first + timedelta(days=more)) for first, more in stretches]
    seen = scope(*runs, makeup=frozenset(made_up))
    calendar = seen.calendar
    for phase in ("before", "around"):
        cadence = holiday(phase, days_before=before, days_after=after)
        window = only(cadence, "2026-may-day", seen)
        assert window.opens
        assert window.due
        first = window.opens + timedelta(days=before)
        if calendar.is_working(date(2026, 5, 1)):
            assert first == date(2026, 5, 1)
        else:
            off = [d for d in Run(first, date(2026, 5, 1)).days() if not calendar.is_working(d)]
            assert off == Run(first, date(2026, 5, 1)).days()
            assert calendar.is_working(first - ONE_DAY)
        if phase == "before":
            assert window.due == first - ONE_DAY
        else:
            last = window.due - timedelta(days=after)
            assert last >= date(2026, 5, 1)
            assert last == date(2026, 5, 1) or calendar.is_working(last + ONE_DAY)
        for inside in (window.opens, window.due):
            assert window in list(cadence.windows(seen, Span(inside, inside + ONE_DAY)))
        assert window not in list(
            cadence.windows(seen, Span(window.due + ONE_DAY, date(2026, 12, 1)))
        )
