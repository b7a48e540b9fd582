"""What stands in the digest of a week."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.cadence.period import period_around
from zuofeng_cli.days import Calendar, CalendarYear, Run
from zuofeng_cli.digest import (
    AHEAD,
    Change,
    Foreseen,
    UnitDigest,
    as_of,
    changes,
    moved,
    span,
    unit_digest,
    worst_first,
)
from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.ledger import ledger
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.calendar import load_calendar
from zuofeng_cli.load.projection import foreseen
from zuofeng_cli.load.rulebook import load_rulebook
from zuofeng_cli.log import Log
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

OWED_BY = [{"kind": "school"}]


def rule(name: str, cadence: dict[str, object], **more: object) -> dict[str, object]:
    return {
        "id": name,
        "clause": "1",
        "anchors": [],
        "title": name,
        "owed_by": OWED_BY,
        "cadence": cadence,
        **more,
    }


BOOK = Rulebook.model_validate(
    {
        "format": 1,
        "id": "fire-safety",
        "title": "Fire safety",
        "adopted": "2025-12-01",
        "in_force_from": "2025-12-30",
        "kinds": {"school": "School", "canteen": "Canteen"},
        "events": {"alarm": "Alarm"},
        "festivals": {"new-year": {"en": "New Year", "holiday": "New Year"}},
        "rules": [
            rule("drill", {"kind": "period", "every": "month"}),
            rule("check", {"kind": "holiday", "festivals": ["new-year"], "phase": "before"}),
            rule("inquiry", {"kind": "event", "event": "alarm", "within": {"days": 10}}),
            rule("course", {"kind": "rolling", "months": 6}),
            rule("patrol", {"kind": "undated"}, in_force_until="2026-03-01"),
            rule("kitchen", {"kind": "undated"}, owed_by=[{"kind": "canteen"}]),
        ],
    }
)
UNIT = Unit.model_validate(
    {"id": "demo-school", "name": "Demo school", "kinds": ["school"], "tracked_from": "2026-01-01"}
)


def year(number: int) -> CalendarYear:
    first = date(number, 1, 1)
    return CalendarYear(
        number, official=True, off=(Run(first, first),), festivals={"New Year": first}
    )


CALENDAR = Calendar("XX", year)


def week(day: str) -> Run:
    return period_around("week", date.fromisoformat(day))


def digest(today: str, log: Log | None = None, period: Run | None = None) -> UnitDigest:
    period = period or week(today)
    day = as_of(period, date.fromisoformat(today))
    books = [(BOOK, CALENDAR)]
    found = ledger(books, UNIT, log or Log(unit=UNIT.id), day, span(UNIT, period))
    return unit_digest(found, (), period)


def keys(assessments: tuple[Assessment, ...]) -> list[str]:
    return [f"{each.duty.rule.id}/{each.duty.period}" for each in assessments]


def log(**lists: list[dict[str, object]]) -> Log:
    return Log.model_validate({"unit": UNIT.id, **lists})


def test_a_duty_is_new_in_the_week_of_the_day_after_its_due_day_and_stays_until_done() -> None:
    # January ends on Saturday the 31st: overdue from Sunday, the last day of that week.
    assert keys(digest("2026-01-31").due) == ["drill/2026-01"]
    assert keys(digest("2026-02-01").newly_overdue) == ["drill/2026-01"]
    assert keys(digest("2026-02-02").newly_overdue) == []
    assert keys(digest("2026-02-02").still_overdue) == ["drill/2026-01"]
    assert keys(digest("2026-06-16").still_overdue) == [
        f"drill/2026-0{month}" for month in (1, 2, 3, 4, 5)
    ]


def test_what_is_done_is_told_in_its_week_only_however_late() -> None:
    done = log(entries=[{"duty": "drill", "done": "2026-02-10", "period": "2026-01"}])
    assert keys(digest("2026-02-09", done).still_overdue) == ["drill/2026-01"]
    found = digest("2026-02-10", done)
    assert keys(found.done) == ["drill/2026-01"]
    assert [each.status for each in found.done] == [Status.DONE_LATE]
    assert keys(found.still_overdue) == []
    assert keys(digest("2026-02-16", done).done) == []


def test_coming_is_what_falls_due_in_the_thirty_days_after_the_week() -> None:
    # Thirty days after Sunday 1 March are 31 March.
    assert keys(digest("2026-02-24").coming) == ["drill/2026-03"]
    assert keys(digest("2026-02-22").coming) == ["drill/2026-02"]


def test_a_holiday_stands_with_its_window_once_it_opens_within_thirty_days() -> None:
    # New Year's Day 2027 is a Friday: the window opens on 22 December and closes on the 31st.
    # Thirty days after Sunday 22 November are the 22nd.
    assert keys(digest("2026-11-15").checkpoints) == []
    found = digest("2026-11-22").checkpoints
    assert keys(found) == ["check/2027-new-year"]
    assert (found[0].duty.opens, found[0].duty.due) == (date(2026, 12, 22), date(2026, 12, 31))
    assert "check/2027-new-year" not in keys(digest("2026-12-14").coming)
    assert keys(digest("2026-12-28").due) == ["check/2027-new-year", "drill/2026-12"]


def test_a_week_that_is_over_is_told_as_it_stood_on_its_last_day() -> None:
    alarm: list[dict[str, object]] = [{"id": "alarm-1", "type": "alarm", "date": "2026-03-09"}]
    done = log(entries=[{"duty": "drill", "done": "2026-04-02", "period": "2026-02"}], events=alarm)
    period = week("2026-03-02")
    assert digest("2026-03-08", done, period) == digest("2026-05-05", done, period)
    assert keys(digest("2026-05-05", done, period).coming) == ["drill/2026-03"]


def test_since_brings_in_the_weeks_that_were_missed() -> None:
    period = Run(date(2026, 1, 26), date(2026, 2, 8))
    assert keys(digest("2026-02-05", None, period).newly_overdue) == ["drill/2026-01"]


def test_a_duty_that_was_never_done_is_counted() -> None:
    assert digest("2026-02-02").counts.baseline == 1


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.lists(st.integers(1, 330), max_size=6))
def test_every_overdue_or_near_duty_stands_in_exactly_one_part(
    today: date, done: list[int]
) -> None:
    acts: list[dict[str, object]] = [
        {"duty": "drill", "done": date.fromordinal(date(2026, 1, 1).toordinal() + n)} for n in done
    ]
    record = log(entries=acts)
    period = period_around("week", today)
    found = digest(today.isoformat(), record, period)
    parts = [
        found.newly_overdue, found.still_overdue, found.done, found.due, found.coming,
        found.checkpoints,
    ]  # fmt: skip
    shown = [key for part in parts for key in keys(part)]
    assert len(shown) == len(set(shown))
    all_of_it = ledger([(BOOK, CALENDAR)], UNIT, record, today, span(UNIT, period)).assessments
    missing = {
        each.duty.key
        for each in all_of_it
        if each.status in {Status.OVERDUE, Status.OPEN, Status.DUE_SOON}
        and each.duty.due is not None
        and each.duty.due <= period.last + AHEAD
    } - {each.duty.key for each in found.assessments}
    assert not missing


def test_the_worst_unit_comes_first() -> None:
    def unit(name: str, late: int, new: int = 0) -> UnitDigest:
        (one, *_) = digest("2026-02-02").still_overdue
        known = UNIT.model_copy(update={"id": name})
        return UnitDigest(known, newly_overdue=(one,) * new, still_overdue=(one,) * (late - new))

    found = worst_first([unit("a", 0), unit("b", 2), unit("d", 2, new=1), unit("c", 3)])
    assert [each.unit.id for each in found] == ["c", "d", "b", "a"]


# The notice for 2026 (国办发明电〔2025〕7号) is of 4 November 2025. Spring Festival: the law gives
# New Year's Eve, Monday 16 February, to the 19th, after the weekend of the 14th; by the notice the
# 14th is worked and the days off are the 15th to the 23rd.
def shifts(day: str, foreseen: Foreseen = foreseen) -> list[tuple[str, str, str]]:
    book = load_rulebook(RULES / "chengdu-2014.toml", "chengdu-2014.toml").book
    committee = UNIT.model_copy(update={"kinds": ("party-committee",), "level": "county"})
    period = week(day)
    books = [(book, load_calendar("CN", Path("nowhere")))]
    empty = Log(unit=UNIT.id)
    found = moved(books, committee, empty, period, date.fromisoformat(day), foreseen)
    assert {each.notice.number for each in found} <= {"国办发明电〔2025〕7号"}
    return [
        (each.assessment.duty.period, str(each.before.due), str(each.assessment.duty.due))
        for each in found
    ]


def test_dates_that_a_notice_moved_are_told_in_the_week_of_the_notice() -> None:
    assert shifts("2025-11-04") == [("2026-spring-festival", "2026-02-13", "2026-02-14")]


def test_nothing_has_moved_where_the_notice_is_older_or_nobody_foresaw_the_year() -> None:
    assert shifts("2025-11-10") == []
    assert shifts("2025-11-04", lambda _country, _year: None) == []


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2025-12-01", [(None, "adopted")]),
        ("2025-12-30", [(None, "begins")]),
        ("2026-03-01", [("patrol", "ends")]),
        ("2026-03-02", []),
    ],
)
def test_changes_of_the_rulebook_are_told_in_their_week(
    day: str, told: list[tuple[str | None, str]]
) -> None:
    def flat(change: Change) -> tuple[str | None, str]:
        return (change.rule.id if change.rule else None, change.what)

    assert [flat(each) for each in changes([BOOK], [UNIT], week(day))] == told
