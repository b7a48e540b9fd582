"""`zuofeng log event`: something that happened and sets duties off."""

from typing import Annotated

import typer

from zuofeng_cli.cadence import Event as EventCadence
from zuofeng_cli.cli.complete import event_types
from zuofeng_cli.cli.dates import day
from zuofeng_cli.cli.log import guide
from zuofeng_cli.cli.log.keep import keep, made
from zuofeng_cli.cli.log.options import DryRunOption, NoteOption, UnitArgument
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.cli.session import start
from zuofeng_cli.errors import UsageError
from zuofeng_cli.expand import event_types as types_for
from zuofeng_cli.expand import owes
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized
from zuofeng_cli.load.workspace import Workspace
from zuofeng_cli.log import Event
from zuofeng_cli.unit import Unit


def event(
    unit: UnitArgument = None,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="TYPE",
            help=_("What happened, in the rulebook's word."),
            autocompletion=event_types,
        ),
    ] = None,
    event_id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help=_("Its id: the period of the duties it sets off.")),
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The day it happened."))
    ] = None,
    due: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("Its own deadline, where it has one."))
    ] = None,
    note: NoteOption = "",
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    ask = not (unit and kind and event_id and date) and guide.is_terminal()
    owner = guide.which_unit(session, unit)
    happened, deadline = day(date, "--date"), day(due, "--due")
    types = types_for(session.workspace.books, owner)
    if ask:
        kind = kind or guide.choose_one(
            _("What happened"), [(name, localized(title)) for name, title in types.items()]
        )
        event_id = event_id or guide.ask_text(_("Its id"))
        happened = happened or guide.ask_day(_("It happened on"), session.today)
        if deadline is None and kind in _with_deadline(session.workspace, owner):
            deadline = guide.ask_day(_("Its own deadline"))
        note = note or guide.ask_text(_("Note"), optional=True)
    elif not (kind and event_id and happened):
        raise UsageError(
            _("say what happened: TYPE --id ID --date DATE"),
            _("allowed: {words}").format(words=", ".join(types) or "-"),
        )
    fields = {"id": event_id, "type": kind, "date": happened, "due": deadline, "note": note}
    keep(session, owner, made(Event, fields), dry_run=dry_run, ask=ask)


def _with_deadline(workspace: Workspace, unit: Unit) -> set[str]:
    """The types of event of which each has a deadline of its own."""
    cadences = (
        rule.cadence_under(unit.readings)
        for book, _calendar in workspace.books
        for rule in book.rules
        if owes(unit, rule)
    )
    return {each.event for each in cadences if isinstance(each, EventCadence) and each.due}
