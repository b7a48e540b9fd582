from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.made import day
from zuofeng_cli.cadence.rolling import Rolling
from zuofeng_cli.cadence.scope import Scope
from zuofeng_cli.days import Calendar, Span

ALWAYS = Span(date(1900, 1, 1), date(2200, 1, 1))


def rolling(**more: Any) -> Rolling:
    return Rolling.model_validate({"kind": "rolling", **more})


def done(*days: str) -> Scope:
    return Scope(Calendar.weekends(), completions=tuple(day(text) for text in days))


@pytest.mark.parametrize(
    ("length", "last", "due"),
    [
        ({"days": 90}, "2026-01-31", "2026-05-01"),  # 28 of February, 31, 30 of April: 89; 1 more
        ({"weeks": 2}, "2026-01-31", "2026-02-14"),
        ({"months": 1}, "2026-01-31", "2026-02-28"),  # February has no 31st
        ({"months": 3}, "2025-11-30", "2026-02-28"),
        ({"months": 12}, "2024-02-29", "2025-02-28"),
        ({"months": 1}, "2026-02-28", "2026-03-28"),
    ],
)
def test_the_next_is_due_so_long_after_the_last(
    length: dict[str, int], last: str, due: str
) -> None:
    (window,) = rolling(**length).windows(done(last), ALWAYS)
    assert (window.period, window.due) == (last, day(due))
    assert window.opens == date.fromordinal(day(last).toordinal() + 1)


def test_what_was_never_done_needs_a_baseline() -> None:
    (window,) = rolling(days=90).windows(done(), ALWAYS)
    assert (window.period, window.due, window.without) == ("baseline", None, "baseline")
    assert rolling(days=90).serving(day("2026-01-05"), done()) == [window]
    assert [step.name for step in rolling(days=90).steps(window, done())] == ["no-completion"]


def test_each_completion_makes_the_next_duty() -> None:
    scope = done("2026-01-05", "2026-03-01")
    periods = [window.period for window in rolling(days=90).windows(scope, ALWAYS)]
    assert periods == ["2026-01-05", "2026-03-01"]


@pytest.mark.parametrize(
    ("act", "served"),
    [
        ("2026-01-05", "baseline"),  # the first one, itself
        ("2026-01-06", "2026-01-05"),
        ("2026-03-01", "2026-01-05"),
        ("2027-03-01", "2026-03-01"),  # however late
    ],
)
def test_an_act_serves_the_duty_of_the_completion_before_it(act: str, served: str) -> None:
    scope = done("2026-01-05", "2026-03-01")
    assert [w.period for w in rolling(days=90).serving(day(act), scope)] == [served]


def test_only_a_completion_or_the_baseline_names_a_period() -> None:
    scope = done("2026-01-05")
    assert rolling(days=9).find("2026-01-05", scope)
    assert rolling(days=9).find("baseline", scope)
    assert rolling(days=9).find("2026-01-06", scope) is None


def test_another_reading_s_window_is_answered_from_the_completion_before_it() -> None:
    quarter = rolling(days=1).find("2026-01-05", done("2026-01-05"))
    assert quarter
    other = rolling(days=90).counterpart(quarter, done("2025-12-01", "2026-01-05"))
    assert other
    assert other.period == "2026-01-05"
    assert rolling(days=90).counterpart(quarter, done("2026-02-01")) is None


@pytest.mark.parametrize(
    "keys", [{}, {"days": 1, "weeks": 1}, {"days": 0}, {"months": 121}, {"days": 9, "at_least": 2}]
)
def test_it_takes_exactly_one_length_and_one_act(keys: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        rolling(**keys)


@given(st.sampled_from([28, 29, 30, 31]), st.integers(0, 11), st.integers(1, 120))
def test_months_do_not_drift_over_a_century(last_day: int, month: int, months: int) -> None:
    """Each due day is counted from its own completion: the day of the month, or the last."""
    for year in range(2000, 2100, 7):
        first = date(year, month + 1, min(last_day, 28))
        (window,) = rolling(months=months).windows(done(first.isoformat()), ALWAYS)
        assert window.due
        count = (window.due.year - first.year) * 12 + window.due.month - first.month
        assert (count, window.due.day) == (months, first.day)
