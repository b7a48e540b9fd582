"""`zuofeng due`: what units owe."""

import sys
from typing import Annotated

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.complete import rule_ids, unit_ids
from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, day
from zuofeng_cli.cli.session import Session, page, start
from zuofeng_cli.duty import Status
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import ngettext
from zuofeng_cli.ledger import Ledger, ledger
from zuofeng_cli.listing import Listing, Selection, listed
from zuofeng_cli.render.due import FORMATS, render
from zuofeng_cli.unit import Unit

app = typer.Typer(add_completion=False)


@app.command(help=_("List what units owe: overdue, open, and due soon."))
def due(
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "--unit", "-u", help=_("A unit; may be given several times."), autocompletion=unit_ids
        ),
    ] = None,
    all_units: Annotated[
        bool, typer.Option("--all", help=_("Every unit of the workspace."))
    ] = False,
    within: Annotated[
        int, typer.Option(min=0, max=3660, help=_("Also what falls due within so many days."))
    ] = 30,
    due_from: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help=_("Every duty due on or after this day.")),
    ] = None,
    due_to: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help=_("Every duty due on or before this day.")),
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option(help=_("Only this status; may be given several times."))
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
    output: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help=_("The format."))
    ] = "table",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    if output not in FORMATS:
        words = ", ".join(FORMATS)
        raise UsageError(_("no format {name}").format(name=repr(output)), words)
    session = start(workspace, today, lang)
    units = _units(session, unit or [], all_units=all_units)
    first, last = day(due_from, "--from"), day(due_to, "--to")
    if first and last and first > last:
        raise UsageError(_("--from is after --to"))
    for name in rule or []:
        session.workspace.rule(name)
    selection = Selection(
        within, first, last, frozenset(status or []), frozenset(rule or []), undated
    )
    ledgers = [_ledger(session, each, selection) for each in units]
    shelves = session.workspace.shelves
    listing = Listing(
        session.today,
        tuple((s.volume.book.id, s.volume.sha256) for s in shelves),
        tuple(units),
        {r.id: s.volume.book for s in shelves for r in s.volume.book.rules},
        listed(ledgers, selection),
        selection,
    )
    sys.stdout.write(render(output, listing, page()))
    _point_to_check(ledgers)
    if exit_code and any(a.status is Status.OVERDUE for a in listing.assessments):
        raise typer.Exit(exits.FINDINGS)


def _units(session: Session, names: list[str], *, all_units: bool) -> list[Unit]:
    workspace = session.workspace
    if all_units:
        return list(workspace.units)
    if not names:
        ids = ", ".join(unit.id for unit in workspace.units)
        raise UsageError(
            _("say which unit: --unit ID, or --all"), _("units: {words}").format(words=ids)
        )
    return [workspace.unit(name) for name in dict.fromkeys(names)]


def _ledger(session: Session, unit: Unit, selection: Selection) -> Ledger:
    workspace = session.workspace
    span = selection.span(unit, session.today)
    soon = workspace.settings.due_soon_days
    return ledger(workspace.books, unit, workspace.log(unit), session.today, span, soon)


def _point_to_check(ledgers: list[Ledger]) -> None:
    for each in ledgers:
        if count := len({misplaced.index for misplaced in each.misplaced}):
            complain(
                ngettext(
                    "{n} entry in the log of {unit} counts for nothing",
                    "{n} entries in the log of {unit} count for nothing",
                    count,
                ).format(n=count, unit=each.unit.id),
                _("see why with: zuofeng check"),
            )
