"""The formats of `digest`: one a file, each `render(digest, letterhead) -> str`."""

from importlib import import_module

from zuofeng_cli.digest import Digest
from zuofeng_cli.settings.mail import Letterhead

FORMATS = ("text", "markdown", "html", "eml", "json")


def render(name: str, digest: Digest, letterhead: Letterhead) -> str:
    """The digest in the format of this name; the letterhead matters to a mail alone."""
    module = import_module(f"zuofeng_cli.render.digest.{name}")
    return str(module.render(digest, letterhead))
