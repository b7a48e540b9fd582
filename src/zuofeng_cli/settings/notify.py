"""A target: where digests and reminders are sent, by name; the environment holds its address."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from zuofeng_cli.language import Code
from zuofeng_cli.language import gettext as _
from zuofeng_cli.model import FileModel, Slug, Words

VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*", re.ASCII)


def _variable(name: str) -> str:
    if not VARIABLE.fullmatch(name):
        # Not repeated in the message: what stands here by mistake is an address with its password.
        raise ValueError(_("the name of an environment variable expected, as ZUOFENG_MAIL"))
    return name


class Target(FileModel):
    """`[[notify]]` of `zuofeng.toml`.

    `env` names the environment variable that holds the address, as apprise writes addresses.
    Without `units` it gets what concerns any unit; without `lang`, in the language of the command.
    """

    name: Slug
    """What `--send` calls it by."""
    env: Annotated[str, AfterValidator(_variable)]
    """The environment variable that holds its address, as apprise writes addresses."""
    units: Words = ()
    """Only what concerns these units; any unit without it."""
    lang: Code | None = None
    """The language of what it gets; that of the command without it."""
    format: Literal["html", "text", "markdown"] = "html"
    """The form of a digest."""
    receives: tuple[Literal["digest", "reminders"], ...] = ("digest", "reminders")
    """What is sent to it."""
