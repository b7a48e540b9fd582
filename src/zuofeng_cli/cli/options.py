"""The options that every command takes."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from zuofeng_cli.cli.complete import words
from zuofeng_cli.days import FIRST_DAY, ISO_DATE, LAST_DAY
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


def day(text: str | None, option: str) -> date | None:
    """The date an option gives; a usage error where it is none."""
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not ISO_DATE.fullmatch(text):
        message = _("{option}: {value} is not a date").format(option=option, value=repr(text))
        raise UsageError(message, _("write it as YYYY-MM-DD"))
    if not FIRST_DAY <= found <= LAST_DAY:
        message = _("{option}: {value} is out of range").format(option=option, value=text)
        hint = _("days go from {first} to {last}").format(first=FIRST_DAY, last=LAST_DAY)
        raise UsageError(message, hint)
    return found
