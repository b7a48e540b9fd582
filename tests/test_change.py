"""What an addition changes, and what each thing logged bears on."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.made import book, day, log, rule, unit
from zuofeng_cli.change import changes
from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.duty import Assessment, Duty
from zuofeng_cli.journal import journal
from zuofeng_cli.ledger import Ledger, ledger
from zuofeng_cli.log import Addition, Entry, Event, Log, Waiver

TODAY = day("2026-05-20")
CASE = rule({"kind": "event", "event": "case-closed", "within": {"days": 30}}, id="meeting")
ROLLING = rule({"kind": "rolling", "months": 3}, id="review")
BOTH = rule(id="report", recipients=["board", "council"])


def of(written: Log) -> Ledger:
    books = [(book(rule(), CASE, ROLLING, BOTH), Calendar.weekends())]
    return ledger(books, unit(), written, TODAY, Span(day("2026-01-01"), day("2026-07-01")))


def entry(**more: Any) -> Entry:
    return Entry.model_validate({"duty": "study", "done": "2026-05-20", **more})


def in_words(assessment: Assessment | None) -> str:
    return f"{assessment.status} {assessment.duty.due}" if assessment else "-"


# Quarters are due on their last days; a case 30 days after it closed: 20 May + 30 days = 19 June;
# a review three months after the last: 20 May + 3 months = 20 August.
@pytest.mark.parametrize(
    ("addition", "expected"),
    [
        (entry(), {"study/2026-Q2": "open 2026-06-30 → done 2026-06-30"}),
        (entry(period="2026-Q1"), {"study/2026-Q1": "overdue 2026-03-31 → done-late 2026-03-31"}),
        (entry(period="2026-Q9"), {}),
        (
            entry(duty="report", delivered_to="board"),
            {"report/2026-Q2": "open 2026-06-30 → open 2026-06-30"},
        ),
        (
            entry(duty="review"),
            {
                "review/2026-05-20": "- → upcoming 2026-08-20",
                "review/baseline": "needs-baseline None → -",
            },
        ),
        (
            Event(id="c-1", type="case-closed", date=TODAY),
            {"meeting/c-1": "- → open 2026-06-19"},
        ),
        (Event(id="f-1", type="finding", date=TODAY), {}),
        (
            Waiver(duty=("study",), period=("2026-Q1",), reason="merged"),
            {"study/2026-Q1": "overdue 2026-03-31 → waived 2026-03-31"},
        ),
    ],
)
def test_the_duties_that_stand_differently(addition: Addition, expected: dict[str, str]) -> None:
    before = log()
    found = changes(of(before), of(before.plus(addition)))
    told = {
        each.duty.key.removeprefix(
            "demo-office/"
        ): f"{in_words(each.before)} → {in_words(each.after)}"
        for each in found
    }
    assert told == expected


def test_beside_each_thing_logged_stand_the_duties_it_bears_on() -> None:
    written = log(
        {"duty": ["study", "review"], "done": "2026-05-20"},
        {"done": "2026-02-01"},
        {"done": "2026-02-02", "period": "2026-Q9"},
        events=[{"id": "c-1", "type": "case-closed", "date": "2026-05-20"}],
        waivers=[{"duty": "report", "period": ["2026-Q1", "2026-Q2"], "reason": "merged"}],
    )
    shown = journal(written, of(written))

    def keys(duties: Iterable[Duty]) -> list[str]:
        return [duty.key.removeprefix("demo-office/") for duty in duties]

    assert [
        (str(act.entry.done), keys(duty for duty, _stands in act.serves), len(act.faults))
        for act in shown.acts
    ] == [
        ("2026-02-01", ["study/2026-Q1"], 0),
        ("2026-02-02", [], 1),
        ("2026-05-20", ["study/2026-Q2", "review/baseline"], 0),
    ]
    assert [keys(each.duty for each in duties) for _event, duties in shown.events] == [
        ["meeting/c-1"]
    ]
    assert [keys(each.duty for each in duties) for _waiver, duties in shown.waivers] == [
        ["report/2026-Q1", "report/2026-Q2"]
    ]
