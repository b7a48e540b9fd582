from collections import Counter
from datetime import date
from typing import Any

import pytest

from tests.made import QUARTERLY, book, day, log, rule, unit
from zuofeng_cli.days import BeyondCalendarError, Calendar, CalendarYear, Span
from zuofeng_cli.expand import expand, find, owes, touching
from zuofeng_cli.place import place
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

WEEKENDS = Calendar.weekends()
YEAR = Span(date(2026, 1, 1), date(2027, 1, 1))
FAR = Span(date(1990, 1, 1), date(2050, 1, 1))


def periods(made: Rulebook, of: Unit, span: Span = YEAR, **logged: Any) -> list[str]:
    return [duty.period for duty in expand(made, of, WEEKENDS, log(**logged), span)]


@pytest.mark.parametrize(
    ("bearers", "kinds", "level", "binds"),
    [
        ([{"kind": "office"}], ["office"], None, True),
        ([{"kind": "office"}], ["office"], "low", True),
        ([{"kind": "office"}], ["branch"], None, False),
        ([{"kind": "office"}], ["branch", "office"], None, True),
        ([{"kind": "office", "level": "high"}], ["office"], "high", True),
        ([{"kind": "office", "level": "high"}], ["office"], "low", False),
        ([{"kind": "office", "level": "high"}], ["office"], None, False),
        ([{"kind": "office", "level": "high"}, {"kind": "branch"}], ["branch"], "low", True),
    ],
)
def test_a_rule_binds_the_kinds_and_levels_it_names(
    bearers: list[dict[str, str]], kinds: list[str], level: str | None, binds: bool
) -> None:
    made = Rule.model_validate(rule(owed_by=bearers))
    assert owes(unit(kinds=kinds, level=level), made) is binds


def test_duties_are_those_due_in_the_span_by_rule_and_then_by_date() -> None:
    made = book(rule(), rule({"kind": "period", "every": "half-year"}, id="report"))
    keys = [duty.key for duty in expand(made, unit(), WEEKENDS, log(), YEAR)]
    assert keys == [
        "demo-office/study/2026-Q1",
        "demo-office/study/2026-Q2",
        "demo-office/study/2026-Q3",
        "demo-office/study/2026-Q4",
        "demo-office/report/2026-H1",
        "demo-office/report/2026-H2",
    ]


def test_a_span_takes_the_first_day_and_not_the_last() -> None:
    due = date(2026, 3, 31)
    assert periods(book(rule()), unit(), Span(due, date(2026, 4, 1))) == ["2026-Q1"]
    assert periods(book(rule()), unit(), Span(date(2026, 1, 1), due)) == []


def test_what_touches_a_span_is_every_duty_with_a_day_in_it() -> None:
    made = book(rule(), rule({"kind": "undated"}, id="standing"))
    span = Span(date(2026, 2, 1), date(2026, 2, 2))
    found = [duty.period for duty in touching(made, unit(), WEEKENDS, log(), span)]
    assert found == ["2026-Q1", "standing"]


@pytest.mark.parametrize(
    ("rulebook", "of_rule", "of_unit", "first"),
    [
        # In force on the last day of a quarter: that quarter is not whole.
        ({"in_force_from": date(2020, 3, 31)}, {}, {}, "2020-Q2"),
        ({"in_force_from": date(2020, 4, 1)}, {}, {}, "2020-Q2"),
        ({"in_force_from": date(2020, 4, 2)}, {}, {}, "2020-Q3"),
        ({}, {"in_force_from": date(2021, 1, 1)}, {}, "2021-Q1"),
        ({}, {}, {"established": date(2021, 1, 2)}, "2021-Q2"),
        # Tracked in the middle of a quarter: it falls due later, and the unit was there.
        ({}, {}, {"tracked_from": date(2021, 2, 15)}, "2021-Q1"),
        ({}, {}, {"tracked_from": date(2021, 3, 31)}, "2021-Q1"),
        ({}, {}, {"tracked_from": date(2021, 4, 1)}, "2021-Q2"),
    ],
)
def test_the_first_period_is_whole_and_falls_due_after_tracking_began(
    rulebook: dict[str, Any], of_rule: dict[str, Any], of_unit: dict[str, Any], first: str
) -> None:
    made = book(rule(**of_rule), **rulebook)
    of = unit(**{"tracked_from": date(2000, 1, 1), **of_unit})
    assert periods(made, of, FAR)[0] == first


@pytest.mark.parametrize(
    ("rulebook", "of_rule", "of_unit", "last"),
    [
        ({"in_force_until": date(2026, 6, 30)}, {}, {}, "2026-Q2"),
        ({"in_force_until": date(2026, 6, 29)}, {}, {}, "2026-Q1"),
        ({}, {"in_force_until": date(2026, 12, 30)}, {}, "2026-Q3"),
        ({}, {}, {"dissolved": date(2026, 5, 1)}, "2026-Q1"),
        # For ever.
        ({}, {}, {"dissolved": date(9999, 12, 31)}, "2049-Q4"),
    ],
)
def test_the_last_period_is_whole(
    rulebook: dict[str, Any], of_rule: dict[str, Any], of_unit: dict[str, Any], last: str
) -> None:
    made = book(rule(**of_rule), **rulebook)
    assert periods(made, unit(**of_unit), FAR)[-1] == last


def test_an_amendment_does_not_rewrite_a_period_that_closed_before_it() -> None:
    """From July the study is monthly: quarters to June stay, months come after."""
    until, since = date(2026, 6, 30), date(2026, 7, 1)
    amended = book(
        rule(QUARTERLY, in_force_until=until),
        rule({"kind": "period", "every": "month"}, id="monthly-study", in_force_from=since),
    )
    assert periods(amended, unit()) == [
        "2026-Q1",
        "2026-Q2",
        *(f"2026-{month:02}" for month in range(7, 13)),
    ]
    before = expand(book(rule(QUARTERLY)), unit(), WEEKENDS, log(), Span(date(2026, 1, 1), since))
    after = expand(amended, unit(), WEEKENDS, log(), Span(date(2026, 1, 1), since))
    assert [(d.key, d.opens, d.due) for d in before] == [(d.key, d.opens, d.due) for d in after]


def test_an_event_before_the_rule_was_there_makes_no_duty() -> None:
    made = book(
        rule({"kind": "event", "event": "case-closed", "within": {"days": 30}}),
        in_force_from=date(2026, 5, 1),
    )
    events = [
        {"id": "early", "type": "case-closed", "date": date(2026, 4, 30)},
        {"id": "first", "type": "case-closed", "date": date(2026, 5, 1)},
    ]
    assert periods(made, unit(), events=events) == ["first"]


def test_a_duty_is_found_by_its_period_or_is_not_owed() -> None:
    made = book(rule())
    (study,) = made.rules
    found = find(made, unit(), WEEKENDS, log(), study, "2026-Q3")
    assert found
    assert found.key == "demo-office/study/2026-Q3"
    assert (found.opens, found.due) == (day("2026-07-01"), day("2026-09-30"))
    assert find(made, unit(), WEEKENDS, log(), study, "2025-Q3") is None  # before tracking
    assert find(made, unit(), WEEKENDS, log(), study, "2026-07") is None
    assert find(made, unit(kinds=["branch"]), WEEKENDS, log(), study, "2026-Q3") is None


def test_readings_of_the_unit_change_what_is_owed_and_its_basis() -> None:
    reading = {
        "id": "quarter",
        "question": "Calendar quarter?",
        "chosen": "yes",
        "basis": "text",
        "options": {
            "yes": {},
            "half": {"cadence": {"kind": "period", "every": "half-year"}},
        },
    }
    made = book(rule(readings=[reading]))
    own = unit(readings={"quarter": "half"})
    assert periods(made, unit()) == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert periods(made, own) == ["2026-H1", "2026-H2"]
    basis = Counter(d.basis for d in expand(made, own, WEEKENDS, log(), YEAR))
    assert basis == {"assumed": 2}
    assert {d.basis for d in expand(made, unit(), WEEKENDS, log(), YEAR)} == {"text"}


def test_earliest_and_latest_span_the_readings_and_hold_the_due_day() -> None:
    def option(days: int) -> dict[str, Any]:
        within = {"days": days}
        return {"cadence": {"kind": "event", "event": "case-closed", "within": within}}

    reading = {
        "id": "days",
        "question": "From when?",
        "chosen": "plain",
        "options": {"plain": {}, "sooner": option(20), "later": option(40)},
    }
    made = book(rule(option(30)["cadence"], readings=[reading]))
    events = [{"id": "c", "type": "case-closed", "date": date(2026, 5, 1)}]
    for choice, due in [("plain", "2026-05-31"), ("sooner", "2026-05-21"), ("later", "2026-06-10")]:
        of = unit(readings={"days": choice})
        (duty,) = expand(made, of, WEEKENDS, log(events=events), YEAR)
        assert duty.due == day(due)
        assert duty.due_range == (day("2026-05-21"), day("2026-06-10"))


def test_the_last_working_day_is_the_due_day_or_the_one_before_the_days_off() -> None:
    monthly = book(rule({"kind": "period", "every": "month"}))
    found = {duty.period: duty for duty in expand(monthly, unit(), WEEKENDS, log(), YEAR)}
    assert found["2026-03"].last_working_day == day("2026-03-31")  # a Tuesday
    assert found["2026-05"].due == day("2026-05-31")  # a Sunday
    assert found["2026-05"].last_working_day == day("2026-05-29")


def test_an_event_in_a_year_that_nobody_knows_stops_nothing() -> None:
    """It is before the rule was there, so nothing is owed for it."""

    def only_2026(year: int) -> CalendarYear:
        if year != 2026:
            raise BeyondCalendarError("XX", year, "2026")
        return CalendarYear(year, official=True)

    made = book(rule({"kind": "event", "event": "case-closed", "within": {"working_days": 5}}))
    events = [
        {"id": "typo", "type": "case-closed", "date": date(1926, 5, 20)},
        {"id": "case", "type": "case-closed", "date": date(2026, 5, 20)},
    ]
    calendar = Calendar("XX", only_2026)
    found = expand(made, unit(), calendar, log(events=events), YEAR)
    assert [duty.period for duty in found] == ["case"]
    logged = log({"done": "2026-05-21"}, events=events)
    placed = place([(made, calendar)], unit(), logged, date(2026, 6, 1))
    assert set(placed.entries) == {("study", "case")}
