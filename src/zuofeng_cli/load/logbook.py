"""Reading a unit's log."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.load.schema import dotted, schema_faults
from zuofeng_cli.load.source import MAX_BYTES, Source, read
from zuofeng_cli.load.yaml import Positions, found_at, parse_yaml
from zuofeng_cli.log import Log


@dataclass(frozen=True, slots=True)
class Logbook:
    """A log and the file it was read from."""

    source: Source
    log: Log


def load_log(path: Path, name: str, max_bytes: int = MAX_BYTES) -> Logbook:
    """The log in this file; raises `UnusableInputError` with all that keeps it from being one."""
    return logbook(read(path, name, max_bytes))


def logbook(source: Source) -> Logbook:
    """The log that this text is; raises as `load_log` does."""
    data = parse_yaml(source)
    try:
        return Logbook(source, Log.model_validate(data))
    except ValidationError as error:
        raise UnusableInputError(_refused(source, data, error)) from error


def _refused(source: Source, data: object, error: ValidationError) -> list[Finding]:
    positions = Positions(source.text)
    found = []
    for fault in schema_faults(error, data, Log):
        spot = positions.value(fault.place)
        if fault.about == "key":
            spot = positions.key(fault.place)
        elif fault.about == "missing" and len(fault.place) > 1:
            spot = positions.value((*fault.place[:-1], "duty"))
        path = dotted(fault.place)
        found.append(found_at(source, spot, "schema", fault.message, fault.hint, path))
    return found
