"""A command that has commands below it."""

import os
import sys

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.options import LangOption


def group(meaning: str) -> typer.Typer:
    """A command for others to be added to; without one of them it shows its help, and exits 2."""
    app = typer.Typer(add_completion=False, help=meaning)
    app.callback(invoke_without_command=True)(_one_of_them)
    return app


def _one_of_them(context: typer.Context, lang: LangOption = None) -> None:
    if lang:  # each command finds it there, as if it had been given to it
        os.environ["ZUOFENG_LANG"] = lang
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(exits.USAGE)
