"""Rulebooks, calendars, units and logs that hypothesis draws: of all kinds, around 2026."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from zuofeng_cli.days import Calendar, CalendarYear, Run
from zuofeng_cli.log import Log
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

EVERY = ("day", "week", "month", "quarter", "half-year", "year")
FESTIVALS = {"midsummer": {"day": "06-24"}, "feast": {"holiday": "Feast"}}
EVENTS = ("case", "finding")
RECIPIENTS = ("board", "council")
RULES = ("r1", "r2", "r3")
DAYS = st.dates(date(2025, 7, 1), date(2027, 6, 30))
PERIODS = ("2026-Q1", "2026-03", "2026", "2026-H1", "2026-W12", "2026-03-18", "2026-midsummer",
           "2025-feast", "e1", "e2", "baseline", "standing", "nonsense")  # fmt: skip


def one_of(**keys: st.SearchStrategy[int]) -> st.SearchStrategy[dict[str, int]]:
    """A table with exactly one of the keys."""
    return st.one_of([st.builds(lambda n, key=key: {key: n}, of) for key, of in keys.items()])


SIGNED = st.integers(-40, 40).filter(bool)
CADENCES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("period"), "every": st.sampled_from(EVERY), "at_least": st.integers(1, 2)},
        optional={"due": one_of(days_after_end=st.integers(0, 60), day=SIGNED, working_day=SIGNED)},
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("holiday"),
            "phase": st.sampled_from(["before", "around"]),
            "festivals": st.sampled_from([["feast"], ["midsummer", "feast"]]),
            "days_before": st.integers(1, 60),
            "days_after": st.integers(0, 60),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("event"),
            "event": st.sampled_from(EVENTS),
            "within": one_of(
                days=st.integers(0, 90), working_days=st.integers(0, 60), months=st.integers(0, 6)
            ),
            "roll": st.sampled_from(["none", "next-working-day", "previous-working-day"]),
        }
    ),
    st.fixed_dictionaries(
        {"kind": st.just("event"), "event": st.sampled_from(EVENTS)},
        optional={"due": st.just("item")},
    ),
    st.builds(
        lambda length: {"kind": "rolling", **length},
        one_of(days=st.integers(1, 120), weeks=st.integers(1, 12), months=st.integers(1, 6)),
    ),
    st.just({"kind": "undated"}),
)


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """One to three rules of any kind, some with another reading, some with an end."""
    rules = []
    for rule_id in RULES[: draw(st.integers(1, 3))]:
        options = {"other": {"cadence": draw(CADENCES)}, "chosen": {}}
        reading = {"id": f"{rule_id}-reading", "question": "?", "chosen": "chosen"}
        rules.append(
            {
                "id": rule_id,
                "clause": "1",
                "anchors": [],
                "title": rule_id,
                "owed_by": [{"kind": "office"}],
                "cadence": draw(CADENCES),
                "recipients": draw(st.sampled_from([[], ["board"], list(RECIPIENTS)])),
                "in_force_from": draw(st.none() | DAYS),
                "in_force_until": draw(st.none() | DAYS),
                "readings": draw(st.sampled_from([[], [{**reading, "options": options}]])),
            }
        )
    return Rulebook.model_validate(
        {
            "format": 1,
            "id": "drawn",
            "title": "Drawn",
            "in_force_from": draw(st.just(date(2000, 1, 1)) | DAYS),
            "festivals": FESTIVALS,
            "rules": rules,
        }
    )


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Any days off and any weekend days made up; the feast moves with the year."""
    stretches = draw(st.lists(st.tuples(DAYS, st.integers(0, 9)), max_size=8))
    off = tuple(Run(day, day + timedelta(days=more)) for day, more in stretches)
    made_up = frozenset(draw(st.sets(DAYS.filter(lambda day: day.weekday() >= 5), max_size=8)))
    feast = draw(st.integers(1, 365))

    def year(number: int) -> CalendarYear:
        first = date(number, 1, 1)
        festivals = {"Feast": first + timedelta(days=(feast + 11 * number) % 365)}
        return CalendarYear(number, number < 2027, off, made_up, festivals)

    return Calendar("XX", year)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """An office, tracked from some day, perhaps young, perhaps dissolved, with its own readings."""
    tracked_from = draw(st.just(date(2020, 1, 1)) | DAYS)
    established = draw(st.none() | DAYS)
    last = draw(st.none() | DAYS)
    return Unit.model_validate(
        {
            "id": "drawn",
            "name": "Drawn",
            "kinds": ["office"],
            "tracked_from": tracked_from,
            "established": established,
            "dissolved": last and max(last, tracked_from, established or last),
            "readings": {
                f"{rule}-reading": draw(st.sampled_from(["chosen", "other"])) for rule in RULES
            },
        }
    )


ENTRIES = st.fixed_dictionaries(
    {
        "duty": st.lists(st.sampled_from(RULES), min_size=1, max_size=2, unique=True),
        "done": DAYS,
        "delivered_to": st.lists(st.sampled_from(RECIPIENTS), unique=True),
    },
    optional={
        "period": st.lists(st.sampled_from(PERIODS), min_size=1, max_size=2, unique=True),
        "evidence": st.builds(lambda n: [{"kind": "minutes", "ref": str(n)}], st.integers(1, 2)),
    },
)


@st.composite
def logs(draw: st.DrawFn) -> Log:
    """Up to six entries, three events of which two share an id, and a waiver."""
    events = []
    for name in ("e1", "e2", "e2"):
        day = draw(DAYS)
        due = draw(st.none() | st.builds(timedelta, days=st.integers(0, 90)))
        event = {"id": name, "type": draw(st.sampled_from(EVENTS)), "date": day}
        events.append(event | ({"due": day + due} if due else {}))
    let_off = draw(st.lists(st.sampled_from(PERIODS), min_size=1, unique=True))
    waiver = {"duty": draw(st.sampled_from(RULES)), "period": let_off}
    return Log.model_validate(
        {
            "unit": "drawn",
            "entries": draw(st.lists(ENTRIES, max_size=6)),
            "events": events,
            "waivers": [{**waiver, "expires": draw(st.none() | DAYS)}],
        }
    )


FEW = tuple(date(2026, month, 10) for month in range(1, 7))
"""Days so few that entries fall on the same ones and name each other's."""

CLOSE_ENTRIES = st.fixed_dictionaries(
    {
        "duty": st.just("r1"),
        "done": st.sampled_from(FEW),
        "delivered_to": st.lists(st.sampled_from(RECIPIENTS), unique=True),
    },
    optional={
        "period": st.sampled_from(["2026-Q1", "2026-Q2", "baseline", "x", *map(str, FEW[:4])]),
    },
)


@st.composite
def close(draw: st.DrawFn) -> tuple[Rulebook, Log]:
    """One rule, and entries so close together that they get in each other's way."""
    cadence = {"kind": "period", "every": "quarter", "at_least": draw(st.integers(1, 2))}
    rolling = {"kind": "rolling", "days": draw(st.sampled_from([20, 40, 70]))}
    rule = {
        "id": "r1",
        "clause": "1",
        "anchors": [],
        "title": "r1",
        "owed_by": [{"kind": "office"}],
        "cadence": draw(st.sampled_from([cadence, rolling])),
        "recipients": draw(st.sampled_from([[], list(RECIPIENTS)])),
    }
    head = {"format": 1, "id": "drawn", "title": "Drawn", "in_force_from": date(2000, 1, 1)}
    waivers = draw(st.sampled_from([[], [{"duty": "r1", "period": ["2026-Q1", "2026-01-10"]}]]))
    entries = draw(st.lists(CLOSE_ENTRIES, max_size=4))
    log = Log.model_validate({"unit": "drawn", "entries": entries, "waivers": waivers})
    return Rulebook.model_validate({**head, "rules": [rule]}), log
