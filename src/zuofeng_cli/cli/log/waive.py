"""`zuofeng log waive`: a duty that an office let the unit off."""

from typing import Annotated

import typer

from zuofeng_cli.cli.complete import periods
from zuofeng_cli.cli.dates import day
from zuofeng_cli.cli.log import guide
from zuofeng_cli.cli.log.keep import keep, made
from zuofeng_cli.cli.log.options import DryRunOption, DutyArgument, UnitArgument
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.cli.session import start
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.log import Waiver


def waive(
    unit: UnitArgument = None,
    duty: DutyArgument = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            "--period",
            "-p",
            metavar="PERIOD",
            help=_("The period it is let off for, or several."),
            autocompletion=periods,
        ),
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help=_("Why."))] = "",
    approved_by: Annotated[
        str, typer.Option(metavar="OFFICE", help=_("The office that said so; not a person."))
    ] = "",
    approved_on: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The day it said so."))
    ] = None,
    expires: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The last day it holds, if it ends."))
    ] = None,
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    ask = not (unit and duty and period and reason) and guide.is_terminal()
    owner = guide.which_unit(session, unit)
    if not duty:
        chosen = guide.which_duties(session, owner)
        duty = [each.duty.rule.id for each in chosen]
        period = period or [each.duty.period for each in chosen]
    for name in duty:
        session.workspace.rule(name)
    approved, until = day(approved_on, "--approved-on"), day(expires, "--expires")
    if ask:
        period = period or guide.ask_text(_("Period")).split()
        reason = reason or guide.ask_text(_("Reason"))
        approved_by = approved_by or guide.ask_text(_("Approved by"), optional=True)
        approved = approved or guide.ask_day(_("Approved on"))
        until = until or guide.ask_day(_("Holds until"))
    elif not (period and reason):
        raise UsageError(_("say which period, and why: --period PERIOD --reason TEXT"))
    fields = {
        "duty": list(dict.fromkeys(duty)),
        "period": list(dict.fromkeys(period or [])),
        "reason": reason,
        "approved_by": approved_by,
        "approved_on": approved,
        "expires": until,
    }
    keep(session, owner, made(Waiver, fields), dry_run=dry_run, ask=ask)
