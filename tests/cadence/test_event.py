from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.made import day
from zuofeng_cli.cadence.event import Event
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import FIRST_DAY, LAST_DAY, BeyondCalendarError, Calendar, Run, Span
from zuofeng_cli.log import Event as Logged

ALWAYS = Span(FIRST_DAY, LAST_DAY)


def event(**more: Any) -> Event:
    return Event.model_validate({"kind": "event", "event": "case-closed", **more})


def happened(*dated: str, calendar: Calendar | None = None, **more: Any) -> Scope:
    """Closed cases a, b, … on these days."""
    events = [
        Logged.model_validate({"id": name, "type": "case-closed", "date": text, **more})
        for name, text in zip("abcdef", dated, strict=False)
    ]
    return Scope(calendar or Calendar.weekends(), events=tuple(events))


def only(cadence: Event, seen: Scope) -> Window:
    (window,) = cadence.windows(seen, ALWAYS)
    return window


@pytest.mark.parametrize(
    ("cadence", "closed", "due"),
    [
        ({"within": {"days": 30}}, "2014-12-01", "2014-12-31"),
        ({"within": {"days": 0}}, "2026-05-20", "2026-05-20"),
        ({"within": {"months": 1}}, "2026-01-31", "2026-02-28"),
        ({"within": {"months": 3}}, "2025-11-30", "2026-02-28"),
        # Wednesday 20 May 2026; Thursday, Friday, then Monday is the third working day.
        ({"within": {"working_days": 3}}, "2026-05-20", "2026-05-25"),
        ({"within": {"working_days": 1}}, "2026-05-23", "2026-05-25"),  # from a Saturday
        ({"within": {"working_days": 0}}, "2026-05-23", "2026-05-23"),
        # 30 May 2026 is a Saturday.
        ({"within": {"days": 10}}, "2026-05-20", "2026-05-30"),
        ({"within": {"days": 10}, "roll": "next-working-day"}, "2026-05-20", "2026-06-01"),
        ({"within": {"days": 10}, "roll": "previous-working-day"}, "2026-05-20", "2026-05-29"),
        ({"within": {"days": 9}, "roll": "next-working-day"}, "2026-05-20", "2026-05-29"),
        # Never before it happened: Saturday, although Friday is the last working day.
        ({"within": {"days": 0}, "roll": "previous-working-day"}, "2026-05-23", "2026-05-23"),
    ],
)
def test_it_is_due_so_long_after_the_event_whose_own_day_is_day_0(
    cadence: dict[str, Any], closed: str, due: str
) -> None:
    window = only(event(**cadence), happened(closed))
    assert (window.period, window.opens, window.due) == ("a", day(closed), day(due))


def test_the_item_s_own_deadline_is_the_due_day() -> None:
    window = only(event(due="item"), happened("2026-05-20", due="2026-06-30"))
    assert window.due == day("2026-06-30")


def test_without_a_deadline_or_a_number_it_has_no_due_day_and_says_what_is_missing() -> None:
    waiting = only(event(due="item"), happened("2026-05-20"))
    assert (waiting.due, waiting.without) == (None, "deadline")
    prompt = only(event(), happened("2026-05-20"))
    assert (prompt.due, prompt.without) == (None, "number")


def test_each_event_of_its_type_makes_one_duty_in_order_of_day() -> None:
    seen = happened("2026-05-20", "2026-03-01")
    other = Logged.model_validate({"id": "z", "type": "finding", "date": "2026-04-01"})
    seen = Scope(seen.calendar, events=(*seen.events, other))
    assert [w.period for w in event(within={"days": 1}).windows(seen, ALWAYS)] == ["b", "a"]
    assert event().find("z", seen) is None
    assert event().find("c", seen) is None


def test_two_events_of_one_id_make_one_duty_of_the_first() -> None:
    later, first = happened("2026-05-20").events + happened("2026-03-01").events
    seen = Scope(Calendar.weekends(), events=(later, first))
    cadence = event(within={"days": 1})
    window = only(cadence, seen)
    assert (window.period, window.opens) == ("a", day("2026-03-01"))
    assert cadence.find("a", seen) == window


@pytest.mark.parametrize(
    ("cadence", "rests_on"),
    [
        ({"within": {"days": 30}}, None),
        ({"within": {"months": 1}}, None),
        ({"within": {"working_days": 3}}, ("2026-05-20", "2026-05-25")),
        ({"within": {"days": 10}, "roll": "next-working-day"}, ("2026-05-30", "2026-06-01")),
        ({"within": {"days": 10}, "roll": "previous-working-day"}, ("2026-05-29", "2026-05-30")),
    ],
)
def test_holidays_matter_only_where_working_days_do(
    cadence: dict[str, Any], rests_on: tuple[str, str] | None
) -> None:
    expected = Run(day(rests_on[0]), day(rests_on[1])) if rests_on else None
    assert only(event(**cadence), happened("2026-05-20")).rests_on == expected


def test_the_derivation_shows_each_day_passed_over() -> None:
    cadence = event(within={"days": 10}, roll="next-working-day")
    seen = happened("2026-05-20")
    steps = [(step.name, step.day) for step in cadence.steps(only(cadence, seen), seen)]
    assert steps == [
        ("event", day("2026-05-20")),
        ("plus-days", day("2026-05-30")),
        ("skip", day("2026-05-30")),
        ("skip", day("2026-05-31")),
        ("roll", day("2026-06-01")),
    ]
    working = event(within={"working_days": 3})
    names = [step.name for step in working.steps(only(working, seen), seen)]
    assert names == ["event", "skip", "skip", "plus-working-days", "roll"]


def test_an_event_after_the_span_is_not_reckoned_with() -> None:
    def nobody_knows(year: int) -> Any:
        raise BeyondCalendarError("XX", year, "")

    seen = happened("2150-01-01", calendar=Calendar("XX", nobody_knows))
    cadence = event(within={"working_days": 3})
    assert list(cadence.windows(seen, Span(day("2026-01-01"), day("2027-01-01")))) == []


@pytest.mark.parametrize(
    "keys",
    [
        {"within": {}},
        {"within": {"days": 1, "months": 1}},
        {"within": {"days": -1}},
        {"within": {"days": 1}, "due": "item"},
        {"due": "soon"},
        {"roll": "sideways"},
    ],
)
def test_it_takes_one_deadline(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        event(**keys)


@given(
    st.dates(FIRST_DAY, LAST_DAY),
    st.one_of(
        st.builds(lambda n: {"days": n}, st.integers(0, 3660)),
        st.builds(lambda n: {"working_days": n}, st.integers(0, 300)),
        st.builds(lambda n: {"months": n}, st.integers(0, 120)),
    ),
    st.sampled_from(["none", "next-working-day", "previous-working-day"]),
)
def test_the_window_is_never_empty_and_holds_the_day_of_the_event(
    closed: Any, within: dict[str, int], roll: str
) -> None:
    cadence = event(within=within, roll=roll)
    window = cadence.find("a", happened(closed.isoformat()))
    assert window
    assert window.due
    assert window.opens == closed <= window.due
    assert window.holds(closed)
    # Without holidays a due day rolls over one weekend at the most.
    raw = event(within=within).find("a", happened(closed.isoformat()))
    assert raw
    assert raw.due
    assert abs((window.due - raw.due).days) <= 2
    if roll == "next-working-day":
        assert window.due.weekday() < 5
