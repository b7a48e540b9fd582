"""Reading a unit's log."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.schema import schema_findings
from zuofeng_cli.load.source import MAX_BYTES, Source, read
from zuofeng_cli.load.yaml import locate, parse_yaml
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
        findings = schema_findings(
            source.name, error, data, Log, lambda place: locate(source.text, place)
        )
        raise UnusableInputError(findings) from error
