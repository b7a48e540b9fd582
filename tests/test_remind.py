"""On which days units are reminded, and of what."""

from datetime import date, timedelta
from itertools import groupby

import pytest

from zuofeng_cli.days import ONE_DAY, Calendar, Span
from zuofeng_cli.ledger import ledger
from zuofeng_cli.log import Log
from zuofeng_cli.remind import Reminder, reach, remind
from zuofeng_cli.render.remind.message import message
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.settings.remind import Ladder
from zuofeng_cli.unit import Unit

OWED_BY = [{"kind": "school"}]
BOOK = Rulebook.model_validate(
    {
        "format": 1,
        "id": "fire-safety",
        "title": {"en": "Fire safety"},
        "in_force_from": "2020-01-01",
        "kinds": {"school": {"en": "School"}},
        "rules": [
            {
                "id": "drill",
                "clause": "4.1",
                "anchors": [],
                "title": {"en": "Fire drill"},
                "owed_by": OWED_BY,
                "cadence": {"kind": "period", "every": "quarter"},
                "remind": {"days_before": [30, 7, 1], "en": "${unit}: hold the drill by ${due}."},
            },
            {
                "id": "survey",
                "clause": "4.2",
                "anchors": [],
                "title": {"en": "Survey\nof exits\x1b[31m"},
                "owed_by": OWED_BY,
                "cadence": {"kind": "period", "every": "month"},
            },
        ],
    }
)
UNIT = Unit.model_validate(
    {
        "id": "demo-school",
        "name": {"en": "Demo school"},
        "kinds": ["school"],
        "tracked_from": "2026-01-01",
    }
)
LADDER = Ladder(days_before=(5,))


def reminders(
    day: str, since: str = "", rule: str = "drill", ladder: Ladder = LADDER, log: Log | None = None
) -> list[Reminder]:
    today, first = date.fromisoformat(day), date.fromisoformat(since or day)
    span = Span(UNIT.tracked_from, today + timedelta(days=reach(BOOK, ladder)) + ONE_DAY)
    book = ledger([(BOOK, Calendar.weekends())], UNIT, log or Log(unit=UNIT.id), today, span)
    found = remind([book], ladder, first, today)
    return [each for each in found if each.assessment.duty.rule.id == rule]


def falls(day: str, **asked: str | Ladder | Log) -> list[tuple[str, tuple[int, ...]]]:
    return [(each.assessment.duty.period, each.steps) for each in reminders(day, **asked)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "steps"),
    [
        # The first quarter of 2026 ends on 31 March; 30 days before that is the 1st.
        ("2026-02-28", []),
        ("2026-03-01", [("2026-Q1", (30,))]),
        ("2026-03-24", [("2026-Q1", (7,))]),
        ("2026-03-30", [("2026-Q1", (1,))]),
        ("2026-03-31", []),
        # Overdue: the day after, and every seventh day from there.
        ("2026-04-01", [("2026-Q1", (-1,))]),
        ("2026-04-02", []),
        ("2026-04-08", [("2026-Q1", (-8,))]),
        ("2026-06-03", [("2026-Q1", (-64,))]),
    ],
)
def test_a_reminder_falls_by_the_ladder_of_its_rule(
    day: str, steps: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert falls(day) == steps


def test_a_rule_without_a_ladder_takes_the_workspaces() -> None:
    # January ends on the 31st, a Saturday.
    assert falls("2026-01-26", rule="survey") == [("2026-01", (5,))]
    assert falls("2026-01-24", rule="survey") == []


def test_overdue_every_day_where_the_workspace_says_so() -> None:
    daily = Ladder(overdue="daily")
    assert falls("2026-04-02", ladder=daily) == [("2026-Q1", (-2,))]


def test_missed_days_make_one_reminder_a_duty_that_names_each_step() -> None:
    assert falls("2026-04-02", since="2026-03-24") == [("2026-Q1", (7, 1, -1))]


@pytest.mark.parametrize("since", ["2026-01-01", "2026-02-27", "2026-04-01"])
@pytest.mark.parametrize("today", ["2026-04-01", "2026-07-10"])
def test_missed_days_together_give_what_they_would_have_given_one_by_one(
    since: str, today: str
) -> None:
    first = date.fromisoformat(since)
    days = [first + timedelta(days=n) for n in range((date.fromisoformat(today) - first).days + 1)]
    one_by_one = sorted(step for day in days for step in falls(day.isoformat()))
    periods = groupby(one_by_one, key=lambda pair: pair[0])
    assert falls(today, since=since) == [
        (period, tuple(sorted((n for _, steps in found for n in steps), reverse=True)))
        for period, found in periods
    ]


@pytest.mark.parametrize(
    "record",
    [
        {"entries": [{"duty": "drill", "done": "2026-02-02"}]},
        {"entries": [{"duty": "drill", "done": "2026-04-07", "period": "2026-Q1"}]},
        {"waivers": [{"duty": "drill", "period": "2026-Q1", "reason": "moved house"}]},
    ],
)
def test_what_is_done_or_waived_is_never_reminded(record: dict[str, object]) -> None:
    log = Log.model_validate({"unit": UNIT.id, **record})
    assert falls("2026-04-08", since="2026-01-01", log=log) == []


def test_a_message_says_it_in_the_words_of_the_rule() -> None:
    (found,) = reminders("2026-03-24")
    assert message(found) == "[Fire drill (2026-Q1)] Demo school: hold the drill by 2026-03-31 Tue."


def test_a_message_names_the_last_working_day_where_it_is_earlier_and_stays_on_one_line() -> None:
    (found,) = reminders("2026-01-26", rule="survey")
    assert message(found) == (
        r"[Survey of exits\x1b[31m (2026-01)] Demo school: due 2026-01-31 Sat, in 5 days."
        " Clause 4.2. Last working day before it: 2026-01-30 Fri."
    )


def test_a_missed_duty_is_told_without_days_left() -> None:
    (found,) = reminders("2026-04-01")
    assert message(found) == (
        "[Fire drill (2026-Q1)] Demo school: was due 2026-03-31 Tue, 1 day late. Clause 4.1."
    )
