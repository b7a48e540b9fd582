"""`zuofeng digest`: one week of some units."""

import sys
from typing import Annotated

import typer

from zuofeng_cli.cadence.period import label, period_around, period_named
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, day, format_option
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
from zuofeng_cli.days import CalendarYear, Run
from zuofeng_cli.deliver.message import Message
from zuofeng_cli.digest import Digest, as_of, changes, moved, span, unit_digest, worst_first
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.digest import FORMATS, render
from zuofeng_cli.render.digest.outline import outline
from zuofeng_cli.target import Target
from zuofeng_cli.unit import Unit

app = typer.Typer(add_completion=False)


@app.command("digest", help=_("Tell one week: what went overdue, was done, falls due, has moved."))
def command(
    unit: UnitsOption = None,
    all_units: AllOption = False,
    week: Annotated[
        str | None,
        typer.Option(metavar="WEEK", help=_("An ISO week, as 2026-W48; else the current one.")),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=_("Begin on this day: the first that was missed.")),
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
    period = _period(session, week, since)
    if to_targets:
        scope = "*" if all_units else ",".join(sorted(each.id for each in units))
        send(
            session,
            "digest",
            lambda target: _messages(session, target, units_of(target, units), period, scope),
            retries,
            dry_run=dry_run,
        )
        return
    found = digest_of(session, units, period)
    text = render(output, found, session.workspace.settings.mail)
    sys.stdout.buffer.write(text.encode())  # a mail has its own ends of line


def _messages(
    session: Session, target: Target, units: list[Unit], period: Run, scope: str
) -> list[Message]:
    if not units:
        return []
    found = digest_of(session, units, period)
    return [
        Message(
            f"digest/{found.week}/{scope}",
            outline(found).subject,
            render(target.format, found, session.workspace.settings.mail),
            target.format,
        )
    ]


def digest_of(session: Session, units: list[Unit], period: Run) -> Digest:
    """The digest of these units, as it stands on the session's day or when the period was over."""
    workspace = session.workspace
    today = as_of(period, session.today)
    asked = Session(workspace, today)
    ledgers = [ledger_of(asked, unit, span(unit, period)) for unit in units]
    if today == session.today:  # an entry after a week that is over is no mistake
        point_to_check(ledgers)
    found = []
    for ledger in ledgers:
        log = workspace.log(ledger.unit)
        shifts = moved(workspace.books, ledger.unit, log, period, today, _foreseen)
        found.append(unit_digest(ledger, shifts, period))
    books = [book for book, _calendar in workspace.books]
    return Digest(
        label("week", period.last),
        period,
        today,
        workspace.editions,
        workspace.books_by_rule,
        worst_first(found),
        changes(books, units, period),
    )


def _period(session: Session, week: str | None, since: str | None) -> Run:
    run = period_named("week", week) if week else period_around("week", session.today)
    if run is None:
        message = _("{value} is not a week; write it as 2026-W48").format(value=repr(week))
        raise typer.BadParameter(message, param_hint="--week")
    first = day(since, "--since") or run.first
    if first > run.last:
        raise UsageError(_("--since is after the week"))
    return Run(first, run.last)


def _foreseen(country: str, year: int) -> CalendarYear | None:
    from zuofeng_cli.load.projection import foreseen  # it takes 0.1 s to import

    return foreseen(country, year)
