"""The options that every command takes."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from zuofeng_cli.cli.complete import words
from zuofeng_cli.cli.dates import day
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import CODES
from zuofeng_cli.language import gettext as _

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help=_("The folder of zuofeng.toml; else found from here upward."),
    ),
]
TodayOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        envvar="ZUOFENG_TODAY",
        help=_("The day to answer for; else today in the rulebook's time zone."),
    ),
]
LangOption = Annotated[
    str | None,
    typer.Option(
        metavar="LANG",
        envvar="ZUOFENG_LANG",
        autocompletion=words(CODES),
        help=_("en, zh-Hans or zh-Hant; else zuofeng.toml's, else the locale's."),
    ),
]


def since_day(text: str | None, today: date) -> date | None:
    """The day that `--since` gives: a date, or so many days back from `today`, as `7d`."""
    if text is not None and (back := re.fullmatch(r"(\d{1,4})d", text, re.ASCII)):
        return today - timedelta(days=int(back[1]))
    return day(text, "--since")


def format_option(names: Sequence[str]) -> Any:
    """The `--format` of a command that has these formats."""

    def known(name: str) -> str:
        if name not in names:
            hint = _("allowed: {words}").format(words=", ".join(names))
            raise UsageError(_("no format {name}").format(name=repr(name)), hint)
        return name

    return typer.Option(
        "--format",
        "-f",
        metavar="|".join(names),
        help=_("The format."),
        callback=known,
        autocompletion=words(names),
    )
