"""`digest --format html`: a page that mail programs show, readable on a telephone."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zuofeng_cli.digest import Digest
from zuofeng_cli.language import active
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.digest.outline import outline
from zuofeng_cli.settings.mail import Letterhead


def render(digest: Digest, letterhead: Letterhead) -> str:  # noqa: ARG001 - no mail
    """The page in the active language: no script, no picture, nothing fetched, inline styles."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template("page.html.jinja")
    return template.render(
        digest=outline(digest),
        lang=active(),
        unit=_("Unit"),
        nothing=_("Nothing to tell this week."),
    )
