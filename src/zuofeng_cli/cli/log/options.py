"""The arguments and options that the `log` commands share."""

from typing import Annotated

import typer

from zuofeng_cli.cli.complete import rule_ids, unit_ids
from zuofeng_cli.language import gettext as _

UnitArgument = Annotated[
    str | None, typer.Argument(metavar="UNIT", help=_("The unit."), autocompletion=unit_ids)
]
DutyArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="DUTY", help=_("A rule, or several."), autocompletion=rule_ids),
]
NoteOption = Annotated[str, typer.Option(metavar="TEXT", help=_("A remark; no names of people."))]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would be written, and write nothing."))
]
