from datetime import date
from typing import Any

from tests.made import book, books, day, log, rule, unit
from zuofeng_cli.days import Calendar, CalendarYear, Notice, Run
from zuofeng_cli.explain import Derivation, derive
from zuofeng_cli.ledger import one

NOTICES = {
    2026: CalendarYear(
        2026,
        official=True,
        off=(Run(date(2026, 6, 24), date(2026, 6, 24)),),
        notices=(
            Notice("1/2025"),
            Notice("7/2026", covers=(Run(date(2026, 6, 24), date(2026, 6, 24)),)),
        ),
    )
}
CALENDAR = Calendar("XX", lambda year: NOTICES.get(year, CalendarYear(year, official=False)))


def within(days: int, **more: str) -> dict[str, Any]:
    return {"kind": "event", "event": "case-closed", "within": {"days": days}, **more}


READING = {
    "id": "holidays",
    "question": "A day off?",
    "chosen": "stay",
    "options": {
        "stay": {"en": "It stays"},
        "next": {"cadence": within(30, roll="next-working-day")},
        "standing": {"cadence": {"kind": "undated"}},
    },
}
MEETING = book(
    rule(within(30), readings=[READING], owed_by=[{"kind": "office"}, {"kind": "branch"}])
)
# 25 May 2026 and 30 days: 24 June, off; the 25th is worked.
CASE = [{"id": "c-1", "type": "case-closed", "date": date(2026, 5, 25)}]


def derived(**chosen: str) -> Derivation:
    of = unit(readings=chosen)
    logged = log(events=CASE)
    shelves = books(MEETING, CALENDAR)
    found = one(shelves, of, logged, date(2026, 6, 1), "study", "c-1")
    assert found
    return derive(MEETING, found)


def test_each_reading_says_what_was_chosen_by_whom_and_the_day_under_each() -> None:
    (plain,) = derived().choices
    assert (plain.chosen, plain.by_unit) == ("stay", False)
    assert plain.due == {"stay": day("2026-06-24"), "next": day("2026-06-25"), "standing": None}
    assert plain.option.title == {"en": "It stays"}
    (own,) = derived(holidays="next").choices
    assert (own.chosen, own.by_unit) == ("next", True)
    assert own.due == plain.due
    assert derived(holidays="next").duty.due == day("2026-06-25")


def test_only_the_bearers_that_the_unit_is_are_named() -> None:
    assert [bearer.kind for bearer in derived().bearers] == ["office"]


def test_the_steps_are_the_cadence_s_own() -> None:
    assert [step.name for step in derived().steps] == ["event", "plus-days", "roll"]


def test_the_facts_are_the_documents_that_fix_the_days_it_rests_on() -> None:
    assert derived().facts == ()  # no holiday matters
    (fact,) = derived(holidays="next").facts
    assert fact.year.year == 2026
    # The amendment has the last word on the 24th, the notice of the year on the 25th.
    assert [notice.number for notice in fact.notices] == ["7/2026", "1/2025"]


def test_an_option_s_day_is_its_own_whatever_the_unit_answered_elsewhere() -> None:
    count = {
        "id": "count",
        "question": "Working days?",
        "chosen": "calendar",
        "options": {"calendar": {}, "working": {"cadence": within_working(5)}},
    }
    both = book(rule(within(30), readings=[count, READING], owed_by=[{"kind": "office"}]))
    found = one(
        books(both, CALENDAR),
        unit(readings={"holidays": "next"}),
        log(events=CASE),
        date(2026, 6, 1),
        "study",
        "c-1",
    )
    assert found
    counted, _rolled = derive(both, found).choices
    # Five working days after Monday 25 May 2026: Tuesday to Friday, then Monday 1 June.
    assert counted.due == {"calendar": day("2026-06-25"), "working": day("2026-06-01")}


def within_working(days: int) -> dict[str, Any]:
    return {"kind": "event", "event": "case-closed", "within": {"working_days": days}}
