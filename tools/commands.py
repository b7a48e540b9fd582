"""The page of commands, made from their options."""

from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Any, get_args

from typer.main import get_command

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.app import COMMANDS

HEAD = """\
# Commands

<!-- Made from the code by `make docs`. -->
"""


def page() -> str:
    """The Markdown page: each command with its arguments and options, then the exit codes."""
    return "\n".join([HEAD, *(line for name in COMMANDS for line in _commands(name)), *_exits()])


def _commands(name: str) -> Iterator[str]:
    """The command, or each command of the group."""
    module: ModuleType = import_module(f"zuofeng_cli.cli.{name}")
    command: Any = get_command(module.app)
    for inner, each in getattr(command, "commands", {"": command}).items():
        yield from _command(f"{name} {inner}".strip(), each)


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    yield f"## `{' '.join(['zuofeng', name, *(_value(each) for each in arguments)])}`"
    yield f"\n{command.help}\n"
    yield "| option | meaning | default |\n| --- | --- | --- |"
    for each in command.params:
        if each not in arguments:
            words = ", ".join(f"`{word}`" for word in each.opts)
            yield f"| {words}{_after(each)} | {_cell(each.help)} | {_default(each)} |"
        else:
            yield f"| `{_cell(_value(each))}` | {_cell(each.help)} | |"
    yield ""


def _after(option: Any) -> str:
    return "" if option.is_flag else f" `{_cell(_value(option))}`"


def _value(parameter: Any) -> str:
    """What stands for the value: the metavar, the words allowed, or the parameter's name."""
    if parameter.metavar:
        return str(parameter.metavar)
    kind = parameter.type_descriptor.annotation
    kind = next(iter(get_args(kind)), kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(member.value) for member in kind)
    return "N" if kind is int else parameter.name.upper()


def _default(option: Any) -> str:
    parts = [] if option.default in {None, False, ""} else [f"`{option.default}`"]
    if option.envvar:
        parts.append(f"`${option.envvar}`")
    return ", ".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _exits() -> Iterator[str]:
    yield "## Exit codes\n"
    yield "| code | meaning |\n| --- | --- |"
    for name, code in vars(exits).items():
        if name.isupper():
            yield f"| {code} | {name.lower().replace('_', ' ')} |"
    yield ""
