"""An addition on its way into a unit's log: judged, shown, written, and how duties stand then."""

import sys
from collections.abc import Mapping
from datetime import timedelta
from typing import TypeVar

from pydantic import ValidationError

from zuofeng_cli.change import changes
from zuofeng_cli.cli.log.command import command
from zuofeng_cli.cli.log.guide import agreed
from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.session import Session, page
from zuofeng_cli.days import ONE_DAY, Span
from zuofeng_cli.errors import UsageError
from zuofeng_cli.finding import Finding, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.ledger import Ledger, ledger
from zuofeng_cli.load.examine import Examiner
from zuofeng_cli.load.logbook import Logbook
from zuofeng_cli.load.schema import schema_findings
from zuofeng_cli.log import LISTS, Addition, Entry, Event, Log, Waiver
from zuofeng_cli.render.log.change import changed, diff
from zuofeng_cli.text import printable
from zuofeng_cli.unit import Unit
from zuofeng_cli.verdict import graded, let_off, selected
from zuofeng_cli.write.logbook import Draft, add, draft

A = TypeVar("A", Entry, Event, Waiver)

YEAR = timedelta(days=366)

SHOWN_BY_STATUS = ("done-late", "missing-delivery")
"""Findings of which the status tells: an act may be late, and a report reach one office first."""


def made(model: type[A], fields: Mapping[str, object]) -> A:
    """The addition with these fields, the empty ones left out; a usage error where one is wrong."""
    given = {name: value for name, value in fields.items() if value}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        first = schema_findings("", error, given, model, lambda _place: (None, None))[0]
        raise UsageError(f"{first.path}: {first.message}", first.hint) from error


def keep(
    session: Session, unit: Unit, addition: Addition, *, dry_run: bool = False, ask: bool = False
) -> None:
    """Adds to the unit's log and says what that changes; shows it first where it is to `ask`.

    Raises `UsageError` where `check` would have something against the addition.
    """
    workspace = session.workspace
    if workspace.is_demo:
        raise UsageError(
            _("the demo workspace is only shown, not written to"),
            _("make your own with: zuofeng init DIR"),
        )
    path, name = workspace.log_path(unit), workspace.log_name(unit)
    if dry_run or ask:
        made = draft(path, name, unit.id, addition)
        warnings = judge(session, unit, made.after, addition)
        before = made.before.source.text if made.before else ""
        sys.stdout.write(diff(name, before, made.after.source.text, page()))
        sys.stdout.write(_effect(session, unit, made))
        _warn(warnings)
        if dry_run:
            print(_("Nothing was written."))
            return
        if not agreed(_("Write it?")):
            raise UsageError(_("nothing was written"))
    told: list[tuple[str, list[Finding]]] = []

    def agree(made: Draft) -> None:
        warnings = judge(session, unit, made.after, addition)
        told.append((_effect(session, unit, made), warnings))

    add(path, name, unit.id, addition, agree)
    for effect, warnings in told if not ask else ():
        sys.stdout.write(effect)
        _warn(warnings)
    print(_("Added to {file}.").format(file=name))
    if ask:
        line = command(workspace, unit, addition)
        print(printable(_("Without questions: {command}").format(command=line)))


def judge(session: Session, unit: Unit, book: Logbook, addition: Addition) -> list[Finding]:
    """What `check` warns of in the addition, the last of its list; its errors are a usage error."""
    if book.log.unit != unit.id:
        message = _("{file} says that it is the log of {unit}")
        raise UsageError(message.format(file=book.source.name, unit=repr(book.log.unit)))
    settings = session.workspace.tables.check
    names = selected(settings.select, SHOWN_BY_STATUS)
    examiner = Examiner(session.workspace, session.today, names)
    key = LISTS[type(addition)]
    last = len(getattr(book.log, key)) - 1
    found, _unused = let_off(examiner.examine_part(book, unit, (key, last)), settings)
    findings = graded(found, settings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for error in errors[:-1]:
        complain(error.message, error.hint)
    if errors:
        raise UsageError(errors[-1].message, errors[-1].hint)
    return findings


def ledger_with(session: Session, unit: Unit, log: Log) -> Ledger:
    """The unit's ledger with this log: from the first day it is tracked to a year from now."""
    workspace = session.workspace
    span = Span(unit.tracked_from, session.today + YEAR + ONE_DAY)
    soon = workspace.settings.due_soon_days
    return ledger(workspace.books, unit, log, session.today, span, soon)


def _effect(session: Session, unit: Unit, made: Draft) -> str:
    before = made.before.log if made.before else Log(unit=unit.id)
    found = changes(ledger_with(session, unit, before), ledger_with(session, unit, made.after.log))
    return changed(found, session.workspace.books_by_rule, page())


def _warn(warnings: list[Finding]) -> None:
    for warning in warnings:
        complain(warning.message, warning.hint)
