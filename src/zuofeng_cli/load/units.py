"""Reading a units file: TOML, or CSV for an office that keeps its units in a spreadsheet."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding, Place
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.schema import Locate, dotted, schema_findings
from zuofeng_cli.load.source import read
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.model import FileModel
from zuofeng_cli.near import near_or_all
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

LISTS = ("kinds",)
TABLES = ("name", "recipients", "readings")


class Units(FileModel):
    """A units file."""

    unit: Annotated[tuple[Unit, ...], Field(min_length=1)]
    """The units, a table `[[unit]]` each."""


def load_units(path: Path, name: str, books: Sequence[Rulebook] | None) -> tuple[Unit, ...]:
    """The units in this file, held against the rulebooks' words unless `books` is None.

    Raises `UnusableInputError` with everything that is wrong.
    """
    data, where = _read_csv(path, name) if path.suffix == ".csv" else _read_toml(path, name)
    try:
        units = Units.model_validate(data).unit
    except ValidationError as error:
        raise UnusableInputError(schema_findings(name, error, data, Units, where)) from error
    findings = []
    for place, message, hint in _faults(units, books):
        line, column = where(place)
        findings.append(
            Finding(name, "schema", message, hint, line=line, column=column, path=dotted(place))
        )
    if findings:
        raise UnusableInputError(findings)
    return units


def _faults(
    units: Sequence[Unit], books: Sequence[Rulebook] | None
) -> list[tuple[Place, str, str]]:
    found: list[tuple[Place, str, str]] = []

    def unknown(place: Place, what: str, word: str, words: Sequence[str]) -> None:
        message = _("{what} {word} is not declared").format(what=what, word=repr(word))
        found.append((place, message, near_or_all(word, words)))

    seen: set[str] = set()
    for number, unit in enumerate(units):
        place: Place = ("unit", number)
        if unit.id in seen:
            message = _("unit {id} stands here twice").format(id=unit.id)
            found.append(((*place, "id"), message, ""))
        seen.add(unit.id)
        if books is None:
            continue
        kinds = list(dict.fromkeys(kind for book in books for kind in book.kinds))
        levels = list(dict.fromkeys(level for book in books for level in book.levels))
        recipients = list(dict.fromkeys(word for book in books for word in book.recipients))
        readings: dict[str, set[str]] = {}
        for reading in (r for book in books for rule in book.rules for r in rule.readings):
            options = readings.setdefault(reading.id, set(reading.options))
            options &= reading.options.keys()
        for kind in unit.kinds:
            if kind not in kinds:
                unknown((*place, "kinds"), _("kind"), kind, kinds)
        if unit.level is not None and unit.level not in levels:
            unknown((*place, "level"), _("level"), unit.level, levels)
        for word in unit.recipients:
            if word not in recipients:
                unknown((*place, "recipients", word), _("recipient"), word, recipients)
        for name, option in unit.readings.items():
            here: Place = (*place, "readings", name)
            if name not in readings:
                unknown(here, _("reading"), name, list(readings))
            elif option not in readings[name]:
                unknown(here, _("option"), option, sorted(readings[name]))
        found += [((*place, "readings"), *words) for words in _rivals(unit, books)]
    return found


def _rivals(unit: Unit, books: Sequence[Rulebook]) -> Iterator[tuple[str, str]]:
    """Rules whose date two readings of the unit would each decide: which one holds is no guess."""
    for rule in (rule for book in books for rule in book.rules):
        if len(deciding := rule.deciding(unit.readings)) > 1:
            message = _("readings {names} each change the dates of {rule}").format(
                names=", ".join(deciding), rule=rule.id
            )
            yield message, _("leave one of them at the rulebook's choice")


def _read_toml(path: Path, name: str) -> tuple[dict[str, Any], Locate]:
    source, data = read_toml(path, name)
    return data, lambda place: locate(source.text, place)


def _read_csv(path: Path, name: str) -> tuple[dict[str, Any], Locate]:
    """Columns as the TOML keys; `name.zh` or `recipients.x` for tables, `a; b` for lists."""
    import csv
    import io

    source = read(path, name)
    reader = csv.DictReader(io.StringIO(source.text, newline=""), strict=True)
    units: list[dict[str, Any]] = []
    lines: list[int] = []
    try:
        if unknown := [*_unknown_columns(name, reader.fieldnames or ())]:
            raise UnusableInputError(unknown)
        for row in reader:
            if None in row or None in row.values():
                message = _("the row has not as many cells as the header")
                line = reader.line_num
                raise UnusableInputError([Finding(name, "syntax", message, line=line, column=1)])
            if any(row.values()):
                units.append(_unit_of(row))
                lines.append(reader.line_num)
    except csv.Error as error:
        # DictReader counts a row when it is through with it.
        line = reader.reader.line_num
        finding = Finding(name, "syntax", str(error), line=line, column=1)
        raise UnusableInputError([finding]) from error

    def where(place: Place) -> tuple[int | None, int | None]:
        row = place[1] if len(place) > 1 else None
        return (lines[row] if isinstance(row, int) else 1), 1

    return {"unit": units}, where


def _unknown_columns(name: str, columns: Sequence[str]) -> Iterator[Finding]:
    """A finding for each column that is no key of a unit: at the header, not at every row."""
    for column in filter(None, (each.strip() for each in columns)):
        key, dot, word = column.partition(".")
        if key not in Unit.model_fields or (dot and not (word and key in TABLES)):
            message = _("key {key} is not known here").format(key=column)
            yield Finding(name, "schema", message, near_or_all(column, Unit.model_fields), line=1)


def _unit_of(row: dict[str, str]) -> dict[str, Any]:
    unit: dict[str, Any] = {}
    for column, raw in row.items():
        cell = raw.strip()
        key, _dot, word = column.strip().partition(".")
        if not cell:
            continue
        if key in LISTS:
            unit[key] = [part.strip() for part in cell.split(";") if part.strip()]
        elif word and key in TABLES:
            unit.setdefault(key, {})[word] = cell
        else:
            unit[column.strip()] = cell
    return unit
