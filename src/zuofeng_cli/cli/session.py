"""What every command starts from: the workspace, the day, the language, the screen."""

import os
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zuofeng_cli.cli.dates import day, local_today
from zuofeng_cli.cli.messages import complain
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.catalog import speak
from zuofeng_cli.load.workspace import Workspace, find_root, load_workspace
from zuofeng_cli.render.page import Page


@dataclass(frozen=True, slots=True)
class Session:
    """The workspace that is asked, and the day it is asked about."""

    workspace: Workspace
    today: date


def start(workspace: Path | None, today: str | None, lang: str | None) -> Session:
    """Finds and reads the workspace, decides the day and the language.

    Without a workspace the demo is shown, and standard error says so. Raises
    `UnusableInputError` where the workspace has something wrong.
    """
    asked = day(today, "--today")
    root = workspace.resolve() if workspace else find_root(Path.cwd())
    found = load_workspace(root or DEMO)
    if lang is None and found.settings.lang is not None:
        speak(found.settings.lang)
    if root is None:
        complain(
            _("no zuofeng.toml here or above; this is the demo workspace"),
            _("make your own with: zuofeng init DIR"),
        )
    return Session(found, asked or local_today(found.time_zone))


def page() -> Page:
    """The screen: its width, and whether it shows colour.

    Colour is for a terminal that knows it; NO_COLOR is never, FORCE_COLOR always.
    """
    on_terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    wanted = on_terminal or bool(os.environ.get("FORCE_COLOR"))
    width = shutil.get_terminal_size((80, 24)).columns
    return Page(width=max(width, 40), color=wanted and not os.environ.get("NO_COLOR"))
