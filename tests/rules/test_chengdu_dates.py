"""The dates that the built-in rulebook gives a unit, each worked out by hand."""

from datetime import date

import pytest

from tests.made import day
from zuofeng_cli.days import Span
from zuofeng_cli.expand import expand, find
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.workspace import load_workspace
from zuofeng_cli.log import Log
from zuofeng_cli.unit import Unit

WORKSPACE = load_workspace(DEMO)
((BOOK, CALENDAR),) = WORKSPACE.books
CHOICES = {"30-days-holiday": "next-working-day", "30-days-count": "working-days"}


def committee(**more: object) -> Unit:
    return Unit.model_validate(
        {
            "id": "demo-committee",
            "name": "Demo",
            "kinds": ["party-committee", "discipline-committee"],
            "level": "municipal",
            "tracked_from": "2014-09-30",
            **more,
        }
    )


def meeting_after(closed: str, reading: str | None = None) -> date | None:
    """The due day of the special meeting for a case closed on this day."""
    readings = {reading: CHOICES[reading]} if reading else {}
    log = Log.model_validate(
        {"unit": "demo-committee", "events": [{"id": "c", "type": "case-closed", "date": closed}]}
    )
    rule = BOOK.rule("post-case-democratic-life-meeting")
    assert rule
    duty = find(BOOK, committee(readings=readings), CALENDAR, log, rule, "c")
    assert duty
    return duty.due


@pytest.mark.parametrize(
    ("closed", "reading", "due"),
    [
        ("2014-12-01", None, "2014-12-31"),  # 1 + 30 = 31
        ("2015-01-31", None, "2015-03-02"),  # 28 days of February, then 2 more
        ("2024-01-31", None, "2024-03-01"),  # 29 days of February, then 1 more
        ("2025-09-05", None, "2025-10-05"),  # 25 days to 30 September, then 5 more
        # 5 October 2025 is inside National Day and Mid-Autumn, off 1-8 October; the 9th is worked.
        ("2025-09-05", "30-days-holiday", "2025-10-09"),
        # A Wednesday that is worked stays.
        ("2014-12-01", "30-days-holiday", "2014-12-31"),
        # After Monday 1 December 2014: 2-5 (4), 8-12 (9), 15-19 (14), 22-26 (19), 29-31 (22);
        # 1-3 January 2015 off; Sunday the 4th made up (23), 5-9 (28), 12 (29), 13 (30).
        ("2014-12-01", "30-days-count", "2015-01-13"),
    ],
)
def test_thirty_days_from_a_closed_case(closed: str, reading: str | None, due: str) -> None:
    assert meeting_after(closed, reading) == day(due)


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("monthly-case-report", "2014-10"),  # in force from 30 September 2014: no whole September
        ("quarterly-study", "2014-Q4"),
        ("half-year-supervision-report", "2015-H1"),
        ("annual-survey", "2015"),
        ("annual-democratic-life-meeting", "2015"),
        # The reminder for National Day 2014 opened on 21 September, before the text was there.
        ("pre-holiday-reminder", "2015-new-year"),
        ("holiday-inspection", "2015-new-year"),
    ],
)
def test_the_first_period_owed_is_the_first_whole_one(rule: str, first: str) -> None:
    span = Span(date(2014, 1, 1), date(2016, 1, 1))
    found = expand(BOOK, committee(), CALENDAR, Log(unit="demo-committee"), span)
    assert next(duty.period for duty in found if duty.rule.id == rule) == first


@pytest.mark.parametrize(
    ("year", "due", "periods"),
    [
        # Both fell into one run of days off: 1-8 October 2020, 29 September-6 October 2023,
        # 1-8 October 2025.
        (2020, "2020-09-30", {"2020-mid-autumn", "2020-national-day"}),
        (2023, "2023-09-28", {"2023-mid-autumn", "2023-national-day"}),
        (2025, "2025-09-30", {"2025-mid-autumn", "2025-national-day"}),
        # Spring Festival 2023 (21-27 January) stood apart from New Year (31 December-2 January).
        (2023, "2023-01-20", {"2023-spring-festival"}),
    ],
)
def test_two_festivals_in_one_run_of_days_off_are_both_owed(
    year: int, due: str, periods: set[str]
) -> None:
    span = Span(date(year, 1, 1), date(year + 1, 1, 1))
    found = expand(BOOK, committee(), CALENDAR, Log(unit="demo-committee"), span)
    reminders = {
        d.period for d in found if d.rule.id == "pre-holiday-reminder" and d.due == day(due)
    }
    assert reminders == periods


def test_a_reading_of_the_unit_turns_a_date_of_the_text_into_an_assumed_one() -> None:
    log = Log.model_validate(
        {"unit": "d", "events": [{"id": "c", "type": "case-closed", "date": "2025-09-05"}]}
    )
    rule = BOOK.rule("post-case-democratic-life-meeting")
    assert rule
    plain = find(BOOK, committee(), CALENDAR, log, rule, "c")
    own = find(BOOK, committee(readings=CHOICES), CALENDAR, log, rule, "c")
    assert plain
    assert own
    assert (plain.basis, own.basis) == ("text", "assumed")
    # Over the readings: 5 October by calendar days at the earliest. Working days after Friday
    # 5 September 2025: 8-12 (5), 15-19 (10), 22-26 (15), Sunday 28 made up (16), 29-30 (18), 1-8
    # October off, 9-10 (20), Saturday 11 made up (21), 13-17 (26), 20-23 (30).
    assert plain.due_range == (date(2025, 10, 5), date(2025, 10, 23))
    assert own.due_range == plain.due_range
