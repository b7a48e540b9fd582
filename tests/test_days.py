"""Working days, runs of days off and notices, on calendars made up for the purpose."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.days import (
    ONE_DAY,
    SATURDAY,
    BeyondCalendarError,
    Calendar,
    CalendarYear,
    Notice,
    Run,
    days_of,
    runs_of,
)

# May 2026 begins on a Friday: 1 to 5 off, Saturday 9 worked.
MAY = CalendarYear(
    2026,
    official=True,
    off=(Run(date(2026, 5, 1), date(2026, 5, 5)),),
    makeup=frozenset([date(2026, 5, 9)]),
    festivals={"May Day": date(2026, 5, 1)},
)


def of(*tables: CalendarYear) -> Calendar:
    """The calendar of these years; every other year is a projected one without holidays."""
    known = {table.year: table for table in tables}
    return Calendar("XX", lambda year: known.get(year, CalendarYear(year, official=False)))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 4, 30), True),  # Thursday
        (date(2026, 5, 1), False),  # first day off
        (date(2026, 5, 5), False),  # last day off, a Tuesday
        (date(2026, 5, 6), True),
        (date(2026, 5, 9), True),  # made up, a Saturday
        (date(2026, 5, 10), False),  # Sunday
        (date(2027, 5, 3), True),  # a Monday of a year without holidays
    ],
)
def test_a_day_is_worked_unless_off_or_a_weekend_not_made_up(day: date, worked: bool) -> None:
    assert of(MAY).is_working(day) is worked


def test_a_run_takes_in_the_weekends_it_touches_and_stops_at_a_day_made_up() -> None:
    friday_off = CalendarYear(
        2026,
        official=True,
        off=(Run(date(2026, 6, 19), date(2026, 6, 19)),),
        makeup=frozenset([date(2026, 6, 21)]),
    )
    assert of(friday_off).non_working_run(date(2026, 6, 19)) == Run(
        date(2026, 6, 19), date(2026, 6, 20)
    )


def test_a_run_crosses_the_new_year() -> None:
    tables = (
        CalendarYear(2018, official=True, off=(Run(date(2018, 12, 31), date(2018, 12, 31)),)),
        CalendarYear(2019, official=True, off=(Run(date(2019, 1, 1), date(2019, 1, 1)),)),
    )
    assert of(*tables).non_working_run(date(2019, 1, 1)) == Run(
        date(2018, 12, 29), date(2019, 1, 1)
    )


def test_working_days_are_counted_from_the_day_after() -> None:
    calendar = of(MAY)
    assert calendar.add_working_days(date(2026, 4, 30), 1) == date(2026, 5, 6)
    assert calendar.add_working_days(date(2026, 5, 3), 1) == date(2026, 5, 6)
    assert calendar.add_working_days(date(2026, 5, 8), 1) == date(2026, 5, 9)
    assert calendar.add_working_days(date(2026, 5, 8), 2) == date(2026, 5, 11)
    assert calendar.add_working_days(date(2026, 5, 6), -1) == date(2026, 4, 30)
    assert calendar.add_working_days(date(2026, 5, 3), 0) == date(2026, 5, 3)


def test_without_a_country_only_weekends_are_off_and_nothing_is_provisional() -> None:
    calendar = Calendar.weekends()
    assert calendar.is_working(date(2026, 10, 1))
    assert calendar.non_working_run(date(2026, 10, 3)) == Run(date(2026, 10, 3), date(2026, 10, 4))
    assert calendar.is_official(date(1900, 1, 1), date(2900, 12, 31))
    assert calendar.festival("国庆节", 2026) is None


def test_a_festival_is_found_in_its_year_only() -> None:
    assert of(MAY).festival("May Day", 2026) == date(2026, 5, 1)
    assert of(MAY).festival("May Day", 2027) is None
    assert of(MAY).festival("Midsummer", 2026) is None


def test_an_amendment_has_the_last_word_on_the_days_it_covers() -> None:
    yearly = Notice("1/2018")
    amendment = Notice("3/2019", covers=(Run(date(2019, 5, 1), date(2019, 5, 5)),))
    calendar = of(CalendarYear(2019, official=True, notices=(yearly, amendment)))
    assert calendar.notice(date(2019, 5, 4)) is amendment
    assert calendar.notice(date(2019, 5, 6)) is yearly
    assert calendar.notice(date(2020, 5, 4)) is None


@pytest.mark.parametrize(
    ("first", "last", "official"),
    [
        ("2025-12-30", "2026-01-05", True),
        ("2026-01-01", "2026-12-24", True),
        ("2026-12-31", "2027-01-04", False),
        # The notice of 2027 may yet move the last days of 2026.
        ("2026-12-25", "2026-12-25", False),
        ("2025-12-31", "2025-12-31", True),
        ("2024-12-31", "2024-12-31", False),  # nothing fixes 2024 itself
    ],
)
def test_notices_fix_a_range_when_they_fix_each_of_its_days(
    first: str, last: str, official: bool
) -> None:
    calendar = of(CalendarYear(2025, official=True), MAY)
    assert calendar.is_official(date.fromisoformat(first), date.fromisoformat(last)) is official


def test_a_year_is_asked_for_once_and_an_unknown_one_is_refused() -> None:
    asked = []

    def source(year: int) -> CalendarYear:
        asked.append(year)
        if year > 2100:
            raise BeyondCalendarError("XX", year, "1950–2100")
        return CalendarYear(year, official=True)

    calendar = Calendar("XX", source)
    assert calendar.is_working(date(2099, 6, 1))
    assert calendar.is_working(date(2099, 6, 2))
    assert asked == [2099]
    with pytest.raises(BeyondCalendarError, match="no calendar of XX for 2101; known: 1950–2100"):
        calendar.non_working_run(date(2100, 12, 31) + ONE_DAY)


DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """A calendar with any days off and any weekend days made up in 2025 to 2027."""
    off = draw(st.lists(st.tuples(DAYS, st.integers(0, 9)), max_size=12))
    made_up = draw(st.sets(DAYS.filter(lambda day: day.weekday() >= SATURDAY), max_size=12))
    runs = [Run(day, day + timedelta(days=more)) for day, more in off]
    return of(
        *(
            CalendarYear(
                year,
                official=True,
                # A run over New Year stands in both years here; only its days of the year count.
                off=tuple(runs),
                makeup=frozenset(made_up),
            )
            for year in (2025, 2026, 2027)
        )
    )


@given(calendars(), DAYS)
def test_a_run_holds_its_day_and_only_days_off_and_has_worked_days_on_both_sides(
    calendar: Calendar, day: date
) -> None:
    run = calendar.non_working_run(day)
    assert (run is None) == calendar.is_working(day)
    if run is not None:
        assert day in run
        assert not any(calendar.is_working(inside) for inside in run.days())
        assert calendar.is_working(run.first - ONE_DAY)
        assert calendar.is_working(run.last + ONE_DAY)
        assert {calendar.non_working_run(inside) for inside in run.days()} == {run}


@given(calendars(), DAYS)
def test_the_nearest_working_days_are_worked_with_none_between(
    calendar: Calendar, day: date
) -> None:
    before, after = calendar.last_working_day(day), calendar.next_working_day(day)
    assert before <= day <= after
    assert calendar.is_working(before)
    assert calendar.is_working(after)
    between = {d for d in Run(before, after).days() if calendar.is_working(d)}
    assert between == {before, after}
    assert calendar.is_working(day) == (before == day == after)


@given(calendars(), DAYS, st.integers(1, 60))
def test_the_nth_working_day_leaves_n_working_days_behind(
    calendar: Calendar, day: date, count: int
) -> None:
    reached = calendar.add_working_days(day, count)
    assert sum(calendar.is_working(d) for d in Run(day + ONE_DAY, reached).days()) == count
    assert calendar.is_working(reached)
    assert calendar.add_working_days(day, count - 1) < reached
    assert calendar.add_working_days(day + ONE_DAY, count) >= reached
    back = calendar.add_working_days(reached, -count)
    assert back == calendar.last_working_day(day)


@given(st.sets(DAYS))
def test_runs_hold_exactly_the_days_they_are_made_of_and_never_touch(days: set[date]) -> None:
    runs = runs_of(days)
    assert days_of(runs) == days
    assert all(a.last + ONE_DAY < b.first for a, b in pairwise(runs))


def test_an_amendment_fixes_the_days_it_covers_and_leaves_the_others() -> None:
    notice = Notice("2/2026", covers=(Run(date(2026, 5, 4), date(2026, 5, 9)),))
    year = MAY.amended(notice, [Run(date(2026, 5, 7), date(2026, 5, 8))], [])
    assert year.off == (
        Run(date(2026, 5, 1), date(2026, 5, 3)),
        Run(date(2026, 5, 7), date(2026, 5, 8)),
    )
    assert year.makeup == frozenset()
    assert year.festivals == MAY.festivals
    assert year.notices == (notice,)
