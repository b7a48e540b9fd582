"""How a duty stands: statuses, counts, deliveries and waivers on one day."""

from datetime import date
from typing import Any

import pytest

from tests.made import QUARTERLY, book, books, day, log, on, rule, unit
from zuofeng_cli.days import Span
from zuofeng_cli.duty import Status
from zuofeng_cli.ledger import ledger, one

STUDIES = book(rule())
BOTH = ["board", "council"]


@pytest.mark.parametrize(
    ("today", "status", "days_left"),
    [
        ("2025-12-31", "upcoming", 90),  # 31 + 28 + 31 days to 31 March
        ("2026-01-01", "open", 89),
        ("2026-03-23", "open", 8),
        ("2026-03-24", "due-soon", 7),
        ("2026-03-31", "due-soon", 0),
        ("2026-04-01", "overdue", -1),
        ("2030-04-01", "overdue", -1462),  # four years and a day, one of them a leap year
    ],
)
def test_a_duty_opens_comes_near_and_is_overdue_from_the_day_after(
    today: str, status: str, days_left: int
) -> None:
    found = on(today, STUDIES)["2026-Q1"]
    assert (found.status, found.days_left) == (status, days_left)
    assert (found.count, found.done, found.entries) == (0, None, ())


@pytest.mark.parametrize(
    ("today", "soon", "status"),
    [
        ("2026-03-22", 8, "open"),
        ("2026-03-22", 9, "due-soon"),
        ("2026-03-30", 0, "open"),
        ("2026-03-31", 0, "due-soon"),
    ],
)
def test_how_soon_is_soon_is_a_setting(today: str, soon: int, status: str) -> None:
    span = Span(date(2026, 1, 1), date(2026, 4, 1))
    found = ledger(books(STUDIES), unit(), log(), day(today), span, soon)
    assert found.assessments[0].status == status


@pytest.mark.parametrize(
    ("today", "entry", "q1", "q2"),
    [
        ("2026-03-31", {"done": "2026-01-01"}, "done", "upcoming"),
        ("2026-03-31", {"done": "2026-03-31"}, "done", "upcoming"),
        # 2 April: late for the first quarter if it says so, and then the second is still owed.
        ("2026-05-01", {"done": "2026-04-02", "period": "2026-Q1"}, "done-late", "open"),
        ("2026-05-01", {"done": "2026-04-02"}, "overdue", "done"),
        # Ahead of its window, but it names it.
        ("2026-05-01", {"done": "2026-03-30", "period": "2026-Q2"}, "overdue", "done"),
        ("2026-05-01", {"done": "2026-03-30", "period": ["2026-Q1", "2026-Q2"]}, "done", "done"),
    ],
)
def test_an_entry_counts_for_what_it_names_or_for_the_day_it_was_done(
    today: str, entry: dict[str, Any], q1: str, q2: str
) -> None:
    found = on(today, STUDIES, log(entry))
    assert (found["2026-Q1"].status, found["2026-Q2"].status) == (q1, q2)


def test_late_stays_late_and_is_never_made_good_by_the_next_period() -> None:
    entries = [{"done": "2026-04-02", "period": "2026-Q1"}, {"done": "2026-05-01"}]
    found = on("2026-12-01", STUDIES, log(*entries))
    assert found["2026-Q1"].status == "done-late"
    assert found["2026-Q1"].done == day("2026-04-02")
    assert found["2026-Q2"].status == "done"
    assert found["2026-Q3"].status == "overdue"


def test_at_least_so_many_are_done_on_the_day_of_the_last_one_needed() -> None:
    twice = book(rule({**QUARTERLY, "at_least": 2}))
    one = on("2026-03-20", twice, log({"done": "2026-03-01"}))["2026-Q1"]
    assert (one.status, one.count, one.duty.required, one.done) == ("open", 1, 2, None)
    two = on("2026-03-20", twice, log({"done": "2026-03-15"}, {"done": "2026-03-01"}))["2026-Q1"]
    assert (two.status, two.count, two.done) == ("done", 2, day("2026-03-15"))
    late = log({"done": "2026-03-15"}, {"done": "2026-04-15", "period": "2026-Q1"})
    assert on("2026-05-01", twice, late)["2026-Q1"].status == "done-late"


def test_the_same_act_logged_twice_counts_once_and_two_acts_of_one_day_twice() -> None:
    twice = book(rule({**QUARTERLY, "at_least": 2}))
    entry: dict[str, Any] = {"done": "2026-03-01", "evidence": [{"kind": "minutes", "ref": "1"}]}
    other = {**entry, "evidence": [{"kind": "minutes", "ref": "2"}]}
    assert on("2026-03-20", twice, log(entry, entry))["2026-Q1"].count == 1
    assert on("2026-03-20", twice, log(entry, other))["2026-Q1"].status == "done"


def test_one_act_may_be_logged_for_each_recipient() -> None:
    made = book(rule(recipients=["board", "council"]))
    entries = [{"done": "2026-03-01", "delivered_to": to} for to in BOTH]
    found = on("2026-03-20", made, log(*entries))["2026-Q1"]
    assert (found.status, found.count, list(found.delivered_to)) == ("done", 1, BOTH)


@pytest.mark.parametrize(
    ("deliveries", "status", "delivered"),
    [
        ([("2026-03-01", [])], "overdue", []),
        ([("2026-03-01", ["board"])], "overdue", ["board"]),
        ([("2026-03-01", ["council", "board"])], "done", BOTH),
        ([("2026-03-01", ["board"]), ("2026-03-02", ["council"])], "done", BOTH),
        ([("2026-03-01", ["board"]), ("2026-04-02", ["council"])], "done-late", BOTH),
    ],
)
def test_one_duty_with_two_recipients_is_done_when_each_has_it(
    deliveries: list[tuple[str, list[str]]], status: str, delivered: list[str]
) -> None:
    made = book(rule(recipients=["board", "council"]))
    entries = [{"done": done, "delivered_to": to, "period": "2026-Q1"} for done, to in deliveries]
    found = on("2026-05-01", made, log(*entries))["2026-Q1"]
    assert (found.status, list(found.delivered_to)) == (status, delivered)


def waived(**more: Any) -> dict[str, Any]:
    waiver = {"duty": "study", "period": "2026-Q1", "reason": "Merged", "approved_by": "Board"}
    return {"waivers": [{**waiver, **more}]}


@pytest.mark.parametrize(
    ("waiver", "today", "status"),
    [
        ({}, "2026-02-01", "waived"),
        ({}, "2027-02-01", "waived"),
        ({"period": ["2026-Q1", "2026-Q2"]}, "2026-05-01", "waived"),
        ({"period": "2026-Q2"}, "2026-05-01", "overdue"),
        ({"duty": "other"}, "2026-05-01", "overdue"),
        ({"duty": ["other", "study"]}, "2026-05-01", "waived"),
        # Expired before the duty fell due: it came back to life on the day after.
        ({"expires": "2026-02-28"}, "2026-02-28", "waived"),
        ({"expires": "2026-02-28"}, "2026-03-01", "open"),
        ({"expires": "2026-02-28"}, "2026-04-01", "overdue"),
        # Held on the due day: let off for good.
        ({"expires": "2026-03-31"}, "2026-04-01", "waived"),
        ({"expires": "9999-12-31"}, "2026-04-01", "waived"),
    ],
)
def test_a_waiver_lets_off_its_periods_until_it_expires(
    waiver: dict[str, Any], today: str, status: str
) -> None:
    assert on(today, STUDIES, log(**waived(**waiver)))["2026-Q1"].status == status


@pytest.mark.parametrize(
    ("done", "status"), [("2026-03-01", Status.DONE), ("2026-04-02", Status.WAIVED)]
)
def test_what_was_let_off_may_be_done_but_not_late(done: str, status: Status) -> None:
    logged = log({"done": done, "period": "2026-Q1"}, **waived())
    assert on("2026-05-01", STUDIES, logged)["2026-Q1"].status is status


def test_a_standing_duty_is_undated_whatever_was_done() -> None:
    standing = book(rule({"kind": "undated"}))
    assert on("2026-05-01", standing)["standing"].status == "undated"
    done = on("2026-05-01", standing, log({"done": "2026-03-01"}))["standing"]
    assert (done.status, done.count, done.days_left) == ("undated", 1, None)


def test_an_event_s_duty_without_a_date_is_undated_until_it_is_done() -> None:
    prompt = book(rule({"kind": "event", "event": "finding"}))
    events = [{"id": "f-1", "type": "finding", "date": "2026-03-01"}]
    assert on("2026-05-01", prompt, log(events=events))["f-1"].status == "undated"
    done = on("2026-05-01", prompt, log({"done": "2026-03-05"}, events=events))["f-1"]
    assert (done.status, done.done) == ("done", day("2026-03-05"))


ROLLING = book(rule({"kind": "rolling", "days": 90}))


def test_a_rolling_duty_never_done_needs_a_baseline_and_is_not_overdue() -> None:
    assert on("2026-12-31", ROLLING)["baseline"].status == "needs-baseline"


def test_a_baseline_is_done_by_the_first_time() -> None:
    once = log({"done": "2026-01-05"})
    found = one(books(ROLLING), unit(), once, day("2026-02-01"), "study", "baseline")
    assert found is not None
    assert (found.status, found.done) == ("done", day("2026-01-05"))


def test_a_rolling_duty_counts_from_the_last_time() -> None:
    once = log({"done": "2026-01-05"})
    assert on("2026-02-01", ROLLING, once)["2026-01-05"].status == "open"
    # 5 January and 90 days: 26 of January, 28, 31, and 5 of April.
    assert on("2026-04-05", ROLLING, once)["2026-01-05"].status == "due-soon"
    assert on("2026-04-06", ROLLING, once)["2026-01-05"].status == "overdue"
    twice = log({"done": "2026-01-05"}, {"done": "2026-04-10"})
    found = on("2026-04-11", ROLLING, twice)
    assert (found["2026-01-05"].status, found["2026-04-10"].status) == ("done-late", "open")


def test_a_rolling_duty_goes_on_only_when_each_recipient_has_it() -> None:
    made = book(rule({"kind": "rolling", "days": 90}, recipients=["board", "council"]))
    half = [
        {"done": "2026-01-05", "delivered_to": ["board", "council"]},
        {"done": "2026-03-01", "delivered_to": ["board"]},
    ]
    found = on("2026-03-10", made, log(*half))
    assert list(found) == ["2026-01-05"]
    assert found["2026-01-05"].status == "open"
    whole = log(*half, {"done": "2026-03-08", "delivered_to": ["council"]})
    found = on("2026-03-10", made, whole)
    assert list(found) == ["2026-01-05", "2026-03-08"]
    assert (found["2026-01-05"].status, found["2026-01-05"].done) == ("done", day("2026-03-08"))
