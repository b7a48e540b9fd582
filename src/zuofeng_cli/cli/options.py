"""The options that every command takes."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.days import FIRST_DAY, ISO_DATE, LAST_DAY
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
        help=_("en, zh-Hans or zh-Hant; else zuofeng.toml's, else the locale's."),
    ),
]


def day(text: str | None, option: str) -> date | None:
    """The date an option gives; a usage error where it is none."""
    if text is None:
        return None
    message = _("{value} is not a date; write it as YYYY-MM-DD").format(value=repr(text))
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(message, param_hint=option) from error
    if not ISO_DATE.fullmatch(text):
        raise typer.BadParameter(message, param_hint=option)
    if not FIRST_DAY <= found <= LAST_DAY:
        message = _("{value} is out of range; days go from {first} to {last}").format(
            value=text, first=FIRST_DAY, last=LAST_DAY
        )
        raise typer.BadParameter(message, param_hint=option)
    return found
