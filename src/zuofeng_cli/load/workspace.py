"""Reading a workspace: its settings, rulebooks, calendars and units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from zuofeng_cli.days import Calendar
from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.finding import Finding, Place
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.logbook import Logbook, load_log
from zuofeng_cli.load.rulebook import find_rulebook
from zuofeng_cli.load.schema import dotted, schema_findings
from zuofeng_cli.load.shelf import Shelf, load_shelf
from zuofeng_cli.load.source import Source
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.load.units import load_units
from zuofeng_cli.log import Log
from zuofeng_cli.near import near
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.settings.workspace import Settings
from zuofeng_cli.unit import Unit

if TYPE_CHECKING:
    from zuofeng_cli.settings.notify import Target
    from zuofeng_cli.settings.tables import Tables

MARKER = "zuofeng.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything a workspace says, apart from the logs, which are read one at a time."""

    root: Path
    settings: Settings
    shelves: tuple[Shelf, ...]
    units: tuple[Unit, ...]
    is_demo: bool = False

    @property
    def tables(self) -> "Tables":
        """All that `zuofeng.toml` says, its tables too."""
        from zuofeng_cli.settings.tables import Tables

        read = self.settings
        return read if isinstance(read, Tables) else Tables(**dict(read))

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id; raises `UsageError` naming the nearest one."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        ids = [unit.id for unit in self.units]
        hint = near(unit_id, ids) or _("units: {words}").format(words=", ".join(ids))
        raise UsageError(_("no unit {id} in this workspace").format(id=repr(unit_id)), hint)

    def rule(self, rule_id: str) -> tuple[Shelf, Rule]:
        """The rule with this id and where it stands; raises `UsageError` naming the nearest."""
        for shelf in self.shelves:
            if rule := shelf.volume.book.rule(rule_id):
                return shelf, rule
        ids = [rule.id for shelf in self.shelves for rule in shelf.volume.book.rules]
        hint = near(rule_id, ids) or _("see: zuofeng rules list")
        raise UsageError(_("no rule {id} in this workspace").format(id=repr(rule_id)), hint)

    def log_name(self, unit: Unit) -> str:
        """What messages call the unit's log: its path inside the workspace."""
        return f"{self.settings.logs}/{unit.id}.yaml"

    def log_path(self, unit: Unit) -> Path:
        """Where the unit's log is, or would be."""
        return self.root / self.log_name(unit)

    def logbook(self, unit: Unit) -> Logbook | None:
        """The unit's log; None where it has none. Raises `UnusableInputError`."""
        path = self.log_path(unit)
        return load_log(path, self.log_name(unit)) if path.exists() else None

    def log(self, unit: Unit) -> Log:
        """What the unit logged; an empty log where it has no file."""
        book = self.logbook(unit)
        return book.log if book else Log(unit=unit.id)

    def quotes(self, rule: Rule) -> tuple[str, ...]:
        """The sentences of the user's own policy text that the rule rests on, if there is one."""
        name = self.settings.policy_text
        if not name:
            return ()
        from zuofeng_cli.load.policy import load_policy, quotes  # seldom needed

        shelf, _rule = self.rule(rule.id)
        return quotes(load_policy(self.root / name, name, shelf.volume.book), rule)

    @property
    def books(self) -> tuple[tuple[Rulebook, Calendar], ...]:
        """The rulebooks, each with its calendar."""
        return tuple((shelf.volume.book, shelf.calendar) for shelf in self.shelves)

    @property
    def editions(self) -> tuple[tuple[str, str], ...]:
        """The id and sha256 of each rulebook, one that another extends before it."""
        return tuple(
            (volume.own.id, volume.sha256)
            for shelf in self.shelves
            for volume in shelf.volume.stack
        )

    @property
    def books_by_rule(self) -> dict[str, Rulebook]:
        """The rulebook of each rule, by the rule's id."""
        return {rule.id: book for book, _calendar in self.books for rule in book.rules}

    @property
    def time_zone(self) -> str:
        """The time zone in which a day begins: the first rulebook's."""
        return self.shelves[0].volume.book.time_zone


def find_root(start: Path) -> Path | None:
    """The folder at or above `start` that holds a `zuofeng.toml`."""
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return folder
    return None


def load_workspace(root: Path) -> Workspace:
    """The workspace in this folder; raises `UnusableInputError` with everything wrong in it."""
    if not (root / MARKER).is_file():
        message = _("there is no {file} in {folder}").format(file=MARKER, folder=root)
        raise UsageError(
            message, _("make a workspace with: zuofeng init {folder}").format(folder=root)
        )
    source, settings = load_settings(root)
    problems: list[Finding] = []
    shelves: list[Shelf] = []
    for number, name in enumerate(settings.rulebooks):
        try:
            shelves.append(load_shelf(*find_rulebook(name, root), root))
        except UnusableInputError as error:
            problems += error.findings
        except UsageError as error:
            place: Place = ("rulebooks", number)
            problems.append(_finding(source, place, error.message, error.hint))
        else:
            shelves = _laid(shelves)
            for message in _shared_rules(shelves):
                problems.append(_finding(source, ("rulebooks", number), message))
    units: tuple[Unit, ...] = ()
    try:
        vocabulary = [shelf.volume.book for shelf in shelves] if not problems else None
        units = load_units(root / settings.units, settings.units, vocabulary)
        targets = getattr(settings, "notify", ())  # which only `Tables` has
        problems += _lost_targets(source, targets, units)
    except UnusableInputError as error:
        problems += error.findings
    if problems:
        raise UnusableInputError(problems)
    return Workspace(root, settings, tuple(shelves), units, is_demo=root == DEMO)


def load_settings(root: Path) -> tuple[Source, Settings]:
    """The `zuofeng.toml` of this folder and what it says, as `Tables` where it says more.

    Raises `UnusableInputError`.
    """
    source, data = read_toml(root / MARKER, MARKER)
    model: type[Settings] = Settings
    if not data.keys() <= Settings.model_fields.keys():
        from zuofeng_cli.settings.tables import Tables

        model = Tables
    try:
        return source, model.model_validate(data)
    except ValidationError as error:
        raise UnusableInputError(
            schema_findings(MARKER, error, data, model, lambda place: locate(source.text, place))
        ) from error


def _laid(shelves: list[Shelf]) -> list[Shelf]:
    """The rulebooks without those that another of them extends: that one holds them already."""
    beneath = {shelf.volume.beneath.name for shelf in shelves if shelf.volume.beneath}
    return [shelf for shelf in shelves if shelf.volume.name not in beneath]


def _shared_rules(shelves: Sequence[Shelf]) -> Iterator[str]:
    """What is wrong where the last rulebook has rules of an earlier one: a key must name one."""
    *earlier, last = shelves
    ids = {rule.id for rule in last.volume.book.rules}
    for shelf in earlier:
        shared = [rule.id for rule in shelf.volume.book.rules if rule.id in ids]
        if shared:
            yield _("{other} has rules of the same id: {words}").format(
                other=shelf.volume.name, words=", ".join(shared)
            )


def _lost_targets(
    source: Source, targets: Sequence["Target"], units: Sequence[Unit]
) -> Iterator[Finding]:
    """What is wrong with the targets: a name given twice, a unit that is none."""
    ids, names = [unit.id for unit in units], set[str]()
    for number, target in enumerate(targets):
        place: Place = ("notify", number)
        if target.name in names:
            message = _("target {id} stands here twice").format(id=target.name)
            yield _finding(source, (*place, "name"), message)
        names.add(target.name)
        for unit_id in target.units:
            if unit_id not in ids:
                message = _("no unit {id} in this workspace").format(id=repr(unit_id))
                yield _finding(source, (*place, "units"), message, near(unit_id, ids))


def _finding(source: Source, place: Place, message: str, hint: str = "") -> Finding:
    line, column = locate(source.text, place)
    return Finding(MARKER, "schema", message, hint, line=line, column=column, path=dotted(place))
