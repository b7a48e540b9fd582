"""Who a digest's mail is from and to, where it is handed to a mailer of the user's own."""

from typing import Annotated

from pydantic import Field

from zuofeng_cli.model import FileModel

BARE = r"[^\s<>@\pC]+@[^\s<>@\pC]+"

Address = Annotated[str, Field(pattern=rf"^([^<>\pC]*<{BARE}>|{BARE})$")]
"""A mail address, or a name with one in angle brackets, on one line (RFC 5322, 3.4)."""


class Letterhead(FileModel):
    """`[mail]` of `zuofeng.toml`: what `digest --format eml` writes into its header."""

    sender: Annotated[Address, Field(alias="from")] = "zuofeng <zuofeng@localhost>"
    """Who the mail is from."""
    to: tuple[Address, ...] = ()
    """Whom it is to."""
