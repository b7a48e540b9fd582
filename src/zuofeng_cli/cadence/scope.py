"""What a cadence sees and what it makes: the scope it reads, windows, and the steps behind them."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from zuofeng_cli.days import ONE_DAY, Calendar, Run, Span
from zuofeng_cli.language import gettext as _
from zuofeng_cli.log import Event
from zuofeng_cli.model import FileModel
from zuofeng_cli.text import Text


class Festival(FileModel):
    """A festival of a rulebook: a `holiday` of the calendar by its name there, or a fixed `day`."""

    zh: str = ""
    """Its name in Chinese. Example: `zh = "春节"`"""
    en: str = ""
    """Its name in English. Example: `en = "Spring Festival"`"""
    holiday: str | None = None
    """Its name in the calendar, in the country's own language. Example: `holiday = "春节"`"""
    day: Annotated[str, Field(pattern=r"^\d\d-\d\d$")] | None = None
    """Its day of the year, where no calendar has it. Example: `day = "03-03"`"""

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if (self.holiday is None) == (self.day is None):
            raise ValueError(_('give either holiday = "<name in the calendar>" or day = "MM-DD"'))
        if self.day is not None:
            try:
                date.fromisoformat(f"2000-{self.day}")
            except ValueError:
                raise ValueError(_("{day} is no day of the year").format(day=self.day)) from None
        return self

    @property
    def title(self) -> Text:
        """Its name in each language it gives."""
        return {lang: name for lang, name in (("zh", self.zh), ("en", self.en)) if name}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a cadence may look at when it makes windows.

    `completions` are the days the rule's duty was done, ascending; `events` every event logged.
    `kept` is for what a cadence has found out about these and would have to find out again.
    """

    calendar: Calendar
    festivals: Mapping[str, Festival] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    completions: tuple[date, ...] = ()
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Window:
    """One instance of a cadence.

    `opens` and `due` are both inside the window. Where nothing fixes a day, `due` is None and
    `without` says what is missing; a standing duty has no `opens` either. `begins` and `ends`
    bound the period itself (closed range), which in-force dates are held against. `rests_on` is
    the closed range of days whose being worked or not fixes the window; None where no holiday
    matters.
    """

    period: str
    opens: date | None
    due: date | None
    begins: date | None
    ends: date | None
    rests_on: Run | None = None
    without: Literal["number", "deadline", "baseline"] | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the window; one without a due day never closes."""
        if self.opens is not None and day < self.opens:
            return False
        return self.due is None or day <= self.due

    def touches(self, span: Span) -> bool:
        """Whether any day of the window lies in `span`."""
        if self.opens is not None and self.opens >= span.end:
            return False
        return self.due is None or self.due >= span.start

    def is_official(self, calendar: Calendar) -> bool:
        """Whether notices fix every day that it rests on; True where no holiday matters."""
        rests_on = self.rests_on
        return rests_on is None or calendar.is_official(rests_on.first, rests_on.last)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: its kind, the day it arrives at, and the facts it rests on.

    The kinds and their facts are listed in `render/explain/steps.py`, which words them.
    """

    name: str
    day: date | None = None
    facts: Mapping[str, str | int | date] = field(default_factory=dict)


class CadenceModel(FileModel, ABC):
    """What every cadence can do: make windows, find one by its period, and defend it."""

    at_least: Annotated[int, Field(ge=1, le=366)] = 1
    """How many acts each period takes. Example: `at_least = 2`"""

    @abstractmethod
    def windows(self, scope: Scope, span: Span) -> Iterator[Window]:
        """The windows of which any day lies in the half-open `span`, in order of period."""

    @abstractmethod
    def find(self, period: str, scope: Scope) -> Window | None:
        """The window of this period, or None when the cadence has no such period."""

    @abstractmethod
    def steps(self, window: Window, scope: Scope) -> list[Step]:
        """How the window was arrived at, one step of arithmetic at a time."""

    def serving(self, day: date, scope: Scope) -> list[Window]:
        """The windows that an act on `day` serves when it names no period."""
        return [w for w in self.windows(scope, Span(day, day + ONE_DAY)) if w.holds(day)]

    def counterpart(self, window: Window, scope: Scope) -> Window | None:
        """The window this cadence would give in the place of another reading's `window`."""
        return self.find(window.period, scope)

    @property
    def is_fixed(self) -> bool:
        """Whether its windows are the same for every unit: nothing that one logs moves them."""
        return True

    @property
    def events(self) -> tuple[str, ...]:
        """The event types that set this cadence off."""
        return ()

    @property
    def gives_dates(self) -> bool:
        """Whether its duties fall due on a day."""
        return True

    @property
    def expects(self) -> str:
        """The form of its period labels, as an error message shows it."""
        return ""
