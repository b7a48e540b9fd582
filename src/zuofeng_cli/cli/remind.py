"""`zuofeng remind`: the reminders that fall on today."""

import sys
from datetime import timedelta
from typing import Annotated

import typer

from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, day, format_option
from zuofeng_cli.cli.session import Session, start
from zuofeng_cli.cli.units import AllOption, UnitsOption, chosen, ledger_of, point_to_check
from zuofeng_cli.days import ONE_DAY, Span
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.ledger import Ledger
from zuofeng_cli.load.catalog import code_for, speak
from zuofeng_cli.remind import Reminders, reach, remind
from zuofeng_cli.render.remind import FORMATS, render
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
        typer.Option(metavar="DATE", help=_("The first day that was missed; else today.")),
    ] = None,
    output: Annotated[str, format_option(FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    units = chosen(session, unit, all_units=all_units)
    first = day(since, "--since") or session.today
    if first > session.today:
        raise UsageError(_("--since is after today"))
    ledgers = [_ledger(session, each) for each in units]
    found = remind(ledgers, session.workspace.settings.remind, first, session.today)
    point_to_check(ledgers)
    if not found:
        complain(_("nothing to remind of"))
    if output == "json":  # a machine's format never changes with the language of who asks
        speak(code_for(session.workspace.shelves[0].volume.book.language) or "en")
    answer = Reminders(first, session.today, session.workspace.books_by_rule, found)
    sys.stdout.write(render(output, answer))


def _ledger(session: Session, unit: Unit) -> Ledger:
    ladder = session.workspace.settings.remind
    ahead = max(reach(book, ladder) for book, _calendar in session.workspace.books)
    last = session.today + timedelta(days=ahead)
    return ledger_of(session, unit, Span(unit.tracked_from, last + ONE_DAY))
