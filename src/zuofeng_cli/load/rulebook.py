"""Reading a rulebook, and refusing one that cannot be used."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from pydantic import ValidationError

from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.finding import Finding, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint import Case, Fault, faults
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.schema import dotted, schema_findings
from zuofeng_cli.load.source import Source
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.near import near
from zuofeng_cli.rule import Rulebook


@dataclass(frozen=True, slots=True)
class Volume:
    """A rulebook, the name of its file and the sha256 of the file's bytes."""

    book: Rulebook
    name: str
    sha256: str


def load_rulebook(path: Path, name: str) -> Volume:
    """The rulebook in this file; raises `UnusableInputError` with all that is wrong with it."""
    source, book = read_rulebook(path, name)
    if wrong := found(source, faults(Case(book))):
        raise UnusableInputError(wrong)
    return Volume(book, name, source.sha256)


def read_rulebook(path: Path, name: str) -> tuple[Source, Rulebook]:
    """The file and the rulebook in it, used words unjudged; raises `UnusableInputError`."""
    source, data = read_toml(path, name)
    try:
        return source, Rulebook.model_validate(data)
    except ValidationError as error:
        findings = schema_findings(
            name, error, data, Rulebook, lambda place: locate(source.text, place)
        )
        raise UnusableInputError(findings) from error


def found(source: Source, faults: Iterable[Fault]) -> list[Finding]:
    """The faults as findings in their file."""
    return [
        Finding(
            source.name,
            fault.name,
            fault.message,
            fault.hint,
            fault.code,
            Severity.ERROR if fault.is_unusable else Severity.WARNING,
            *locate(source.text, fault.place),
            dotted(fault.place),
        )
        for fault in faults
    ]


def find_rulebook(name: str, folder: Path) -> tuple[Path, str]:
    """The file that a name means, and what messages call it.

    A name is a built-in id, or a path from `folder`, which ends in `.toml` or has a slash. Raises
    `UsageError` where no built-in rulebook has the id.
    """
    if "/" in name or name.endswith(".toml"):
        return folder / name, PurePath(name).as_posix()
    builtin = builtin_ids()
    if name in builtin:
        path = RULES / f"{name}.toml"
        return path, path.name
    hint = near(name, builtin) or _("built in: {words}").format(words=", ".join(builtin))
    raise UsageError(_("there is no built-in rulebook {id}").format(id=repr(name)), hint)


def builtin_ids() -> list[str]:
    """The ids of the rulebooks that come with the program."""
    return sorted(path.stem for path in RULES.glob("*.toml"))
