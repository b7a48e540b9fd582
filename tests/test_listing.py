from datetime import date
from typing import Any

import pytest

from tests.made import book, books, day, log, rule, unit
from zuofeng_cli.days import Run
from zuofeng_cli.duty import Status
from zuofeng_cli.ledger import ledger
from zuofeng_cli.listing import Selection, listed

OFFICE = book(
    rule(),
    rule({"kind": "period", "every": "month"}, id="report"),
    rule({"kind": "undated"}, id="standing"),
    rule({"kind": "rolling", "days": 90}, id="scan"),
)
LOG = log({"done": "2026-03-18"}, {"done": "2026-05-02", "period": "2026-04", "duty": "report"})
TODAY = date(2026, 5, 24)


def keys(*unit_ids: str, **selection: Any) -> list[str]:
    """What is listed on 24 May 2026, with the first study and a late report of April done."""
    selected = Selection(**selection)
    found = [
        ledger(books(OFFICE), of, LOG, TODAY, selected.span(of, TODAY))
        for of in [unit(id=unit_id) for unit_id in unit_ids or ["demo"]]
    ]
    return [a.duty.key.partition("/")[2] for a in listed(found, selected)]


def test_everything_outstanding_however_old_and_what_falls_due_soon() -> None:
    assert keys() == [
        "report/2026-01",  # overdue for four months
        "report/2026-02",
        "report/2026-03",
        "report/2026-05",  # due soon
        "study/2026-Q2",  # open
        "scan/baseline",  # needs a baseline: no due day, so last
    ]


@pytest.mark.parametrize(
    ("within", "coming"),
    [
        (7, ["report/2026-05"]),  # 31 May
        (36, ["report/2026-05"]),
        (37, ["report/2026-05", "report/2026-06"]),  # 24 May and 37 days: 30 June
        (67, ["report/2026-05", "report/2026-06"]),
        (68, ["report/2026-05", "report/2026-06", "report/2026-07"]),
    ],
)
def test_what_has_not_opened_yet_is_listed_within_so_many_days(
    within: int, coming: list[str]
) -> None:
    assert [key for key in keys(within=within) if key.startswith("report")][3:] == coming


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-03-31", "2026-04-30", ["report/2026-03", "study/2026-Q1", "report/2026-04"]),
        ("2026-03-31", "2026-03-31", ["report/2026-03", "study/2026-Q1"]),
        ("2026-04-01", "2026-04-29", []),
        ("2026-12-31", "2026-12-31", ["report/2026-12", "study/2026-Q4"]),
        # Nothing fell due before the unit was tracked.
        ("1900-01-01", "2026-01-31", ["report/2026-01"]),
    ],
)
def test_a_range_takes_every_duty_due_in_it_both_ends_included(
    first: str, last: str, expected: list[str]
) -> None:
    assert keys(due=Run(day(first), day(last))) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ({Status.DONE}, ["study/2026-Q1"]),
        ({Status.DONE_LATE}, ["report/2026-04"]),
        ({Status.NEEDS_BASELINE}, ["scan/baseline"]),
        ({Status.UNDATED}, ["standing/standing"]),
        ({Status.OVERDUE, Status.DONE}, ["report/2026-01", "report/2026-02", "report/2026-03",
                                         "study/2026-Q1"]),
        ({Status.WAIVED}, []),
    ],
)  # fmt: skip
def test_statuses_narrow_it_and_reach_what_is_not_listed_otherwise(
    statuses: set[Status], expected: list[str]
) -> None:
    assert keys(statuses=frozenset(statuses)) == expected


def test_rules_narrow_it() -> None:
    assert keys(rules=frozenset(["study", "scan"])) == ["study/2026-Q2", "scan/baseline"]


def test_undated_duties_are_added_on_request_at_the_end() -> None:
    assert keys(undated=True)[-2:] == ["scan/baseline", "standing/standing"]
    assert "standing/standing" not in keys()


def test_units_are_listed_together_by_due_day_then_unit_then_rule() -> None:
    one_day = Run(date(2026, 3, 31), date(2026, 3, 31))
    assert keys("b", "a", due=one_day) == [
        "report/2026-03",
        "study/2026-Q1",
        "report/2026-03",
        "study/2026-Q1",
    ]
