"""Judging a rulebook's file by every kind of fault, for its author."""

from pathlib import Path

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.lint import Case, faults
from zuofeng_cli.load.rulebook import found, load_beneath, read_rulebook, unfit
from zuofeng_cli.load.shelf import calendar_of


def lint_rulebook(path: Path, name: str) -> list[Finding]:
    """Everything wrong with the rulebook in this file; that it is none at all included."""
    try:
        source, book = read_rulebook(path, name)
    except UnusableInputError as error:
        return list(error.findings)
    wrong: list[Finding] = []
    base = None
    if book.extends is not None:
        try:
            base = load_beneath(source, book, path).book
        except UnusableInputError as error:
            return list(error.findings)
        wrong += unfit(source, book, base)
    calendar, unknown = calendar_of(base or book, path.parent)
    return [*wrong, *found(source, [*unknown, *faults(Case(book, base, calendar))])]
