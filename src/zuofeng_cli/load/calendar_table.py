"""A workspace's own calendar file: years that it adds, or has in place of those that ship."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, TypeAdapter, ValidationError, ValidationInfo

from zuofeng_cli.days import SATURDAY, BeyondCalendarError, CalendarYear, UnknownCountryError
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.calendar import calendar_year
from zuofeng_cli.load.schema import Place, dotted, schema_findings
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.model import FileModel

YEAR = re.compile(r"[12]\d{3}", re.ASCII)

Fault = tuple[Place, str, str]
"""Where it stands, what is wrong, and how to mend it."""


def _of_the_year(day: date, info: ValidationInfo) -> date:
    if day.year != info.context:
        raise ValueError(_("{day} is not a day of {year}").format(day=day, year=info.context))
    return day


def _on_a_weekend(day: date) -> date:
    if day.weekday() < SATURDAY:
        raise ValueError(
            _("{day} is no Saturday or Sunday, so it is worked anyway").format(day=day)
        )
    return day


def _forward(run: tuple[date, date]) -> tuple[date, date]:
    if run[1] < run[0]:
        raise ValueError(_("the run ends before it begins"))
    return run


Day = Annotated[date, AfterValidator(_of_the_year)]
Days = Annotated[tuple[Day, Day], AfterValidator(_forward)]


class AmendmentTable(FileModel):
    """A later notice, and the runs of days it covers."""

    notice: str
    url: str = ""
    published: date | None = None
    covers: tuple[Days, ...]


class YearTable(FileModel):
    """One year; `off` and `makeup` as its notice lists them.

    `festivals` may be left out, or name some only: a festival's own day needs no notice.
    """

    official: bool = True
    notice: str = ""
    url: str = ""
    published: date | None = None
    amendments: tuple[AmendmentTable, ...] = ()
    off: tuple[Days, ...]
    makeup: tuple[Annotated[Day, AfterValidator(_on_a_weekend)], ...] = ()
    festivals: dict[str, Day] = {}


def read_tables(
    path: Path, name: str, without_own: Callable[[int], CalendarYear]
) -> dict[int, CalendarYear]:
    """The years of the file; a festival that a year does not name is where `without_own` has it.

    Raises `UnusableInputError` with everything that is wrong with the file.
    """
    source, data = read_toml(path, name)
    findings: list[Finding] = []
    years: dict[int, CalendarYear] = {}

    def where(place: Place) -> tuple[int | None, int | None]:
        return locate(source.text, place)

    def report(place: Place, message: str, hint: str) -> None:
        line, column = where(place)
        path = dotted(place)
        findings.append(Finding(name, "schema", message, hint, line=line, column=column, path=path))

    for key, raw in data.items():
        if not YEAR.fullmatch(key):
            report(
                (key,), _("{key} is not a year").format(key=key), _("name each table by its year")
            )
            continue
        try:
            table = _TABLES.validate_python({key: raw}, context=int(key))[key]
        except ValidationError as error:
            findings += schema_findings(name, error, {key: raw}, dict[str, YearTable], where)
            continue
        year = calendar_year(int(key), table.model_dump())
        years[year.year] = replace(
            year, festivals={**_festivals(year.year, without_own), **year.festivals}
        )
        for fault in _faults(years[year.year], table):
            report(*fault)
    if findings:
        raise UnusableInputError(findings)
    return years


_TABLES = TypeAdapter(dict[str, YearTable])


def _festivals(year: int, without_own: Callable[[int], CalendarYear]) -> dict[str, date]:
    try:
        return dict(without_own(year).festivals)
    except (BeyondCalendarError, UnknownCountryError):
        return {}


def _faults(year: CalendarYear, table: YearTable) -> Iterator[Fault]:
    """What is wrong with a year whose every value is sound by itself."""
    key = str(year.year)
    if year.official and not year.notices:
        message = _("only a notice makes a year official")
        yield (key,), message, _('add notice = "…", or official = false')
    off = {day for run in year.off for day in run.days()}
    for number, day in enumerate(table.makeup):
        if day in off:
            message = _("{day} is both off and worked").format(day=day)
            yield (key, "makeup", number), message, _("take it out of off or of makeup")
    for festival, day in year.festivals.items():
        if day not in off and (day.weekday() < SATURDAY or day in year.makeup):
            place: Place = (
                (key, "festivals", festival) if festival in table.festivals else (key, "off")
            )
            message = _("{festival}, {day}, is not a day off").format(festival=festival, day=day)
            yield place, message, _("correct the day, or add it to off")
