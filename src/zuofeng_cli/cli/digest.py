"""`zuofeng digest`: one week of some units."""

import sys
from datetime import timedelta
from typing import Annotated

import typer

from zuofeng_cli.cadence.period import label, period_around, period_named
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
from zuofeng_cli.days import FIRST_DAY, LAST_DAY, CalendarYear, Run
from zuofeng_cli.deliver.message import Message
from zuofeng_cli.digest import Digest, as_of, changes, moved, span, unit_digest, worst_first
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.digest import FORMATS, render
from zuofeng_cli.render.digest.outline import outline
from zuofeng_cli.settings.notify import Target
from zuofeng_cli.unit import Unit

app = typer.Typer(add_completion=False)


@app.command("digest", help=_("Tell one week: what went overdue, was done, falls due, has moved."))
def command(
    unit: UnitsOption = None,
    all_units: AllOption = False,
    week: Annotated[
        str | None,
        typer.Option(
            metavar="WEEK|last", help=_("An ISO week, as 2026-W48, or the last; else this one.")
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE|Nd", help=_("Begin on the first day that was missed, or N days back.")
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
    text = render(output, found, session.workspace.tables.mail)
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
            render(target.format, found, session.workspace.tables.mail),
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
    if week is None:
        run = period_around("week", session.today)
    elif week == "last":
        run = period_around("week", session.today - timedelta(weeks=1))
    else:
        run = _week(week)
    first = since_day(since, session.today) or run.first
    if first > run.last:
        raise UsageError(_("--since is after the week"))
    return Run(first, run.last)


def _week(text: str) -> Run:
    run = period_named("week", text)
    if run is None or not FIRST_DAY <= run.first <= run.last <= LAST_DAY:
        message = _("{option}: {value} is not a week").format(option="--week", value=repr(text))
        raise UsageError(message, _("write it as 2026-W48"))
    return run


def _foreseen(country: str, year: int) -> CalendarYear | None:
    from zuofeng_cli.load.projection import foreseen  # it takes 0.1 s to import

    return foreseen(country, year)
