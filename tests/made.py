"""Rulebooks, units and logs made up for a test: each argument says what the test is about."""

from datetime import date
from typing import Any

from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.duty import Assessment
from zuofeng_cli.expand import Books
from zuofeng_cli.ledger import ledger
from zuofeng_cli.log import Log
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

QUARTERLY = {"kind": "period", "every": "quarter"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def rule(cadence: dict[str, Any] = QUARTERLY, **more: Any) -> dict[str, Any]:
    """A rule that every office owes, `study` unless named otherwise."""
    return {
        "id": "study",
        "clause": "1",
        "anchors": [],
        "title": "Study",
        "owed_by": [{"kind": "office"}],
        "cadence": cadence,
        **more,
    }


def book(*rules: dict[str, Any], **more: Any) -> Rulebook:
    """A rulebook in force from 2000 that knows offices, two recipients, closed cases, one feast."""
    return Rulebook.model_validate(
        {
            "format": 1,
            "id": "made-up",
            "title": "Made up",
            "in_force_from": date(2000, 1, 1),
            "kinds": {"office": "Office", "branch": "Branch"},
            "levels": {"high": "High", "low": "Low"},
            "recipients": {"board": "Board", "council": "Council"},
            "events": {"case-closed": "Case closed", "finding": "Finding"},
            "festivals": {"midsummer": {"day": "06-24"}},
            "rules": rules,
            **more,
        }
    )


def unit(**more: Any) -> Unit:
    """An office tracked from 2026."""
    made = {"id": "demo-office", "name": "Demo office", "kinds": ["office"]}
    return Unit.model_validate({**made, "tracked_from": date(2026, 1, 1), **more})


def log(*entries: dict[str, Any], **more: Any) -> Log:
    """The office's log; an entry is for `study` unless it says otherwise."""
    filled = [{"duty": "study", **entry} for entry in entries]
    return Log.model_validate({"unit": "demo-office", "entries": filled, **more})


def books(made: Rulebook, calendar: Calendar | None = None) -> Books:
    return [(made, calendar or Calendar.weekends())]


def on(
    today: str,
    made: Rulebook,
    logged: Log | None = None,
    *,
    of: Unit | None = None,
    calendar: Calendar | None = None,
    span: Span | None = None,
) -> dict[str, Assessment]:
    """How the office's duties of a span, 2026 unless given, stand on a day: by period."""
    found = ledger(
        books(made, calendar),
        of or unit(),
        logged or log(),
        day(today),
        span or Span(date(2026, 1, 1), date(2027, 1, 1)),
    )
    return {assessment.duty.period: assessment for assessment in found.assessments}
