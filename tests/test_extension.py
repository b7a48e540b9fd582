"""A local rulebook laid over its text: what it may change, from when, and how that shows."""

from datetime import date
from typing import Any

import pytest

from tests.made import QUARTERLY, book, day, log, on, rule, unit
from zuofeng_cli.days import Calendar, Run, Span
from zuofeng_cli.digest import changes
from zuofeng_cli.extension import lay
from zuofeng_cli.lint import Case, faults
from zuofeng_cli.rulebook import Rulebook

SUMMER = {"kind": "holiday", "festivals": ["midsummer"], "phase": "before", "days_before": 5}


def local(*adjustments: dict[str, Any], **more: Any) -> Rulebook:
    """A local rulebook in force from July 2026, which changes `study` unless it says otherwise."""
    return Rulebook.model_validate(
        {
            "format": 1,
            "id": "local",
            "title": "Local",
            "extends": "made-up",
            "in_force_from": date(2026, 7, 1),
            "adjust": [{"rule": "study", **adjustment} for adjustment in adjustments],
            **more,
        }
    )


def names(base: Rulebook, own: Rulebook) -> list[str]:
    return [fault.name for fault in faults(Case(own, base, Calendar.weekends()))]


def test_a_rule_without_a_number_gets_a_cadence_which_is_assumed() -> None:
    base = book(rule({"kind": "undated"}))
    laid = lay(base, local({"cadence": {"kind": "period", "every": "quarter"}}))
    # From July on the quarters; until then the duty stands without a date, as in the text.
    found = on("2026-07-01", laid)
    assert list(found) == ["2026-Q3", "2026-Q4"]
    assert found["2026-Q3"].duty.due == day("2026-09-30")
    assert {each.duty.basis for each in found.values()} == {"assumed"}
    assert {each.duty.rule.is_local for each in found.values()} == {True}
    before = on("2026-06-30", laid)["standing"].duty
    assert (before.due, before.basis, before.rule.is_local) == (None, "text", False)


def test_what_closed_before_it_stays_as_it_was() -> None:
    base = book(rule())
    laid = lay(base, local({"cadence": {"at_least": 2}}))
    logged = log({"done": day("2026-02-03")}, {"done": day("2026-08-04")})
    found = on("2026-11-24", laid, logged)
    assert {period: a.status.value for period, a in found.items()} == {
        "2026-Q1": "done",  # once was enough
        "2026-Q2": "overdue",
        "2026-Q3": "overdue",  # once is no longer
        "2026-Q4": "open",
    }
    assert [a.duty.required for a in found.values()] == [1, 1, 2, 2]
    assert [a.duty.rule.is_local for a in found.values()] == [False, False, True, True]
    assert {a.duty.basis for a in found.values()} == {"text"}


def test_a_period_that_it_finds_begun_is_the_text_s() -> None:
    own = local({"cadence": {"at_least": 2}}, in_force_from=date(2026, 8, 15))
    found = on("2026-11-24", lay(book(rule()), own))
    assert [a.duty.required for a in found.values()] == [1, 1, 1, 2]  # Q3 began on 1 July


def test_after_it_the_text_holds_again() -> None:
    own = local({"cadence": {"at_least": 2}}, in_force_until=date(2026, 9, 30))
    found = on("2026-11-24", lay(book(rule()), own))
    assert [a.duty.required for a in found.values()] == [1, 1, 2, 1]


def test_its_own_rules_begin_with_it() -> None:
    own = local(rule=[rule({"kind": "period", "every": "half-year"}, id="visit")])
    found = on("2026-11-24", lay(book(), own), span=Span(day("2026-01-01"), day("2027-01-01")))
    assert list(found) == ["2026-H2"]
    assert found["2026-H2"].duty.rule.is_local


def test_a_reading_that_it_chooses_fixes_the_date() -> None:
    reading = {
        "id": "when",
        "question": "When?",
        "chosen": "end",
        "basis": "text",
        "options": {"end": {}, "later": {"cadence": {**rule()["cadence"], "due": {"day": -10}}}},
    }
    laid = lay(book(rule(reading=[reading])), local({"readings": {"when": "later"}}))
    found = on("2026-11-24", laid)
    # The tenth day from the end of September and December is the 21st and the 22nd.
    assert [str(a.duty.due) for a in found.values()] == [
        "2026-03-31", "2026-06-30", "2026-09-21", "2026-12-22",
    ]  # fmt: skip
    assert [a.duty.basis for a in found.values()] == ["text", "text", "assumed", "assumed"]
    # A unit may still choose the other answer.
    own = unit(readings={"when": "end"})
    assert on("2026-11-24", laid, of=own)["2026-Q4"].duty.due == day("2026-12-31")


def test_a_festival_is_added_to_every_answer() -> None:
    reading = {
        "id": "how-early",
        "question": "How early?",
        "chosen": "five",
        "options": {"five": {}, "nine": {"cadence": {**SUMMER, "days_before": 9}}},
    }
    base = book(rule(SUMMER, assumed=["days_before"], reading=[reading]))
    own = local({"festivals": ["harvest"]}, festivals={"harvest": {"day": "10-01"}})
    laid = lay(base, own)
    assert list(on("2026-11-24", laid)) == ["2026-midsummer", "2026-harvest"]
    nine = on("2026-11-24", laid, of=unit(readings={"how-early": "nine"}))["2026-harvest"]
    assert nine.duty.opens == day("2026-09-22")  # nine days before the first


FINDING = {"kind": "event", "event": "finding"}
WITHIN_30 = {"kind": "event", "event": "case-closed", "within": {"days": 30}}

TIGHTER = [
    (rule(), {"every": "month"}),
    (rule(), {"due": {"day": 60}}),
    (rule(), {"at_least": 3}),
    (
        rule({"kind": "period", "every": "quarter", "at_least": 3}),
        {"every": "month", "at_least": 1},
    ),
    (rule(WITHIN_30), {"within": {"days": 20}}),
    (rule(WITHIN_30), {"within": {"working_days": 10}}),
    (rule(WITHIN_30), {"roll": "previous-working-day"}),
    (rule(FINDING), {"within": {"days": 10}}),
    (rule({"kind": "rolling", "months": 3}), {"months": 2}),
    (rule(SUMMER), {"days_before": 3}),
    (rule({"kind": "undated"}), {"kind": "rolling", "months": 6}),
    (rule(SUMMER, assumed=["days_before"]), {"days_before": 30}),  # the text leaves it open
]
LOOSER = [
    (rule(), {"every": "half-year"}),
    (rule(), {"due": {"days_after_end": 10}}),
    (rule({**QUARTERLY, "at_least": 4}), {"every": "month", "at_least": 1}),
    (rule({**QUARTERLY, "at_least": 2}), {"at_least": 1}),
    (rule(WITHIN_30), {"within": {"days": 31}}),
    (rule(WITHIN_30), {"within": {"working_days": 25}}),  # five weeks and more
    (rule(WITHIN_30), {"roll": "next-working-day"}),
    (rule({**FINDING, "due": "item"}), {**FINDING, "within": {"days": 5}}),
    (rule({"kind": "rolling", "months": 3}), {"months": 4}),
    (rule(SUMMER), {"days_before": 9}),
    (rule(), {"kind": "undated"}),
    (rule(SUMMER, assumed=["days_before"]), {"festivals": ["harvest"]}),
]  # fmt: skip
HARVEST = {"harvest": {"day": "10-01"}}


@pytest.mark.parametrize(("made", "cadence"), TIGHTER, ids=str)
def test_a_tighter_cadence_is_taken(made: dict[str, Any], cadence: dict[str, Any]) -> None:
    assert "loosened" not in names(book(made), local({"cadence": cadence}))


@pytest.mark.parametrize(("made", "cadence"), LOOSER, ids=str)
def test_a_looser_cadence_is_refused(made: dict[str, Any], cadence: dict[str, Any]) -> None:
    assert "loosened" in names(book(made), local({"cadence": cadence}, festivals=HARVEST))


def test_the_refusal_shows_both_clauses_and_a_day() -> None:
    own = local({"clause": "7", "cadence": {"every": "half-year"}})
    [fault] = faults(Case(own, book(rule()), Calendar.weekends()), ["loosened"])
    assert fault.place == ("adjust", 0, "cadence")
    assert 'Made up, clause 1: kind = "period", every = "quarter"' in fault.message
    assert 'Local, clause 7: kind = "period", every = "half-year"' in fault.message
    assert "For 2026-Q3 the text gives 2026-09-30" in fault.message


UNFIT = [
    ({"rule": [rule(id="study")]}, "duplicate-id"),
    ({"adjust": [{"rule": "nothing", "cadence": {"at_least": 2}}]}, "undeclared-word"),
    ({"adjust": [{"rule": "study", "readings": {"nothing": "x"}}]}, "undeclared-word"),
    ({"adjust": [{"rule": "study", "festivals": ["nothing"]}]}, "undeclared-word"),
    ({"adjust": [{"rule": "study"}]}, "unfit-extension"),
    ({"adjust": [{"rule": "study", "festivals": ["midsummer"]}]}, "unfit-extension"),
    ({"adjust": [{"rule": "study", "cadence": {"at_least": 2}}] * 2}, "unfit-extension"),
    ({"time_zone": "UTC"}, "unfit-extension"),
    ({"kinds": {"office": "Bureau"}}, "unfit-extension"),
    ({"kinds": {"shop": "Shop"}}, "unused-word"),
    ({"festivals": {"harvest": {"day": "10-01"}}}, "unused-word"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "name"), UNFIT, ids=str)
def test_what_does_not_fit_is_found(more: dict[str, Any], name: str) -> None:
    assert name in names(book(rule()), local(**more))


def test_an_adjustment_needs_something_to_adjust() -> None:
    own = book(rule(), adjust=[{"rule": "study"}])
    assert "unfit-extension" in [fault.name for fault in faults(Case(own))]


def test_a_digest_tells_when_what_is_local_begins_and_ends() -> None:
    base = book(rule(QUARTERLY))
    added = {**rule(QUARTERLY), "id": "own"}
    own = local({"cadence": {"at_least": 2}}, rule=[added], in_force_until=date(2026, 12, 31))
    laid = lay(base, own)

    def told(first: str, last: str) -> list[tuple[str | None, str, str]]:
        found = changes([laid], [unit()], Run(day(first), day(last)))
        return [(c.rule.id if c.rule else None, c.what, str(c.day)) for c in found]

    assert told("2026-06-29", "2026-07-05") == [
        ("study", "begins", "2026-07-01"),
        ("own", "begins", "2026-07-01"),
    ]
    assert told("2026-12-28", "2027-01-03") == [
        ("study", "ends", "2026-12-31"),
        ("own", "ends", "2026-12-31"),
    ]
    assert told("2026-08-03", "2026-08-09") == []
