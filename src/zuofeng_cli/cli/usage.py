"""What typer says, in our words: why a command line cannot be obeyed, how completion went."""

import re
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

from zuofeng_cli.language import N_
from zuofeng_cli.language import gettext as _

SENTENCES = {
    "No such option: {name} (Possible options: {words})": N_("no option {name}; is it {words}?"),
    "No such option: {name}": N_("no option {name}"),
    "No such command {name}.": N_("no command {name}"),
    "Missing command.": N_("say which command"),
    "Missing argument {name}.": N_("say which {name}"),
    "Missing option {name}.": N_("option {name} must be given"),
    "Option {name} requires an argument.": N_("option {name} needs a value"),
    "Option {name} does not take a value.": N_("option {name} takes no value"),
    "Got unexpected extra argument(s) ({words})": N_("one word too many: {words}"),
    "Invalid value for {name}: {problem}": N_("{name}: {problem}"),
    "Input should be a valid integer, unable to parse string as an integer": N_(
        "a whole number expected"
    ),
    "{value} is not a valid integer.": N_("{value} is not a whole number"),
    "Input should be less than or equal to {limit}": N_("at most {limit}"),
    "Input should be greater than or equal to {limit}": N_("at least {limit}"),
    "{value} is not in the range {range}.": N_("{value} is not in the range {range}"),
    "Value error, {problem}": "{problem}",
    "{shell} completion installed in {path}": N_("{shell} completes from now on: see {path}"),
    "Completion will take effect once you restart the terminal": N_(
        "It does so in the next terminal you open."
    ),
    "Shell {shell} is not supported.": N_("{shell} is a shell that cannot be taught"),
    "{value} is not one of {words}.": N_("{value} is not allowed; allowed: {words}"),
}
"""What typer and the pydantic behind it say, in all their versions; what we say. First match."""


def reworded(message: str) -> str:
    """The message in the active language; as it is where it has no equivalent here."""
    for theirs, ours in SENTENCES.items():
        if found := re.fullmatch(_pattern(theirs), message):
            words = {name: reworded(text) for name, text in found.groupdict().items()}
            return _(ours).format(**words)
    return message


def retold(callback: Callable[..., Any]) -> Callable[..., Any]:
    """A callback of typer's that prints, with each line of it reworded."""

    def retelling(*arguments: Any) -> Any:
        said = StringIO()
        try:
            with redirect_stdout(said):
                return callback(*arguments)
        finally:
            for line in said.getvalue().splitlines():
                print(reworded(line))

    return retelling


def _pattern(sentence: str) -> str:
    return re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(sentence))
