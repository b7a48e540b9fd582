"""The formats of `log show`: one a file, each `render(sheet, page) -> str`; a new one is a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from zuofeng_cli.journal import Journal
from zuofeng_cli.render.page import Page
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown: the journal of a unit, the file it is in, and the rulebook of each rule."""

    unit: Unit
    file: str
    today: date
    books: Mapping[str, Rulebook]
    journal: Journal


def render(name: str, sheet: Sheet, page: Page) -> str:
    """The log in the format of this name."""
    module = import_module(f"zuofeng_cli.render.log.{name}")
    return str(module.render(sheet, page))
