"""The formats of a review, one a file: `render(review, page) -> str`. A new one is a line here.

Modules are imported when asked for, so that a format costs nothing until it is used.
"""

from importlib import import_module

from zuofeng_cli.render.page import Page
from zuofeng_cli.review import Review

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
FOR_MACHINES = ("json", "gitlab", "sarif", "junit")
"""Their words are English whatever the language: a program compares them."""


def render(name: str, review: Review, page: Page) -> str:
    """The review in the format of this name."""
    module = import_module(f"zuofeng_cli.render.findings.{name}")
    return str(module.render(review, page))
