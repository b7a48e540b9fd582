"""How rules make dates: one kind a file. A new kind is a new file and one line here."""

from typing import Annotated

from pydantic import Field

from zuofeng_cli.cadence.event import Event
from zuofeng_cli.cadence.holiday import Holiday
from zuofeng_cli.cadence.period import Period
from zuofeng_cli.cadence.rolling import Rolling
from zuofeng_cli.cadence.undated import Undated

__all__ = ["Cadence", "Event", "Holiday", "Period", "Rolling", "Undated"]

Cadence = Annotated[
    Period | Holiday | Event | Rolling | Undated,
    Field(discriminator="kind"),
]
