"""Reading a rulebook, and holding it against its own vocabulary."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.schema import dotted, schema_findings
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.rule import Rulebook
from zuofeng_cli.vocabulary import faults


@dataclass(frozen=True, slots=True)
class Volume:
    """A rulebook, the name of its file and the sha256 of the file's bytes."""

    book: Rulebook
    name: str
    sha256: str


def load_rulebook(path: Path, name: str) -> Volume:
    """The rulebook in this file; raises `UnusableInputError` with all that is wrong with it."""
    source, data = read_toml(path, name)
    try:
        book = Rulebook.model_validate(data)
    except ValidationError as error:
        findings = schema_findings(
            name, error, data, Rulebook, lambda place: locate(source.text, place)
        )
        raise UnusableInputError(findings) from error
    if wrong := list(faults(book)):
        findings = []
        for fault in wrong:
            line, column = locate(source.text, fault.place)
            findings.append(
                Finding(
                    name,
                    "schema",
                    fault.message,
                    fault.hint,
                    line=line,
                    column=column,
                    path=dotted(fault.place),
                )
            )
        raise UnusableInputError(findings)
    return Volume(book, name, source.sha256)


def builtin_ids() -> list[str]:
    """The ids of the rulebooks that come with the program."""
    return sorted(path.stem for path in RULES.glob("*.toml"))
