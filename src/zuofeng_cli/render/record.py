"""A duty as a record of plain values: the one form that json, csv and plain share.

Texts are in the language the rulebook is written in, so that a record never changes with the
language of the person who asks.
"""

from typing import Any

from zuofeng_cli.duty import Assessment
from zuofeng_cli.reminder import reminder
from zuofeng_cli.text import Text, in_language


def record(assessment: Assessment, language: str) -> dict[str, Any]:
    """The duty's fields by their names in the JSON, dates in ISO 8601."""

    def say(text: Text) -> str:
        return in_language(text, language)

    duty = assessment.duty
    earliest, latest = duty.due_range
    days = {
        "opens": duty.opens,
        "due": duty.due,
        "last_working_day": duty.last_working_day,
        "earliest": earliest,
        "latest": latest,
    }
    return {
        "key": duty.key,
        "unit": duty.unit.id,
        "rule": duty.rule.id,
        "period": duty.period,
        "clause": duty.rule.clause,
        "title": say(duty.rule.title),
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "status": assessment.status.value,
        "days_left": assessment.days_left,
        "required": duty.required,
        "count": assessment.count,
        "done": assessment.done.isoformat() if assessment.done else None,
        "recipients": list(duty.rule.recipients),
        "delivered_to": list(assessment.delivered_to),
        "basis": duty.basis,
        "calendar": duty.calendar,
        "reminder": reminder(assessment, say),
        "local": duty.rule.is_local,
    }
