"""Judging a rulebook's file by every kind of fault, for its author."""

from pathlib import Path

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.lint import FAULTS, Case, faults
from zuofeng_cli.load.rulebook import found, read_rulebook
from zuofeng_cli.load.shelf import calendar_of


def lint_rulebook(path: Path, name: str) -> list[Finding]:
    """Everything wrong with the rulebook in this file; that it is none at all included."""
    try:
        source, book = read_rulebook(path, name)
    except UnusableInputError as error:
        return list(error.findings)
    calendar, wrong = calendar_of(book, path.parent)
    return found(source, [*wrong, *faults(Case(book, calendar=calendar), FAULTS)])
