"""`zuofeng rules new`: an author's first file."""

import re
from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.cli.dates import day, local_today
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.rulebook import find_rulebook, load_rulebook
from zuofeng_cli.write.rulebook import first_file

ID = "[a-z0-9][a-z0-9-]{0,79}"


def new(
    rulebook_id: Annotated[
        str,
        typer.Argument(metavar="ID", help=_("The new rulebook's id: small letters, digits, -.")),
    ],
    extends: Annotated[
        str | None,
        typer.Option(metavar="ID|FILE", help=_("A local rulebook, laid over this one.")),
    ] = None,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,  # noqa: ARG001 - spoken before the command runs
) -> None:
    folder = workspace or Path()
    if not re.fullmatch(ID, rulebook_id):
        message = _("{value} is no id").format(value=repr(rulebook_id))
        raise UsageError(message, _("use small letters, digits and hyphens"))
    base = load_rulebook(*find_rulebook(extends, folder)).book if extends else None
    path = folder / f"{rulebook_id}.toml"
    first_day = day(today, "--today") or local_today("UTC")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(first_file(rulebook_id, first_day, extends, base))
    except FileExistsError as error:
        message = _("{file} is there already; nothing was written").format(file=path)
        raise UsageError(message) from error
    except OSError as error:
        raise UsageError(
            _("cannot write {file}: {reason}").format(file=path, reason=error.strerror)
        ) from error
    print(_("Wrote {file}.").format(file=path))
    print(_("Next: zuofeng rules lint {file}").format(file=path))
