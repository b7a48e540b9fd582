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
    env: Annotated[str, AfterValidator(_variable)]
    units: Words = ()
    lang: Code | None = None
    format: Literal["html", "text", "markdown"] = "html"
    receives: tuple[Literal["digest", "reminders"], ...] = ("digest", "reminders")
