"""`digest --format json`: schema `zuofeng.digest/1`; never changes with the language."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from zuofeng_cli.digest import Change, Digest, Moved, UnitDigest
from zuofeng_cli.duty import Assessment
from zuofeng_cli.render.record import record
from zuofeng_cli.settings.mail import Letterhead
from zuofeng_cli.text import in_language

LISTS = ("newly_overdue", "still_overdue", "done", "due", "coming", "checkpoints")


def render(digest: Digest, letterhead: Letterhead) -> str:  # noqa: ARG001 - no mail
    """One object; the units as the other formats order them, their duties as records."""
    answer = {
        "schema": "zuofeng.digest/1",
        "week": digest.week,
        "from": digest.period.first.isoformat(),
        "to": digest.period.last.isoformat(),
        "today": digest.today.isoformat(),
        "rulebooks": [{"id": book, "sha256": sha256} for book, sha256 in digest.rulebooks],
        "summary": asdict(digest.counts),
        "changes": [_change(change) for change in digest.changes],
        "units": [_unit(unit, digest) for unit in digest.units],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _unit(unit: UnitDigest, digest: Digest) -> dict[str, Any]:
    lists = {name: [_duty(each, digest) for each in getattr(unit, name)] for name in LISTS}
    moved = [_moved(each, digest) for each in unit.moved]
    return {"unit": unit.unit.id, "summary": asdict(unit.counts), **lists, "moved": moved}


def _duty(assessment: Assessment, digest: Digest) -> dict[str, Any]:
    return record(assessment, digest.books[assessment.duty.rule.id].language)


def _moved(moved: Moved, digest: Digest) -> dict[str, Any]:
    before = {"opens": _day(moved.before.opens), "due": _day(moved.before.due)}
    notice = {
        "number": moved.notice.number,
        "url": moved.notice.url,
        "published": _day(moved.notice.published),
    }
    return {**_duty(moved.assessment, digest), "before": before, "notice": notice}


def _change(change: Change) -> dict[str, Any]:
    dated = change.rule or change.book
    return {
        "rulebook": change.book.id,
        "rule": change.rule.id if change.rule else None,
        "title": in_language(dated.title, change.book.language),
        "change": change.what,
        "day": change.day.isoformat(),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
