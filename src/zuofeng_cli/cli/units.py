"""The units a command is asked about, and their ledgers."""

from collections.abc import Iterable
from typing import Annotated

import typer

from zuofeng_cli.chain import Chain, chains
from zuofeng_cli.cli.complete import unit_ids
from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.session import Session
from zuofeng_cli.days import Span
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import ngettext
from zuofeng_cli.ledger import Ledger, ledger
from zuofeng_cli.log import Log
from zuofeng_cli.unit import Unit

UnitsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--unit", "-u", help=_("A unit; may be given several times."), autocompletion=unit_ids
    ),
]
AllOption = Annotated[bool, typer.Option("--all", help=_("Every unit of the workspace."))]


def chosen(session: Session, names: list[str] | None, *, all_units: bool) -> list[Unit]:
    """The units asked for, in that order; raises `UsageError` where none or an unknown one is."""
    workspace = session.workspace
    if all_units:
        return list(workspace.units)
    if not names:
        ids = ", ".join(unit.id for unit in workspace.units)
        raise UsageError(
            _("say which unit: --unit ID, or --all"), _("units: {words}").format(words=ids)
        )
    return [workspace.unit(name) for name in dict.fromkeys(names)]


def ledger_of(session: Session, unit: Unit, span: Span, log: Log | None = None) -> Ledger:
    """The unit's ledger as it stands on the session's day, from its `log` where that is at hand."""
    workspace = session.workspace
    soon = workspace.settings.due_soon_days
    log = log or workspace.log(unit)
    return ledger(workspace.books, unit, log, session.today, span, soon)


def chains_of(session: Session, unit: Unit, log: Log | None = None) -> tuple[Chain, ...]:
    """The unit's chains as they stand on the session's day; `log` as in `ledger_of`."""
    workspace = session.workspace
    soon = workspace.settings.due_soon_days
    return chains(workspace.books, unit, log or workspace.log(unit), session.today, soon)


def point_to_check(ledgers: Iterable[Ledger]) -> None:
    """Says on standard error which logs hold entries that count for nothing."""
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
