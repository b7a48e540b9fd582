"""`zuofeng remind`: the reminders that fall on today."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer

from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.options import (
    LangOption,
    TodayOption,
    WorkspaceOption,
    format_option,
    since_day,
)
from zuofeng_cli.cli.send import (
    DryRunOption,
    RetriesOption,
    SendOption,
    only_with_send,
    send,
    units_of,
)
from zuofeng_cli.cli.session import Session, start
from zuofeng_cli.cli.units import AllOption, UnitsOption, chosen, ledger_of, point_to_check
from zuofeng_cli.days import ONE_DAY, Span
from zuofeng_cli.deliver.message import Message
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.ledger import Ledger
from zuofeng_cli.load.catalog import code_for, speak
from zuofeng_cli.remind import Reminder, Reminders, reach, remind
from zuofeng_cli.render.remind import FORMATS, render
from zuofeng_cli.render.remind.message import body, heading
from zuofeng_cli.unit import Unit

app = typer.Typer(add_completion=False)


@app.command(
    "remind", help=_("Print the reminders that fall on today, each a message to be sent on.")
)
def command(
    unit: UnitsOption = None,
    all_units: AllOption = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE|Nd", help=_("The first day that was missed, or N days back; else today.")
        ),
    ] = None,
    output: Annotated[str, format_option(FORMATS)] = "text",
    to_targets: SendOption = False,
    dry_run: DryRunOption = False,
    retries: RetriesOption = 3,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    only_with_send(to_targets, dry_run)
    session = start(workspace, today, lang)
    units = chosen(session, unit, all_units=all_units)
    first = since_day(since, session.today) or session.today
    if first > session.today:
        raise UsageError(_("--since is after today"))
    ledgers = [_ledger(session, each) for each in units]
    found = remind(ledgers, session.workspace.tables.remind, first, session.today)
    point_to_check(ledgers)
    if to_targets:
        send(
            session,
            "reminders",
            lambda target: _messages(found, units_of(target, units)),
            retries,
            dry_run=dry_run,
        )
        return
    if not found:
        complain(_("nothing to remind of"))
    if output == "json":  # a machine's format never changes with the language of who asks
        speak(code_for(session.workspace.shelves[0].volume.book.language) or "en")
    answer = Reminders(first, session.today, session.workspace.books_by_rule, found)
    sys.stdout.write(render(output, answer))


def _messages(reminders: Sequence[Reminder], units: list[Unit]) -> list[Message]:
    ids = {unit.id for unit in units}
    return [
        Message(f"remind/{each.assessment.duty.key}/{each.step}", heading(each), body(each))
        for each in reminders
        if each.assessment.duty.unit.id in ids
    ]


def _ledger(session: Session, unit: Unit) -> Ledger:
    ladder = session.workspace.tables.remind
    ahead = max(reach(book, ladder) for book, _calendar in session.workspace.books)
    last = session.today + timedelta(days=ahead)
    return ledger_of(session, unit, Span(unit.tracked_from, last + ONE_DAY))
