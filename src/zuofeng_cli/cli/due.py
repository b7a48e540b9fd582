"""`zuofeng due`: what units owe."""

import sys
from datetime import date, timedelta
from typing import Annotated

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.complete import rule_ids
from zuofeng_cli.cli.dates import day
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.session import page, start
from zuofeng_cli.cli.units import (
    AllOption,
    UnitsOption,
    chains_of,
    chosen,
    ledger_of,
    point_to_check,
)
from zuofeng_cli.days import FIRST_DAY, Run
from zuofeng_cli.duty import Status
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.listing import Listing, Selection, listed
from zuofeng_cli.render.due import FORMATS, render

app = typer.Typer(add_completion=False)


@app.command(help=_("List what units owe: overdue, open, and due soon."))
def due(
    unit: UnitsOption = None,
    all_units: AllOption = False,
    within: Annotated[
        int,
        typer.Option(
            min=0, max=3660, metavar="DAYS", help=_("Also what falls due within so many days.")
        ),
    ] = 30,
    due_from: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help=_("Every duty due from this day on; without --to, as far as --within reaches."),
        ),
    ] = None,
    due_to: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help=_("Every duty due on or before this day.")),
    ] = None,
    status: Annotated[
        list[Status] | None,
        typer.Option(
            metavar="STATUS",
            help=_("Only this status; may be given several times: {words}.").format(
                words=", ".join(Status)
            ),
        ),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            help=_("Only this rule; may be given several times."), autocompletion=rule_ids
        ),
    ] = None,
    undated: Annotated[
        bool, typer.Option("--undated", help=_("Also duties without a date."))
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("Exit 1 if anything listed is overdue."))
    ] = False,
    output: Annotated[str, format_option(FORMATS)] = "table",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    units = chosen(session, unit, all_units=all_units)
    first, last = day(due_from, "--from"), day(due_to, "--to")
    for name in rule or []:
        session.workspace.rule(name)
    selection = Selection(
        within,
        _due_days(first, last, session.today, within),
        frozenset(status or []),
        frozenset(rule or []),
        undated,
    )
    logs = [(each, session.workspace.log(each)) for each in units]
    ledgers = [
        ledger_of(session, each, selection.span(each, session.today), log) for each, log in logs
    ]
    listing = Listing(
        session.today,
        session.workspace.editions,
        tuple(units),
        session.workspace.books_by_rule,
        listed(ledgers, selection),
        selection,
        tuple(chain for each, log in logs for chain in chains_of(session, each, log)),
    )
    sys.stdout.write(render(output, listing, page()))
    point_to_check(ledgers)
    if exit_code and any(a.status is Status.OVERDUE for a in listing.assessments):
        raise typer.Exit(exits.FINDINGS)


def _due_days(first: date | None, last: date | None, today: date, within: int) -> Run | None:
    """The range of due days asked for; without an end, `within` days from today or its start."""
    if first is None and last is None:
        return None
    first = first or FIRST_DAY
    last = last or max(first, today) + timedelta(days=within)
    if first > last:
        raise UsageError(_("--from is after --to"))
    return Run(first, last)
