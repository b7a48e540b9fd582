"""`rules diff --format json`: schema `zuofeng.rules-diff/1`; never changes with the language."""

import json
from collections.abc import Iterable
from typing import Any

from zuofeng_cli.amendment import Amendment, Change, Comparison
from zuofeng_cli.duty import Duty
from zuofeng_cli.render.page import Page


def render(comparison: Comparison, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One object: both rulebooks, and the changes in four lists over all units."""
    amendments = [amendment for _unit, amendment in comparison.units]
    answer = {
        "schema": "zuofeng.rules-diff/1",
        "today": comparison.today.isoformat(),
        "old": {"id": comparison.old[0], "sha256": comparison.old[1]},
        "new": {"id": comparison.new[0], "sha256": comparison.new[1]},
        "units": [unit.id for unit, _amendment in comparison.units],
        "added": _all(amendments, "added"),
        "removed": _all(amendments, "removed"),
        "moved": _all(amendments, "moved"),
        "rewritten": _all(amendments, "rewritten"),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _all(amendments: Iterable[Amendment], kind: str) -> list[dict[str, Any]]:
    return [_change(change) for each in amendments for change in getattr(each, kind)]


def _change(change: Change) -> dict[str, Any]:
    duty = change.duty
    names = {"key": duty.key, "unit": duty.unit.id, "rule": duty.rule.id, "period": duty.period}
    if change.before and change.after:
        return {**names, "before": _facts(change.before), "after": _facts(change.after)}
    return {**names, **_facts(duty)}


def _facts(duty: Duty) -> dict[str, Any]:
    return {
        "opens": duty.opens.isoformat() if duty.opens else None,
        "due": duty.due.isoformat() if duty.due else None,
        "required": duty.required,
        "recipients": list(duty.rule.recipients),
    }
