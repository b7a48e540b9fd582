"""What the demo units owe in 2026, each day worked out by hand.

The days off are those of the notice of 4 November 2025 (国办发明电〔2025〕7号), as gov.cn has it:
New Year 1–3 January, Spring Festival 15–23 February, Qingming 4–6 April, Labour Day 1–5 May,
Dragon Boat 19–21 June, Mid-Autumn 25–27 September, National Day 1–7 October.
"""

from datetime import date

import pytest

from zuofeng_cli.days import Run
from zuofeng_cli.ledger import ledger
from zuofeng_cli.listing import Selection, listed
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.workspace import load_workspace
from zuofeng_cli.log import Log

Expected = list[tuple[str, str, str, str]]
"""Rule, period, due day, and how it is arrived at."""

STUDIES: Expected = [
    ("quarterly-study", "2026-Q1", "2026-03-31", "March, the quarter's last month, has 31 days"),
    ("quarterly-study", "2026-Q2", "2026-06-30", "June has 30 days"),
    ("quarterly-study", "2026-Q3", "2026-09-30", "September has 30 days"),
    ("quarterly-study", "2026-Q4", "2026-12-31", "December has 31 days"),
]
YEARLY: Expected = [
    (rule, "2026", "2026-12-31", "the year's last day")
    for rule in (
        "annual-democratic-life-meeting",
        "annual-survey",
        "annual-campaign",
        "annual-inspection-plan",
    )
]
REMINDERS: Expected = [
    (
        "pre-holiday-reminder",
        "2026-spring-festival",
        "2026-02-14",
        "off 15–23 February; the day before is Saturday the 14th, made up as a working day",
    ),
    ("pre-holiday-reminder", "2026-qingming", "2026-04-03", "off 4–6 April; the 3rd is a Friday"),
    ("pre-holiday-reminder", "2026-labour-day", "2026-04-30", "off 1–5 May; April has 30 days"),
    ("pre-holiday-reminder", "2026-dragon-boat", "2026-06-18", "off 19–21 June"),
    ("pre-holiday-reminder", "2026-mid-autumn", "2026-09-24", "off 25–27 September"),
    ("pre-holiday-reminder", "2026-national-day", "2026-09-30", "off 1–7 October"),
    (
        "pre-holiday-reminder",
        "2027-new-year",
        "2026-12-31",
        "1 January 2027 is off by law; the reminder of 2026 was due in 2025, before tracking began",
    ),
]
INSPECTIONS: Expected = [
    ("holiday-inspection", "2026-new-year", "2026-01-10", "off 1–3 January; 3 + 7 = 10"),
    (
        "holiday-inspection",
        "2026-spring-festival",
        "2026-03-02",
        "off 15–23 February; 23 + 7 = 30, and February has 28: 2 March",
    ),
    ("holiday-inspection", "2026-qingming", "2026-04-13", "off 4–6 April; 6 + 7 = 13"),
    ("holiday-inspection", "2026-labour-day", "2026-05-12", "off 1–5 May; 5 + 7 = 12"),
    ("holiday-inspection", "2026-dragon-boat", "2026-06-28", "off 19–21 June; 21 + 7 = 28"),
    (
        "holiday-inspection",
        "2026-mid-autumn",
        "2026-10-04",
        "off 25–27 September; 27 + 7 = 34, and September has 30: 4 October",
    ),
    ("holiday-inspection", "2026-national-day", "2026-10-14", "off 1–7 October; 7 + 7 = 14"),
]
REPORTS: Expected = [
    ("monthly-case-report", "2026-01", "2026-01-31", "January has 31 days"),
    ("monthly-case-report", "2026-02", "2026-02-28", "2026 is no leap year"),
    ("monthly-case-report", "2026-03", "2026-03-31", "March has 31 days"),
    ("monthly-case-report", "2026-04", "2026-04-30", "April has 30 days"),
    ("monthly-case-report", "2026-05", "2026-05-31", "May has 31 days"),
    ("monthly-case-report", "2026-06", "2026-06-30", "June has 30 days"),
    ("monthly-case-report", "2026-07", "2026-07-31", "July has 31 days"),
    ("monthly-case-report", "2026-08", "2026-08-31", "August has 31 days"),
    ("monthly-case-report", "2026-09", "2026-09-30", "September has 30 days"),
    ("monthly-case-report", "2026-10", "2026-10-31", "October has 31 days"),
    ("monthly-case-report", "2026-11", "2026-11-30", "November has 30 days"),
    ("monthly-case-report", "2026-12", "2026-12-31", "December has 31 days"),
]
HALF_YEARS: Expected = [
    ("half-year-supervision-report", "2026-H1", "2026-06-30", "January to June"),
    ("half-year-supervision-report", "2026-H2", "2026-12-31", "July to December"),
]
IMPLEMENTATION: Expected = [
    ("annual-implementation-inspection", "2026", "2026-12-31", "the year's last day"),
]
THIRD_PARTY: Expected = [
    ("annual-third-party-survey", "2026", "2026-12-31", "the year's last day"),
]

OWED = {
    "demo-county-committee": (16, [*STUDIES, *YEARLY, *REMINDERS, *IMPLEMENTATION]),
    "demo-bureau-group": (15, [*STUDIES, *YEARLY, *REMINDERS]),
    "demo-county-discipline": (21, [*HALF_YEARS, *INSPECTIONS, *REPORTS]),
    "demo-bureau-discipline-office": (19, [*INSPECTIONS, *REPORTS]),
    "demo-city-committee": (17, [*STUDIES, *YEARLY, *REMINDERS, *IMPLEMENTATION, *THIRD_PARTY]),
}


@pytest.mark.parametrize(("unit_id", "count", "expected"), [(u, *OWED[u]) for u in OWED])
def test_a_unit_owes_these_duties_on_these_days(
    unit_id: str, count: int, expected: Expected
) -> None:
    workspace = load_workspace(DEMO)
    unit = workspace.unit(unit_id)
    selection = Selection(due=Run(date(2026, 1, 1), date(2026, 12, 31)))
    today = date(2026, 11, 24)
    span = selection.span(unit, today)
    found = listed([ledger(workspace.books, unit, Log(unit=unit.id), today, span)], selection)
    assert len(found) == len(expected) == count
    dated = {(a.duty.rule.id, a.duty.period): str(a.duty.due) for a in found}
    assert dated == {(rule, period): due for rule, period, due, _why in expected}


def test_in_2026_only_the_last_reminder_waits_for_a_notice() -> None:
    workspace = load_workspace(DEMO)
    provisional = set()
    for unit in workspace.units:
        selection = Selection(due=Run(date(2026, 1, 1), date(2026, 12, 31)))
        span = selection.span(unit, date(2026, 1, 1))
        found = ledger(workspace.books, unit, Log(unit=unit.id), date(2026, 1, 1), span)
        for assessment in listed([found], selection):
            if assessment.duty.calendar == "provisional":
                provisional.add((assessment.duty.rule.id, assessment.duty.period))
    assert provisional == {("pre-holiday-reminder", "2027-new-year")}
