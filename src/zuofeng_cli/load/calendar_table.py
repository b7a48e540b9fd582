"""A workspace's own calendar file: years it adds or has in place of others, and amendments."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError, ValidationInfo

from zuofeng_cli.days import (
    SATURDAY,
    BeyondCalendarError,
    CalendarYear,
    Run,
    UnknownCountryError,
    days_of,
)
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding, Place
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.calendar_year import calendar_year, notice, runs
from zuofeng_cli.load.schema import dotted, schema_findings
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.model import FileModel

Fault = tuple[Place, str, str]
"""Where it stands, what is wrong, and how to mend it."""


def _of_its_year(day: date, info: ValidationInfo) -> date:
    if str(day.year) != info.context:
        raise ValueError(_("{day} is not a day of {year}").format(day=day, year=info.context))
    return day


def _on_a_weekend(day: date) -> date:
    if day.weekday() < SATURDAY:
        raise ValueError(
            _("{day} is no Saturday or Sunday, so it is worked anyway").format(day=day)
        )
    return day


def _forward(days: tuple[date, date]) -> tuple[date, date]:
    if days[1] < days[0]:
        raise ValueError(_("the run ends before it begins"))
    return days


Year = Annotated[str, Field(pattern=r"^[12]\d{3}$")]
Day = Annotated[date, AfterValidator(_of_its_year)]
WeekendDay = Annotated[Day, AfterValidator(_on_a_weekend)]
FirstAndLast = Annotated[tuple[Day, Day], AfterValidator(_forward)]


class Amendment(FileModel):
    """A later notice, and the runs of days it covers."""

    notice: str
    url: str = ""
    published: date | None = None
    covers: tuple[FirstAndLast, ...]


class WholeYear(FileModel):
    """A year as it is after its notice and all amendments.

    `festivals` may name some only, or be left out: a festival's own day needs no notice.
    """

    official: bool = True
    notice: str = ""
    url: str = ""
    published: date | None = None
    amendments: tuple[Amendment, ...] = ()
    off: tuple[FirstAndLast, ...]
    makeup: tuple[WeekendDay, ...] = ()
    festivals: dict[str, Day] = {}

    def over(self, base: CalendarYear) -> CalendarYear:
        """The year, with the festivals of `base` that it does not name."""
        year = calendar_year(base.year, self.model_dump())
        return replace(year, festivals={**base.festivals, **year.festivals})

    def faults(self, year: CalendarYear) -> Iterator[Fault]:
        """What is wrong with it although each value is sound; `year` is what it makes."""
        key = str(year.year)
        if self.official and not self.notice:
            message = _("only a notice makes a year official")
            yield (key,), message, _('add notice = "…", or official = false')
        yield from _both((key,), year.off, self.makeup)
        for festival, day in _worked(year):
            place: Place = (key, "festivals", festival)
            yield (place if festival in self.festivals else (key, "off")), *_not_off(festival, day)


class Change(Amendment):
    """An amendment with what it says: which of the days it covers are off, which made up."""

    off: tuple[FirstAndLast, ...] = ()
    makeup: tuple[WeekendDay, ...] = ()


class AmendedYear(FileModel):
    """A year that stands elsewhere, with what later notices changed in it."""

    amendments: tuple[Change, ...]

    def over(self, base: CalendarYear) -> CalendarYear:
        """`base` after the amendments."""
        for change in self.amendments:
            base = base.amended(notice(change.model_dump()), runs(change.off), change.makeup)
        return base

    def faults(self, year: CalendarYear) -> Iterator[Fault]:
        """What is wrong with it although each value is sound; `year` is what it makes."""
        key = str(year.year)
        for number, change in enumerate(self.amendments):
            place: Place = (key, "amendments", number)
            yield from _both(place, runs(change.off), change.makeup)
            said = days_of(runs(change.off)) | set(change.makeup)
            for day in sorted(said - days_of(runs(change.covers))):
                message = _("{day} is not among the days covered").format(day=day)
                yield (*place, "covers"), message, _("covers must hold off and makeup")
        for festival, day in _worked(year):
            yield (key, "amendments"), *_not_off(festival, day)


def read_tables(
    path: Path, name: str, without_own: Callable[[int], CalendarYear]
) -> dict[int, CalendarYear]:
    """The years of the file; what it leaves out of a year is as in `without_own`.

    Raises `UnusableInputError` with everything that is wrong with the file.
    """
    source, data = read_toml(path, name)
    findings: list[Finding] = []
    years: dict[int, CalendarYear] = {}

    def where(place: Place) -> tuple[int | None, int | None]:
        return locate(source.text, place)

    for key, raw in data.items():
        only_amends = isinstance(raw, dict) and raw.keys() == {"amendments"}
        model: Any = dict[Year, AmendedYear] if only_amends else dict[Year, WholeYear]
        try:
            table: WholeYear | AmendedYear = TypeAdapter(model).validate_python(
                {key: raw}, context=key
            )[key]
        except ValidationError as error:
            findings += schema_findings(name, error, {key: raw}, model, where)
            continue
        try:
            base = without_own(int(key))
        except (BeyondCalendarError, UnknownCountryError):
            base = CalendarYear(int(key), official=False)
        year = years[base.year] = table.over(base)
        for place, message, hint in table.faults(year):
            line, column = where(place)
            findings.append(
                Finding(name, "schema", message, hint, line=line, column=column, path=dotted(place))
            )
    if findings:
        raise UnusableInputError(findings)
    return years


def _both(place: Place, off: Iterable[Run], makeup: Iterable[date]) -> Iterator[Fault]:
    days_off = days_of(off)
    for number, day in enumerate(makeup):
        if day in days_off:
            message = _("{day} is both off and worked").format(day=day)
            yield (*place, "makeup", number), message, _("take it out of off or of makeup")


def _worked(year: CalendarYear) -> Iterator[tuple[str, date]]:
    off = days_of(year.off)
    for festival, day in year.festivals.items():
        if day not in off and (day.weekday() < SATURDAY or day in year.makeup):
            yield festival, day


def _not_off(festival: str, day: date) -> tuple[str, str]:
    message = _("{festival}, {day}, is not a day off").format(festival=festival, day=day)
    return message, _("correct the day, or add it to off")
