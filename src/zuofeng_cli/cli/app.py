"""The program: its commands, loaded when they are called, and what becomes of an error."""

import os
import sys
from errno import EDQUOT, EFBIG, ENOSPC
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from zuofeng_cli import __version__
from zuofeng_cli.cli import exits
from zuofeng_cli.cli.help import helpful
from zuofeng_cli.cli.messages import complain, show
from zuofeng_cli.cli.options import LangOption
from zuofeng_cli.cli.usage import retold, reworded
from zuofeng_cli.days import BeyondCalendarError
from zuofeng_cli.errors import UnusableInputError, UnwritableError, UsageError
from zuofeng_cli.language import CODES
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.catalog import code_for, code_of_locale, speak
from zuofeng_cli.near import near

COMMANDS = ("init", "due", "explain", "log", "check", "remind", "digest", "rules")
"""Each is a module here with an `app`."""

FULL = (ENOSPC, EDQUOT, EFBIG)
"""What the system says when there is no room for what is written."""


class Commands(TyperGroup):
    """A group whose commands are imported when they are asked for, and not before."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002, D102 - as typer calls it
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: D102
        if cmd_name not in COMMANDS:
            if ctx.resilient_parsing:  # a shell is completing
                return None
            raise UsageError(
                _("no command {name}").format(name=repr(cmd_name)),
                near(cmd_name, COMMANDS) or _("allowed: {words}").format(words=", ".join(COMMANDS)),
            )
        command = get_command(import_module(f"zuofeng_cli.cli.{cmd_name}").app)
        command.name = cmd_name
        return helpful(command)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; what it could not do becomes a message and an exit code."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            complain(error.message, error.hint)
            raise typer.Exit(exits.USAGE) from error
        except BeyondCalendarError as error:
            complain(
                _("no calendar of {country} for {year}; known: {known}").format(
                    country=error.country, year=error.year, known=error.known
                ),
                _("a workspace can add a year in calendar/{file}").format(
                    file=f"{error.country.lower()}.toml"
                ),
            )
            raise typer.Exit(exits.USAGE) from error
        except UnwritableError as error:
            complain(
                _("{file} cannot be written: {reason}").format(file=error.name, reason=error.reason)
            )
            raise typer.Exit(exits.UNUSABLE_INPUT) from error
        except UnusableInputError as error:
            show(error.findings)
            raise typer.Exit(exits.UNUSABLE_INPUT) from error


def run() -> None:
    """Speaks the language asked for, runs the command, and owns up to bugs."""
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal that knows no Chinese shows escapes
        sys.stdout.reconfigure(errors="backslashreplace")
    asked = _language(sys.argv[1:])
    speak(code_for(asked) or code_of_locale())
    if asked and code_for(asked) is None:
        message = _("{value} is not a language").format(value=repr(asked))
        complain(message, _("allowed: {words}").format(words=", ".join(CODES)))
        sys.exit(exits.USAGE)
    app = typer.Typer(
        cls=Commands,
        name="zuofeng",
        help=_("A compliance calendar: what a unit owes, dated, traced and checked."),
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    program = helpful(get_command(app))
    for option in program.params:
        if option.name == "install_completion":
            option.callback = retold(option.callback)
    try:
        code = program(prog_name="zuofeng", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)
    except BrokenPipeError:  # the reader has seen enough
        _say_no_more()
    except Exception as error:
        if hasattr(error, "format_message"):  # how typer's usage errors are told in all versions
            complain(
                reworded(error.format_message()),
                _("see: {command}").format(command=_help_command(error)),
            )
            sys.exit(exits.USAGE)
        if isinstance(error, OSError) and error.errno in FULL:
            _say_no_more()
            file = error.filename or _("the output")
            complain(
                _("{file} cannot be written: {reason}").format(file=file, reason=error.strerror)
            )
            sys.exit(exits.UNUSABLE_INPUT)
        if os.environ.get("ZUOFENG_DEBUG"):
            raise
        complain(
            _("this is a bug in zuofeng: {error}").format(error=f"{type(error).__name__}: {error}"),
            _("set ZUOFENG_DEBUG=1 to see where, and report it with the command you ran"),
        )
        sys.exit(exits.BUG)


def _say_no_more() -> None:
    """Standard output goes nowhere, so that Python's own last flush does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _options(
    context: typer.Context,
    version: bool = typer.Option(
        False, "--version", help=_("Show the version and exit."), is_eager=True
    ),
    lang: LangOption = None,
) -> None:
    if lang:  # each command finds it there, as if it had been given to it
        os.environ["ZUOFENG_LANG"] = lang
    if version:
        print(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(exits.USAGE)


def _help_command(error: Any) -> str:
    if context := getattr(error, "ctx", None):
        return f"{context.command_path} --help"
    return " ".join(["zuofeng", *(word for word in sys.argv[1:2] if word in COMMANDS), "--help"])


def _language(words: list[str]) -> str:
    """The language that the arguments or the environment ask for; help is written in it too."""
    asked = os.environ.get("ZUOFENG_LANG", "")
    for number, word in enumerate(words):
        if word == "--lang" and number + 1 < len(words):
            asked = words[number + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked
