"""Histories of a log, drawn at random: what must hold whatever happened."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.history import Version, trace
from zuofeng_cli.log import Entry, Evidence

START = date(2026, 1, 1)
TODAY = date(2026, 11, 24)


def entry(number: int, **changed: object) -> Entry:
    facts: dict[str, object] = {
        "duty": "study",
        "done": START + timedelta(days=number),
        "evidence": [{"kind": "minutes", "ref": f"no. {number}"}],
        **changed,
    }
    return Entry.model_validate(facts)


def versions(*logs: tuple[int, list[Entry]]) -> list[Version]:
    return [Version(START + timedelta(days=day), tuple(entries)) for day, entries in logs]


@given(st.lists(st.integers(0, 30), unique=True, min_size=1).flatmap(st.permutations))
def test_order_does_not_matter(numbers: list[int]) -> None:
    kept = [entry(number) for number in numbers]
    found = trace(versions((40, sorted(kept, key=lambda e: e.done)), (80, kept)), kept, TODAY)
    assert found.first == tuple([START + timedelta(days=40)] * len(kept))
    assert found.changes == ()


@given(st.lists(st.integers(0, 200), unique=True, min_size=1))
def test_each_entry_dates_from_the_version_that_brought_it(days: list[int]) -> None:
    days.sort()
    written = [entry(number) for number in range(len(days))]
    log = versions(*((day, written[: n + 1]) for n, day in enumerate(days)))
    found = trace(log, written, TODAY)
    assert found.first == tuple(START + timedelta(days=day) for day in days)
    assert found.changes == ()


def test_a_correction_keeps_the_first_day_and_is_told_with_what_stood_there() -> None:
    before, after = entry(1), entry(1, done=date(2026, 2, 2))
    found = trace(versions((5, [before]), (90, [after])), [after], TODAY)
    assert found.first == (START + timedelta(days=5),)
    (change,) = found.changes
    assert (change.before, change.index, change.day) == (before, 0, START + timedelta(days=90))
    assert change.is_late(84)
    assert not change.is_late(85)


def test_the_same_entry_twice_is_two() -> None:
    twice = [entry(1), entry(1)]
    found = trace(versions((5, twice[:1]), (50, twice)), twice, TODAY)
    assert found.first == (START + timedelta(days=5), START + timedelta(days=5))
    assert found.changes == ()


def test_what_only_adds_is_no_change() -> None:
    before = entry(1, delivered_to=["a"])
    evidence = [*before.evidence, Evidence(kind="report", ref="b")]
    after = entry(1, delivered_to=["a", "b"], evidence=[e.model_dump() for e in evidence], note="x")
    assert trace(versions((5, [before])), [after], TODAY).changes == ()
    assert len(trace(versions((5, [after])), [before], TODAY).changes) == 1


def test_a_side_branch_tells_when_an_entry_was_first_written() -> None:
    side = Version(START + timedelta(days=3), (entry(1),), on_trunk=False)
    found = trace([*versions((0, []), (50, [entry(1)])), side], [entry(1)], TODAY)
    assert found.first == (START + timedelta(days=3),)
