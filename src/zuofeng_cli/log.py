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


Year = str | int
Periods = Annotated[Words, BeforeValidator(_year_as_text, json_schema_input_type=Year | list[Year])]
Label = Annotated[
    str, Field(min_length=1), BeforeValidator(_year_as_text, json_schema_input_type=Year)
]


class Evidence(FileModel):
    """What shows that an act took place: its kind, its reference, and a file with its hash."""

    kind: str
    """The kind, in the rulebook's words."""
    ref: str = ""
    """The document's number or title."""
    file: str | None = None
    """A file inside the workspace."""
    sha256: str | None = None
    """The sha256 of that file."""


class Entry(FileModel):
    """One act: which duties it served, on which day, for which periods, and what shows it."""

    duty: Annotated[Words, Field(min_length=1)]
    """The rule, or rules, that the act served."""
    done: Day
    """The day of the act."""
    period: Periods = ()
    """The period, or periods, that it served; needed where the day leaves a doubt."""
    evidence: tuple[Evidence, ...] = ()
    """What shows that it took place."""
    delivered_to: Words = ()
    """To whom it was delivered, in the rulebook's words."""
    note: str = ""
    """Anything else."""

    @property
    def act(self) -> tuple[date, tuple[Evidence, ...]]:
        """What tells the act from another: the same day and evidence twice are one act."""
        return self.done, self.evidence


class Event(FileModel):
    """Something that happened and sets duties off; `due` is the item's own deadline."""

    id: Label
    """What the duties that it sets off are called by, as their period."""
    type: str
    """Its kind, in the rulebook's words."""
    date: Day
    """The day on which it happened."""
    due: Day | None = None
    """Its own deadline, where the rule goes by that."""
    note: str = ""
    """Anything else."""

    @model_validator(mode="after")
    def _due_after_it_happened(self) -> Self:
        if self.due is not None and self.due < self.date:
            raise ValueError(_("due is before date"))
        return self


class Waiver(FileModel):
    """A duty that an office let the unit off for given periods, with the reason."""

    duty: Annotated[Words, Field(min_length=1)]
    """The rule, or rules, that the unit is let off."""
    period: Annotated[Periods, Field(min_length=1)]
    """The period, or periods."""
    reason: str = ""
    """Why."""
    approved_by: str = ""
    """The office that approved it: never a person."""
    approved_on: AnyDay | None = None
    """The day on which it did."""
    expires: AnyDay | None = None
    """The last day on which the waiver holds."""


class Log(FileModel):
    """Everything one unit has logged."""

    unit: str
    """The id of the unit whose log it is."""
    entries: tuple[Entry, ...] = ()
    """What the unit did."""
    events: tuple[Event, ...] = ()
    """What happened to it."""
    waivers: tuple[Waiver, ...] = ()
    """What it was let off."""

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
