"""`zuofeng rules diff`: what an amendment changes for real units."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.amendment import Comparison, compare
from zuofeng_cli.cli.dates import day
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.rules.options import form_of
from zuofeng_cli.cli.session import page, start
from zuofeng_cli.cli.units import UnitsOption, chosen
from zuofeng_cli.days import Run
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.rulebook import find_rulebook
from zuofeng_cli.load.shelf import load_shelf
from zuofeng_cli.render import diff as formats


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_("A built-in rulebook or a file."))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_("Another, or the same amended."))],
    unit: UnitsOption = None,
    due_from: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help=_("Duties due from this day on; else since each unit is tracked."),
        ),
    ] = None,
    due_to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DATE", help=_("Duties due up to this day; else within a year.")
        ),
    ] = None,
    output: Annotated[str, format_option(formats.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    first, last = day(due_from, "--from"), day(due_to, "--to")
    root = session.workspace.root
    before, after = (load_shelf(*find_rulebook(name, Path()), root) for name in (old, new))
    editions = ((s.volume.book, s.calendar) for s in (before, after))
    one, other = editions
    found = []
    for each in chosen(session, unit, all_units=not unit):
        due = Run(first or each.tracked_from, last or session.today + timedelta(days=366))
        if due.first > due.last:
            raise UsageError(_("--from is after --to"))
        log = session.workspace.log(each)
        found.append((each, compare(one, other, each, log, session.today, due)))
    comparison = Comparison(
        session.today,
        (before.volume.own.id, before.volume.sha256),
        (after.volume.own.id, after.volume.sha256),
        tuple(found),
    )
    sys.stdout.write(form_of(formats, output).render(comparison, page()))
