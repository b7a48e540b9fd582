"""Reading a rulebook, and refusing one that cannot be used."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from pydantic import ValidationError

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.finding import Finding, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint import Case, Fault, unusable
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.schema import dotted, schema_findings
from zuofeng_cli.load.source import Source
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.near import near
from zuofeng_cli.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Volume:
    """A rulebook, the name of its file and the sha256 of the file's bytes.

    `own` is what the file itself says. `book` is the same, unless it extends the rulebook
    `beneath`: then it is that one with this laid over it.
    """

    book: Rulebook
    name: str
    sha256: str
    own: Rulebook
    beneath: "Volume | None" = None

    @property
    def stack(self) -> "tuple[Volume, ...]":
        """The rulebooks that lie over one another here, the lowest first."""
        return (*(self.beneath.stack if self.beneath else ()), self)


def load_rulebook(path: Path, name: str, above: tuple[Path, ...] = ()) -> Volume:
    """The rulebook in this file; raises `UnusableInputError` with all that is wrong with it.

    `above` are the files that extend it, of which it may be none.
    """
    source, own = read_rulebook(path, name)
    beneath = load_beneath(source, own, path, above) if own.extends is not None else None
    base = beneath.book if beneath else None
    if wrong := found(source, unusable(Case(own, base))):
        raise UnusableInputError(wrong)
    if beneath is None:
        return Volume(own, name, source.sha256, own)
    if wrong := unfit(source, own, beneath.book):
        raise UnusableInputError(wrong)
    from zuofeng_cli.extension import lay  # for local rulebooks only

    return Volume(lay(beneath.book, own), name, source.sha256, own, beneath)


def load_beneath(source: Source, own: Rulebook, path: Path, above: tuple[Path, ...] = ()) -> Volume:
    """The rulebook that this one extends; raises `UnusableInputError` where there is none."""
    files = (*above, path.resolve())
    message, hint = _("the rulebook extends itself"), _("name another one")
    try:
        below, name = find_rulebook(str(own.extends), path.parent)
        if below.resolve() not in files:
            return load_rulebook(below, name, files)
    except UsageError as error:
        message, hint = error.message, error.hint
    fault = Fault(("extends",), message, hint, "schema", is_unusable=True)
    raise UnusableInputError(found(source, [fault]))


def unfit(source: Source, own: Rulebook, base: Rulebook) -> list[Finding]:
    """A finding for each key by which an adjustment makes no cadence of its rule."""
    from zuofeng_cli.extension import changed_cadence  # for local rulebooks only

    wrong: list[Finding] = []
    for number, adjustment in enumerate(own.adjustments):
        rule = base.rule(adjustment.rule)
        if rule is None or not adjustment.cadence:
            continue
        try:
            changed_cadence(rule, adjustment)
        except ValidationError as error:
            above = ("adjust", number, "cadence")
            data = {"kind": rule.cadence.kind} | adjustment.cadence
            wrong += schema_findings(
                source.name, error, data, Cadence, partial(locate, source.text), above
            )
    return wrong


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
    `UsageError` where there is no such file, or no built-in rulebook of the id.
    """
    if "/" in name or name.endswith(".toml"):
        if not (folder / name).exists():
            raise UsageError(_("there is no file {file}").format(file=name))
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
