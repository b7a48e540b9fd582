"""What the commands of `zuofeng rules` have in common."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from zuofeng_cli.cli.session import Session
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.rulebook import Volume, find_rulebook, load_rulebook

RulebookOption = Annotated[
    str | None,
    typer.Option(
        "--rulebook",
        "-r",
        metavar="ID|FILE",
        help=_("A built-in rulebook or a file; else the workspace's own."),
    ),
]


def form_of(room: ModuleType, name: str) -> ModuleType:
    """The module of a room of `render` for a format."""
    return import_module(f"{room.__name__}.{name}")


def volumes(session: Session | None, name: str | None) -> list[Volume]:
    """The rulebook that was named, else those of the workspace."""
    if name is not None:
        return [load_rulebook(*find_rulebook(name, Path()))]
    return [shelf.volume for shelf in session.workspace.shelves] if session else []
