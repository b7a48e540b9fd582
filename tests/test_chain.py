"""The rectification ledger: a finding goes through its steps, and each says what it waits for."""

import pytest

from tests.made import book, books, day, log, rule, unit
from zuofeng_cli.chain import Chain, chains, line
from zuofeng_cli.log import Log

FINDING = {"kind": "event", "event": "finding"}
BOOK = book(
    rule(FINDING, id="ledger"),
    rule(FINDING, id="feedback", after="ledger"),
    rule({**FINDING, "due": "item"}, id="rectification", after="feedback"),
    rule(FINDING, id="follow-up", after="rectification"),
    rule({"kind": "event", "event": "case-closed"}, id="referral", after="ledger"),
    rule({"kind": "undated"}, id="alone"),
)
FOUND = {"id": "f1", "type": "finding", "date": day("2026-05-08"), "due": day("2026-06-30")}


def logged(*done: str, **more: object) -> Log:
    entries = [{"duty": step, "done": day("2026-05-20"), "period": "f1"} for step in done]
    return log(*entries, events=[FOUND], **more)


def chain(entries: Log, today: str = "2026-06-01") -> Chain:
    [found] = chains(books(BOOK), unit(), entries, day(today))
    return found


WAITING = [
    # what is done; what each step then waits for
    ([], {"feedback": "ledger", "rectification": "feedback", "follow-up": "rectification"}),
    (["ledger"], {"rectification": "feedback", "follow-up": "rectification"}),
    (["ledger", "feedback"], {"follow-up": "rectification"}),
    (["ledger", "feedback", "rectification"], {}),
    (["rectification"], {"feedback": "ledger", "rectification": "feedback"}),  # out of turn
]


@pytest.mark.parametrize(("done", "awaited"), WAITING)
def test_a_step_waits_for_the_one_before_it(done: list[str], awaited: dict[str, str]) -> None:
    steps = {step.rule.id: step.awaits for step in chain(logged(*done)).steps}
    every = dict.fromkeys(("ledger", "feedback", "rectification", "follow-up"))
    assert steps == every | {"referral": "case-closed"} | awaited


def test_each_step_has_its_own_day_or_none() -> None:
    found = chain(logged())
    assert [(step.rule.id, step.depth) for step in found.steps] == [
        ("ledger", 0), ("feedback", 1), ("rectification", 2), ("follow-up", 3), ("referral", 1),
    ]  # fmt: skip
    days = {step.rule.id: step.assessment and step.assessment.duty.due for step in found.steps}
    assert days["rectification"] == day("2026-06-30")
    assert {day for name, day in days.items() if name != "rectification"} == {None}


def test_a_waived_step_holds_up_nothing() -> None:
    waiver = {"duty": "ledger", "period": "f1", "reason": "kept elsewhere"}
    steps = {step.rule.id: step.awaits for step in chain(logged(waivers=[waiver])).steps}
    assert steps["feedback"] is None


def test_a_step_that_another_unit_owes_is_not_waited_for() -> None:
    other = book(
        rule(FINDING, id="ledger", owed_by=[{"kind": "branch"}]),
        rule(FINDING, id="feedback", after="ledger"),
        rule(FINDING, id="follow-up", after="feedback"),
    )
    [found] = chains(books(other), unit(), logged(), day("2026-06-01"))
    assert [(s.rule.id, s.awaits) for s in found.steps] == [
        ("feedback", None),
        ("follow-up", "feedback"),
    ]


def test_nothing_waits_for_an_event_that_has_not_happened() -> None:
    assert chains(books(BOOK), unit(), logged(), day("2026-05-07")) == ()
    assert chains(books(BOOK), unit(), log(), day("2026-06-01")) == ()


def test_a_deadline_long_past_is_in_its_chain_still() -> None:
    assert [step.rule.id for step in chain(logged(), "2031-01-01").steps][2] == "rectification"


def test_the_line_of_a_rule_runs_from_its_first_step() -> None:
    feedback, alone = BOOK.rule("feedback"), BOOK.rule("alone")
    assert feedback
    assert alone
    assert [(each.id, depth) for each, depth in line(BOOK, feedback)] == [
        ("ledger", 0), ("feedback", 1), ("rectification", 2), ("follow-up", 3), ("referral", 1),
    ]  # fmt: skip
    assert line(BOOK, alone) == ((alone, 0),)
