"""`remind --format json`: schema `zuofeng.remind/1`."""

import json

from zuofeng_cli.remind import Reminders
from zuofeng_cli.render.record import record
from zuofeng_cli.render.remind.message import message


def render(reminders: Reminders) -> str:
    """One object; each reminder is its duty's record with the steps that fell.

    `steps` are the calendar days left on the day of each, below 0 after the due day. Its
    `reminder` is the whole message in the active language: the command takes the rulebook's.
    """
    answer = {
        "schema": "zuofeng.remind/1",
        "today": reminders.today.isoformat(),
        "since": reminders.since.isoformat(),
        "reminders": [
            {
                **record(each.assessment, reminders.books[each.assessment.duty.rule.id].language),
                "step": each.step,
                "steps": list(each.steps),
                "day": each.day.isoformat(),
                "reminder": message(each),
            }
            for each in reminders.reminders
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
