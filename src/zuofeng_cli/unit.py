"""A unit: who owes."""

from typing import Annotated

from pydantic import Field

from zuofeng_cli.model import AnyDay, Day, FileModel, Slug
from zuofeng_cli.text import Text


class Unit(FileModel):
    """One unit as the units file describes it.

    Duties due before `tracked_from` are not listed. Periods that begin before `established`, or
    end after `dissolved`, are not owed. `recipients` names the unit's own superior and equals by
    the rulebook's words; `readings` chooses another answer than the rulebook's by reading id.
    """

    id: Slug
    name: Text
    kinds: Annotated[tuple[str, ...], Field(min_length=1)]
    level: str | None = None
    tracked_from: Day
    established: Day | None = None
    dissolved: AnyDay | None = None
    recipients: dict[str, Text] = {}
    readings: dict[str, str] = {}
