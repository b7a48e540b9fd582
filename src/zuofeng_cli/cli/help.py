"""What `--help` shows: a command, its arguments, options and commands, in the active language."""

from collections.abc import Iterator
from typing import Any

from zuofeng_cli.cli.session import page
from zuofeng_cli.language import N_
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.cells import padded, width
from zuofeng_cli.render.page import BOLD, Page

WIDEST_NAME = 24
"""Columns; what an option means begins on the next line where its name is wider."""
TYPERS_OWN = (
    N_("Show this message and exit."),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""Help texts that typer writes, so that the catalogue has them."""


def helpful(command: Any) -> Any:
    """The command, and those below it, with this help in place of typer's."""
    command.get_help = lambda context: "\n".join(_help(context, page()))
    for below in getattr(command, "commands", {}).values():
        helpful(below)
    return command


def _help(context: Any, sheet: Page) -> Iterator[str]:
    command = context.command
    parameters = [each for each in command.get_params(context) if not each.hidden]
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    names = command.list_commands(context) if hasattr(command, "list_commands") else []
    below = [command.get_command(context, name) for name in names]
    words = [_("COMMAND")] if below else map(_value, arguments)
    usage = " ".join([context.command_path, _("[OPTIONS]"), *words])
    yield from sheet.hung(_("Usage: "), usage)
    if command.help:
        yield ""
        yield from sheet.hung("", command.help)
    yield from _table(sheet, _("Commands"), [(each.name, each.help) for each in below])
    yield from _table(sheet, _("Arguments"), [(_value(each), each.help) for each in arguments])
    yield from _table(sheet, _("Options"), [(_spelled(each), _meaning(each)) for each in options])


def _table(sheet: Page, heading: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield sheet.styled(heading, BOLD)
    names = [width(name) for name, _text in rows]
    column = max(each for each in names if each <= WIDEST_NAME or each == min(names))
    for name, text in rows:
        lead = f"  {padded(name, column)}  "
        if width(name) > column:
            yield sheet.styled(lead.rstrip(), BOLD)
            lead = " " * (column + 4)
        yield from sheet.hung(lead, text or "", BOLD)


def _spelled(option: Any) -> str:
    """`-u, --unit UNIT`; a long name without a short one stands below the other long ones."""
    short = [name for name in option.opts if not name.startswith("--")]
    long = [name for name in option.opts if name.startswith("--")]
    names = ", ".join([*short, *long]) if short else f"    {', '.join(long)}"
    return names if option.is_flag else f"{names} {_value(option)}"


def _value(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _meaning(option: Any) -> str:
    parts = [_(option.help)] if option.help else []
    if option.default and not option.is_flag:
        parts.append(_("[default: {value}]").format(value=option.default))
    if option.envvar:
        parts.append(f"[${option.envvar}]")
    if option.required:
        parts.append(_("[required]"))
    return " ".join(parts)
