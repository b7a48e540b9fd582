"""A unit: who owes."""

from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from zuofeng_cli.language import gettext as _
from zuofeng_cli.model import AnyDay, Day, FileModel, Slug
from zuofeng_cli.text import Text, in_language


class Unit(FileModel):
    """One unit as the units file describes it.

    Duties due before `tracked_from` are not listed. Periods that begin before `established`, or
    end after `dissolved`, are not owed. `recipients` names the unit's own superior and equals by
    the rulebook's words; `readings` chooses another answer than the rulebook's by reading id.
    """

    id: Slug
    """What commands, keys and the log's file call it by. Example: `id = "demo-county-committee"`"""
    name: Text
    """Its name, plain or by language.

    Example: `name = { zh = "示范区委", en = "Demo county committee" }`
    """
    kinds: Annotated[tuple[str, ...], Field(min_length=1)]
    """What it is, in the rulebook's words. Example: `kinds = ["party-committee"]`"""
    level: str | None = None
    """Its level, in the rulebook's words. Example: `level = "county"`"""
    tracked_from: Day
    """Duties due before it are not listed. Example: `tracked_from = 2026-01-01`"""
    established: Day | None = None
    """Periods that begin before it are not owed. Example: `established = 2015-01-01`"""
    dissolved: AnyDay | None = None
    """Periods that end after it are not owed. Example: `dissolved = 2030-12-31`"""
    recipients: dict[str, Text] = {}
    """Who its recipients are, by the rulebook's words.

    Example: `recipients = { superior-party = "市委" }`
    """
    readings: dict[str, str] = {}
    """Another answer than the rulebook's, by reading id.

    Example: `readings = { 30-days-holiday = "next-working-day" }`
    """

    @field_validator("name")
    @classmethod
    def _says_something(cls, name: Text) -> Text:
        if not in_language(name).strip():
            raise ValueError(_("it must not be empty"))
        return name

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        for key in ("tracked_from", "established"):
            first = getattr(self, key)
            if self.dissolved is not None and first is not None and self.dissolved < first:
                raise ValueError(_("dissolved is before {key}").format(key=key))
        return self
