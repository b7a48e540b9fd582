"""The formats of `due`: one a file, each `render(listing, ...) -> str`. A new one is a line here.

Modules are imported when asked for, so that a format costs nothing until it is used.
"""

from importlib import import_module

from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page

FORMATS = ("table", "plain", "json", "csv", "markdown")


def render(name: str, listing: Listing, page: Page) -> str:
    """The listing in the format of this name."""
    module = import_module(f"zuofeng_cli.render.due.{name}")
    return str(module.render(listing, page))
