"""A unit's log: what it did, what happened to it, and what it was let off."""

from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from zuofeng_cli.language import gettext as _
from zuofeng_cli.model import AnyDay, Day, FileModel, Words


def _year_as_text(value: object) -> object:
    """YAML reads an unquoted year as a number; a period is text."""
    if isinstance(value, list):
        return [_year_as_text(item) for item in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Periods = Annotated[Words, BeforeValidator(_year_as_text)]
Label = Annotated[str, BeforeValidator(_year_as_text), Field(min_length=1)]


class Evidence(FileModel):
    """What shows that an act took place: its kind, its reference, and a file with its hash."""

    kind: str
    ref: str = ""
    file: str | None = None
    sha256: str | None = None


class Entry(FileModel):
    """One act: which duties it served, on which day, for which periods, and what shows it."""

    duty: Annotated[Words, Field(min_length=1)]
    done: Day
    period: Periods = ()
    evidence: tuple[Evidence, ...] = ()
    delivered_to: Words = ()
    note: str = ""

    @property
    def act(self) -> tuple[date, tuple[Evidence, ...]]:
        """What tells the act from another: the same day and evidence twice are one act."""
        return self.done, self.evidence


class Event(FileModel):
    """Something that happened and sets duties off; `due` is the item's own deadline."""

    id: Label
    type: str
    date: Day
    due: Day | None = None
    note: str = ""

    @model_validator(mode="after")
    def _due_after_it_happened(self) -> Self:
        if self.due is not None and self.due < self.date:
            raise ValueError(_("due is before date"))
        return self


class Waiver(FileModel):
    """A duty that an office let the unit off for given periods, with the reason."""

    duty: Annotated[Words, Field(min_length=1)]
    period: Annotated[Periods, Field(min_length=1)]
    reason: str = ""
    approved_by: str = ""
    approved_on: AnyDay | None = None
    expires: AnyDay | None = None


class Log(FileModel):
    """Everything one unit has logged."""

    unit: str
    entries: tuple[Entry, ...] = ()
    events: tuple[Event, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def plus(self, addition: "Addition") -> Self:
        """The log with one entry, event or waiver more, the last of its list."""
        key = LISTS[type(addition)]
        return self.model_copy(update={key: (*getattr(self, key), addition)})

    def until(self, day: date) -> Self:
        """The log without the acts and events dated after `day`."""
        entries = tuple(entry for entry in self.entries if entry.done <= day)
        events = tuple(event for event in self.events if event.date <= day)
        if len(entries) == len(self.entries) and len(events) == len(self.events):
            return self
        return self.model_copy(update={"entries": entries, "events": events})


Addition = Entry | Event | Waiver
"""What a log can grow by."""

LISTS: dict[type[Addition], str] = {Entry: "entries", Event: "events", Waiver: "waivers"}
"""The key of a log under which each stands."""
