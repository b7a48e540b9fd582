"""What holds of every rulebook, calendar, unit and log."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawn import CLOSE_ENTRIES, DAYS, ENTRIES, calendars, close, logs, rulebooks, units
from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.duty import Assessment, Duty, Status
from zuofeng_cli.expand import expand, find, touching
from zuofeng_cli.ledger import ledger, one
from zuofeng_cli.log import Entry, Log
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

ALL = Span(date(2026, 1, 1), date(2027, 1, 1))
RANK = {
    Status.OVERDUE: 0,
    Status.NEEDS_BASELINE: 1,
    Status.UNDATED: 1,
    Status.UPCOMING: 1,
    Status.OPEN: 1,
    Status.DUE_SOON: 1,
    Status.DONE_LATE: 2,
    Status.WAIVED: 3,
    Status.DONE: 4,
}


def shown(duties: list[Duty]) -> list[tuple[Any, ...]]:
    """The duties by key, as far as a user sees them."""
    return sorted((d.key, d.opens, d.due, d.required, d.basis, d.calendar) for d in duties)


def standing(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, today: date
) -> dict[str, Assessment]:
    found = ledger([(book, calendar)], unit, log, today, ALL)
    return {assessment.duty.key: assessment for assessment in found.assessments}


@given(rulebooks(), calendars(), units(), logs(), st.tuples(DAYS, DAYS, DAYS))
@settings(max_examples=150)
def test_spans_add_up_and_keys_are_unique(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, days: tuple[date, date, date]
) -> None:
    a, b, c = sorted(days)
    first = list(expand(book, unit, calendar, log, Span(a, b)))
    second = list(expand(book, unit, calendar, log, Span(b, c)))
    both = list(expand(book, unit, calendar, log, Span(a, c)))
    assert shown(first + second) == shown(both)
    everything = list(touching(book, unit, calendar, log, ALL))
    assert len({duty.key for duty in everything}) == len(everything)


@given(rulebooks(), calendars(), units(), logs())
@settings(max_examples=150)
def test_a_duty_is_found_by_its_period_opens_before_it_is_due_and_lies_among_its_readings(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log
) -> None:
    for duty in touching(book, unit, calendar, log, ALL):
        found = find(book, unit, calendar, log, duty.rule, duty.period)
        assert found
        assert found.window == duty.window
        earliest, latest = duty.due_range
        if duty.due is None:
            continue
        assert duty.opens is None or duty.opens <= duty.due
        assert earliest is not None
        assert latest is not None
        assert earliest <= duty.due <= latest
        assert duty.due >= unit.tracked_from
        last = duty.last_working_day
        assert last is None or (last <= duty.due and calendar.is_working(last))


@given(rulebooks(), calendars(), units(), logs(), DAYS, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_order_of_entries_makes_no_difference(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, today: date, random: Any
) -> None:
    entries, events = list(log.entries), list(log.events)
    random.shuffle(entries)
    random.shuffle(events)
    shuffled = log.model_copy(update={"entries": tuple(entries), "events": tuple(events)})
    before = standing(book, calendar, unit, log, today)
    after = standing(book, calendar, unit, shuffled, today)
    assert before.keys() == after.keys()
    for key, was in before.items():
        now = after[key]
        assert (was.status, was.done, was.count) == (now.status, now.done, now.count)
        assert was.delivered_to == now.delivered_to


def no_worse(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, entry: dict[str, Any], today: date
) -> None:
    more = log.model_copy(update={"entries": (*log.entries, Entry.model_validate(entry))})
    before = standing(book, calendar, unit, log, today)
    after = standing(book, calendar, unit, more, today)
    for key, was in before.items():
        if key in after:
            assert RANK[after[key].status] >= RANK[was.status], key
        else:  # only a rolling duty comes and goes with what was done
            assert was.duty.cadence.kind == "rolling"


@given(rulebooks(), calendars(), units(), logs(), ENTRIES, DAYS)
@settings(max_examples=100)
def test_an_added_entry_makes_no_status_worse(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, entry: dict[str, Any], today: date
) -> None:
    no_worse(book, calendar, unit, log, entry, today)


@given(close(), CLOSE_ENTRIES, DAYS)
@settings(max_examples=500)
def test_nor_where_entries_get_in_each_other_s_way(
    near: tuple[Rulebook, Log], entry: dict[str, Any], today: date
) -> None:
    book, log = near
    unit = Unit(id="drawn", name="Drawn", kinds=("office",), tracked_from=date(2025, 1, 1))
    no_worse(book, Calendar.weekends(), unit, log, entry, today)


@given(rulebooks(), calendars(), units(), logs(), DAYS)
@settings(max_examples=100)
def test_one_duty_stands_as_it_does_in_the_ledger(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, today: date
) -> None:
    for found in standing(book, calendar, unit, log, today).values():
        rule, period = found.duty.rule.id, found.duty.period
        alone = one([(book, calendar)], unit, log, today, rule, period)
        assert alone
        assert (alone.status, alone.entries) == (found.status, found.entries)


@given(rulebooks(), calendars(), units(), logs(), DAYS)
@settings(max_examples=100)
def test_what_happens_after_today_makes_no_difference(
    book: Rulebook, calendar: Calendar, unit: Unit, log: Log, today: date
) -> None:
    before = standing(book, calendar, unit, log, today)
    after = standing(book, calendar, unit, log.until(today), today)
    assert {key: a.status for key, a in before.items()} == {k: a.status for k, a in after.items()}
