"""A rulebook with the calendar that it counts by, each held against the other."""

from dataclasses import dataclass
from pathlib import Path

from zuofeng_cli.days import Calendar
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Severity
from zuofeng_cli.lint import Case, unusable
from zuofeng_cli.load.book_calendar import calendar_of
from zuofeng_cli.load.rulebook import Volume, load_rulebook


@dataclass(frozen=True, slots=True)
class Shelf:
    """A rulebook with the calendar that it counts by."""

    volume: Volume
    calendar: Calendar


def load_shelf(path: Path, name: str, workspace: Path) -> Shelf:
    """The rulebook in this file and its country's calendar, the workspace's own years included.

    Raises `UnusableInputError` with everything that is wrong with either.
    """
    if shelf := _sound(path, name, workspace):
        return shelf
    from zuofeng_cli.load.lint import lint_rulebook  # it finds all, where loading stops early

    wrong = lint_rulebook(path, name, workspace)
    raise UnusableInputError([each for each in wrong if each.severity is Severity.ERROR])


def _sound(path: Path, name: str, workspace: Path) -> Shelf | None:
    """The rulebook and its calendar; None where something is wrong with the rulebook."""
    try:
        volume = load_rulebook(path, name)
    except UnusableInputError:
        return None
    calendar, wrong = calendar_of(volume.book, workspace)
    base = volume.beneath.book if volume.beneath else None
    if wrong or any(unusable(Case(volume.own, base, calendar))):
        return None
    return Shelf(volume, calendar)
