"""Which periods an entry serves, and why it serves none."""

from datetime import date
from typing import Any

import pytest

from tests.made import book, books, day, log, rule, unit
from zuofeng_cli.days import BeyondCalendarError, Calendar, CalendarYear
from zuofeng_cli.expand import Books
from zuofeng_cli.log import Log
from zuofeng_cli.place import Placement, place
from zuofeng_cli.rulebook import Rulebook

TODAY = date(2026, 11, 24)
MONTHLY = {"kind": "period", "every": "month"}
OFFICE = book(
    rule(),
    rule(MONTHLY, id="report"),
    rule({"kind": "event", "event": "case-closed", "within": {"days": 30}}, id="meeting"),
    rule(id="branch-study", owed_by=[{"kind": "branch"}]),
    rule({"kind": "undated"}, id="standing"),
)
CASES = [
    {"id": "c-1", "type": "case-closed", "date": date(2026, 5, 1)},
    {"id": "c-2", "type": "case-closed", "date": date(2026, 5, 20)},
]


def placed(*entries: dict[str, Any], made: Rulebook | Books = OFFICE) -> Placement:
    shelves = books(made) if isinstance(made, Rulebook) else made
    return place(shelves, unit(), log(*entries, events=CASES), TODAY)


def served(*entries: dict[str, Any]) -> set[tuple[str, str]]:
    return set(placed(*entries).entries)


def faults(*entries: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(m.duty, m.fault, m.period) for m in placed(*entries).misplaced]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"done": "2026-03-18"}, {("study", "2026-Q1")}),
        ({"done": "2026-03-18", "period": "2026-Q2"}, {("study", "2026-Q2")}),
        (
            {"done": "2026-03-18", "period": ["2026-Q1", "2026-Q2"]},
            {("study", "2026-Q1"), ("study", "2026-Q2")},
        ),
        # One act, two duties, by the day.
        (
            {"done": "2026-03-18", "duty": ["study", "report"]},
            {("study", "2026-Q1"), ("report", "2026-03")},
        ),
        # The period belongs to the duty that has such a period; the other goes by the day.
        (
            {"done": "2026-04-02", "duty": ["study", "report"], "period": "2026-Q1"},
            {("study", "2026-Q1"), ("report", "2026-04")},
        ),
        (
            {"done": "2026-04-02", "duty": ["study", "report"], "period": ["2026-03", "2026-Q1"]},
            {("study", "2026-Q1"), ("report", "2026-03")},
        ),
        ({"done": "2026-05-10", "duty": "meeting"}, {("meeting", "c-1")}),
        ({"done": "2026-07-10", "duty": "meeting", "period": "c-2"}, {("meeting", "c-2")}),
        ({"done": "2026-07-10", "duty": "standing"}, {("standing", "standing")}),
    ],
)
def test_an_entry_serves_what_it_names_or_the_one_window_that_holds_its_day(
    entry: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    assert served(entry) == expected
    assert faults(entry) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"duty": "studdy", "done": "2026-03-18"}, ("studdy", "unknown-duty", None)),
        ({"duty": "branch-study", "done": "2026-03-18"}, ("branch-study", "not-owed", None)),
        ({"done": "2026-11-25"}, ("study", "future-date", None)),
        ({"done": "2026-03-18", "period": "2026-Q5"}, ("study", "unknown-period", "2026-Q5")),
        ({"done": "2026-03-18", "period": "2026-03"}, ("study", "unknown-period", "2026-03")),
        # Before the unit was tracked nothing is owed.
        ({"done": "2025-03-18", "period": "2025-Q1"}, ("study", "before-start", "2025-Q1")),
        ({"done": "2025-03-18"}, ("study", "before-start", None)),
        ({"duty": "meeting", "done": "2026-07-01"}, ("meeting", "outside-period", None)),
        ({"duty": "meeting", "done": "2026-05-25"}, ("meeting", "ambiguous-period", None)),
    ],
)
def test_an_entry_that_serves_nothing_says_why(
    entry: dict[str, Any], expected: tuple[str, str, str | None]
) -> None:
    assert served(entry) == set()
    assert faults(entry) == [expected]


def test_an_ambiguous_entry_shows_what_it_might_have_meant() -> None:
    (ambiguous,) = placed({"duty": "meeting", "done": "2026-05-25"}).misplaced
    assert [window.period for window in ambiguous.choices] == ["c-1", "c-2"]


def test_one_wrong_duty_does_not_take_the_others_along() -> None:
    entry = {"duty": ["study", "studdy", "branch-study"], "done": "2026-03-18"}
    assert served(entry) == {("study", "2026-Q1")}
    assert faults(entry) == [
        ("studdy", "unknown-duty", None),
        ("branch-study", "not-owed", None),
    ]


def test_a_period_that_nobody_knows_keeps_the_rest_from_going_by_the_day() -> None:
    """Whoever misspells a period meant another one than the day's."""
    entry = {"duty": ["study", "report"], "done": "2026-04-02", "period": ["2026-Q1", "2026-3"]}
    assert served(entry) == {("study", "2026-Q1")}
    assert faults(entry) == [("study", "unknown-period", "2026-3")]


def test_entries_of_a_period_come_in_order_of_day() -> None:
    found = placed({"done": "2026-03-05"}, {"done": "2026-01-05"}).of("study", "2026-Q1")
    assert [entry.done for entry in found] == [day("2026-01-05"), day("2026-03-05")]


def test_an_entry_for_another_rulebook_s_rule_is_no_stranger() -> None:
    scans = book(rule({"kind": "period", "every": "week"}, id="scan"), id="scans")
    both = [*books(OFFICE), *books(scans)]
    entry = {"duty": ["study", "scan"], "done": "2026-04-02", "period": ["2026-Q1", "2026-W13"]}
    found = placed(entry, made=both)
    assert found.misplaced == ()
    assert set(found.entries) == {("study", "2026-Q1"), ("scan", "2026-W13")}


# A day or a period in a year whose days off nobody knows is in no window; it stops nothing.


def only_2026(year: int) -> CalendarYear:
    if year != 2026:
        raise BeyondCalendarError("XX", year, "2026")
    return CalendarYear(year, official=True)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"done": "1926-06-24"}, "outside-period"),
        ({"done": "2026-06-20", "period": "2126-midsummer"}, "unknown-period"),
    ],
)
def test_a_year_without_a_calendar_is_the_entry_s_own_trouble(
    entry: dict[str, Any], fault: str
) -> None:
    holiday = {"kind": "holiday", "phase": "before", "festivals": ["midsummer"]}
    made = [(book(rule(holiday), in_force_from=date(1920, 1, 1)), Calendar("XX", only_2026))]
    tracked = unit(tracked_from=date(1920, 1, 1))
    found = place(made, tracked, log(entry), TODAY)
    assert [m.fault for m in found.misplaced] == [fault]


# A rolling duty counts from every time it was done.

ROLLING = book(rule({"kind": "rolling", "days": 90}))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([{"done": "2026-01-05"}], {"baseline"}),
        ([{"done": "2026-03-01"}, {"done": "2026-01-05"}], {"baseline", "2026-01-05"}),
        # It names an earlier one, and is a time it was done all the same.
        (
            [
                {"done": "2026-01-05"},
                {"done": "2026-02-01"},
                {"done": "2026-03-01", "period": "2026-01-05"},
            ],
            {"baseline", "2026-01-05", "2026-02-01"},
        ),
    ],
)
def test_a_rolling_entry_serves_the_one_before_it(
    entries: list[dict[str, Any]], expected: set[str]
) -> None:
    found = placed(*entries, made=ROLLING)
    assert {period for _rule, period in found.entries} == expected
    assert found.misplaced == ()


def test_a_rolling_entry_from_before_tracking_still_starts_the_count() -> None:
    found = placed({"done": "2025-01-05"}, {"done": "2025-12-05"}, made=ROLLING)
    assert found.misplaced == ()


def test_no_entry_is_changed() -> None:
    logged: Log = log({"done": "2026-03-18"})
    (entry,) = place(books(OFFICE), unit(), logged, TODAY).of("study", "2026-Q1")
    assert entry is logged.entries[0]
