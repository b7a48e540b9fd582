"""The formats of `remind`: one a file, each `render(reminders) -> str`; a new one is a line."""

from importlib import import_module

from zuofeng_cli.remind import Reminders

FORMATS = ("text", "json")


def render(name: str, reminders: Reminders) -> str:
    """The reminders in the format of this name."""
    module = import_module(f"zuofeng_cli.render.remind.{name}")
    return str(module.render(reminders))
