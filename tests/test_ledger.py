"""A ledger lists what stands on its day."""

from datetime import date

import pytest

from tests import made
from zuofeng_cli.days import Calendar, CalendarYear, Span
from zuofeng_cli.ledger import ledger, one
from zuofeng_cli.log import Log
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

BOOK = Rulebook.model_validate(
    {
        "format": 1,
        "id": "demo",
        "title": "Demo",
        "in_force_from": date(2014, 9, 30),
        "kinds": {"office": "Office"},
        "rules": [
            {
                "id": "five-year-plan",
                "clause": "1",
                "anchors": [],
                "title": "Carry out the plan for 2013 to 2017",
                "owed_by": [{"kind": "office"}],
                "cadence": {"kind": "undated"},
                "in_force_until": date(2017, 12, 31),
            }
        ],
    }
)
UNIT = Unit(id="demo-office", name="Demo", kinds=("office",), tracked_from=date(2015, 1, 1))


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2014, 9, 29), 0),  # the day before the rulebook is in force
        (date(2014, 9, 30), 1),
        (date(2017, 12, 31), 1),  # the rule's last day
        (date(2018, 1, 1), 0),
    ],
)
def test_a_standing_duty_stands_while_its_rule_is_in_force(today: date, count: int) -> None:
    span = Span(date(2015, 1, 1), date(2019, 1, 1))
    found = ledger([(BOOK, Calendar.weekends())], UNIT, Log(unit=UNIT.id), today, span)
    assert len(found.assessments) == count


YEAR = Span(date(2026, 1, 1), date(2027, 1, 1))


def test_a_ledger_spans_the_rulebooks_and_one_log_serves_them() -> None:
    scans = made.book(made.rule({"kind": "period", "every": "half-year"}, id="scan"), id="scans")
    both = [*made.books(made.book(made.rule())), *made.books(scans)]
    logged = made.log({"duty": ["study", "scan"], "done": "2026-03-18"})
    found = ledger(both, made.unit(), logged, date(2026, 4, 1), YEAR)
    assert found.misplaced == ()
    done = [a.duty.key for a in found.assessments if a.status == "done"]
    assert done == ["demo-office/study/2026-Q1", "demo-office/scan/2026-H1"]


def test_one_duty_stands_as_in_the_ledger_or_is_not_owed() -> None:
    books = made.books(made.book(made.rule()))
    logged = made.log({"done": "2026-03-18"})
    today = date(2026, 4, 1)
    found = one(books, made.unit(), logged, today, "study", "2026-Q1")
    assert found in ledger(books, made.unit(), logged, today, YEAR).assessments
    for rule, period in (("study", "2025-Q1"), ("study", "2026-01"), ("other", "2026-Q1")):
        assert one(books, made.unit(), logged, today, rule, period) is None


def test_what_happened_after_the_day_asked_about_has_not_happened_yet() -> None:
    meeting = {"kind": "event", "event": "case-closed", "within": {"days": 30}}
    books = made.books(made.book(made.rule(), made.rule(meeting, id="meeting")))
    case = {"id": "c", "type": "case-closed", "date": date(2026, 3, 20)}
    logged = made.log({"done": "2026-03-18"}, events=[case])
    for today, expected in (
        (date(2026, 3, 17), {"2026-Q1": "open"}),
        (date(2026, 3, 18), {"2026-Q1": "done"}),
        (date(2026, 3, 20), {"2026-Q1": "done", "c": "open"}),
    ):
        found = ledger(books, made.unit(), logged, today, Span(today, date(2026, 4, 1)))
        assert {a.duty.period: a.status for a in found.assessments} == expected


def test_a_date_is_provisional_until_the_notice_of_its_year_is_out() -> None:
    holiday = {"kind": "holiday", "phase": "before", "festivals": ["midsummer"]}
    books = made.book(made.rule(holiday), made.rule({"kind": "period", "every": "year"}, id="plan"))
    span = Span(date(2026, 1, 1), date(2028, 1, 1))
    for last, expected in ((2026, "provisional"), (2027, "official")):

        def year(number: int, last: int = last) -> CalendarYear:
            return CalendarYear(number, official=number <= last)

        calendar = Calendar("XX", year)
        today = date(2026, 1, 1)
        found = ledger([(books, calendar)], made.unit(), made.log(), today, span)
        marks = {(a.duty.rule.id, a.duty.period): a.duty.calendar for a in found.assessments}
        assert marks == {
            ("study", "2026-midsummer"): "official",
            ("study", "2027-midsummer"): expected,
            ("plan", "2026"): "none",  # no holiday matters to it
            ("plan", "2027"): "none",
        }
