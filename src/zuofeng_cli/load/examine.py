"""One log after another, held against the workspace: everything that is wrong, and where."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from zuofeng_cli import checks
from zuofeng_cli.days import ONE_DAY, BeyondCalendarError, Span
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding, Place, Spot
from zuofeng_cli.history import History
from zuofeng_cli.language import gettext as _
from zuofeng_cli.ledger import Ledger, ledger
from zuofeng_cli.load.attachments import attachments
from zuofeng_cli.load.git import Repository
from zuofeng_cli.load.logbook import Logbook, load_log
from zuofeng_cli.load.source import Source
from zuofeng_cli.load.workspace import Workspace
from zuofeng_cli.load.yaml import Positions, found_at
from zuofeng_cli.log import Log
from zuofeng_cli.privacy import masked
from zuofeng_cli.settings.check import CheckSettings
from zuofeng_cli.submission import Attachment, Problem, Submission, concerned
from zuofeng_cli.unit import Unit

ENDS = (".yaml", ".yml")
Attach = Callable[[Log], Mapping[str, Attachment]]
"""What stands where a log says that its evidence files are."""


@dataclass(frozen=True, slots=True)
class Past:
    """Where the history of logs is read: a repository, up to a revision."""

    repository: Repository
    revision: str = "HEAD"


class Examiner:
    """Finds what is wrong with the logs of a workspace, as of one day.

    `names` are the checks to make. Evidence files are looked up by `attach`, else in the folder of
    the workspace; the history of each log is read from `past`, if given; `settings` are those of
    the workspace unless others are given.
    """

    def __init__(
        self,
        workspace: Workspace,
        today: date,
        names: frozenset[str] = frozenset(checks.CHECKS),
        attach: Attach | None = None,
        past: Past | None = None,
        settings: CheckSettings | None = None,
    ) -> None:
        self._workspace, self._today, self._names = workspace, today, names
        self._attach = attach or partial(attachments, workspace.root)
        self._past = past
        self._settings = settings or workspace.tables.check
        self._root = workspace.root.resolve()
        self._folder = (workspace.root / workspace.settings.logs).resolve()
        self._units = {unit.id: unit for unit in workspace.units}
        self._rules = {rule.id: rule for book, _cal in workspace.books for rule in book.rules}

    @cached_property
    def logs(self) -> tuple[Path, ...]:
        """Every log of the workspace: each file of the folder of logs, and each unit's own."""
        own = {self._folder / self._workspace.log_path(unit).name for unit in self._workspace.units}
        try:
            there = {path for path in self._folder.iterdir() if path.suffix in ENDS}
        except OSError:  # no folder: then each unit's log is missing
            there = set()
        return tuple(sorted(own | there))

    def name(self, path: Path) -> str:
        """What the file is called: its path from the workspace."""
        whole = path.parent.resolve() / path.name
        return Path(os.path.relpath(whole, self._root)).as_posix()

    def examine(self, path: Path) -> list[Finding]:
        """Everything that is wrong with the log in this file, in order of place.

        A unit's own log that was never begun is an empty one: what is overdue is still overdue.
        """
        name = self.name(path)
        among_logs = path.parent.resolve() == self._folder
        owner = self._units.get(path.stem) if among_logs else None
        try:
            if owner and not os.path.lexists(path):
                book = Logbook(Source(name, "", ""), Log(unit=owner.id))
            else:
                book = load_log(path, name, self._settings.max_bytes)
        except UnusableInputError as error:
            found = [
                self._told(replace(each, unit=owner.id if owner else None))
                for each in error.findings
                if each.name in self._names
            ]
        else:
            unit = self._units.get(book.log.unit) or owner
            found = self._judged(book, unit, path.name if among_logs else None)
        return sorted(found, key=lambda finding: finding.order[:3])

    def examine_part(self, book: Logbook, unit: Unit, part: Place) -> list[Finding]:
        """What is wrong with one part of a log of this unit, which need not be in a file yet."""
        return self._judged(book, unit, None, part)

    def _judged(
        self, book: Logbook, unit: Unit | None, file_name: str | None, part: Place = ()
    ) -> list[Finding]:
        source, log = book.source, book.log
        positions = Positions(source.text)
        submission: Submission | None = None
        try:
            submission = Submission(
                log,
                source.text,
                self._today,
                unit,
                tuple(self._units),
                self._workspace.books,
                self._rules,
                file_name,
                self._ledger(unit, log) if unit else None,
                self._attach(log),
                self._history(source.name, log),
                self._settings,
            )
            problems = list(checks.problems(submission, self._names))
        except BeyondCalendarError as error:
            problems = [self._beyond(error)]
        found = []
        for check, problem in problems:
            if part and (isinstance(problem.at, Spot) or problem.at[: len(part)] != part):
                continue
            rule, period = problem.rule, problem.period
            if submission:
                rule, period = concerned(submission, problem)
            spot = problem.at if isinstance(problem.at, Spot) else positions.value(problem.at)
            finding = replace(
                found_at(source, spot, check.NAME, problem.message, problem.hint),
                unit=unit.id if unit else log.unit,
                rule=rule,
                period=period,
                provisional=problem.provisional,
            )
            if not source.text:  # the file is not there, so no place in it either
                finding = replace(finding, line=None, column=None)
            found.append(self._told(finding))
        return found

    def _ledger(self, unit: Unit, log: Log) -> Ledger:
        span = Span(unit.tracked_from, self._today + ONE_DAY)
        return ledger(self._workspace.books, unit, log, self._today, span)

    def _history(self, name: str, log: Log) -> History | None:
        if self._past is None:
            return None
        from zuofeng_cli.load.log_history import log_history

        past, zone = self._past, self._workspace.time_zone
        return log_history(past.repository, past.revision, name, log, self._today, zone)

    def _beyond(self, error: BeyondCalendarError) -> tuple[checks.Check, Problem]:
        """What to say of a log with a day of a year without a calendar; a day of ours is raised."""
        for _book, calendar in self._workspace.books:
            calendar.year(self._today.year)
        message = _(
            "something in it falls into {year}, and no calendar of {country} is known"
        ).format(year=error.year, country=error.country)
        return checks.load("schema"), Problem(("unit",), message)

    def _told(self, finding: Finding) -> Finding:
        """The finding with its code and severity, and without anybody's numbers."""
        check = checks.load(finding.name)
        return replace(
            finding,
            code=check.CODE,
            severity=check.SEVERITY,
            message=masked(finding.message),
            hint=masked(finding.hint),
            unit=finding.unit and masked(finding.unit),
            period=finding.period and masked(finding.period),
            excerpt=masked(finding.excerpt),
        )
