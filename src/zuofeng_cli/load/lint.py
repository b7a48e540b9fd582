"""Judging a rulebook's file by every kind of fault, for its author."""

from pathlib import Path

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.lint import Case, faults
from zuofeng_cli.load.book_calendar import calendar_of
from zuofeng_cli.load.rulebook import found, load_beneath, read_rulebook, unfit


def lint_rulebook(path: Path, name: str, workspace: Path | None = None) -> list[Finding]:
    """Everything wrong with the rulebook in this file; that it is none at all included.

    `workspace` is the folder whose calendar counts, that of the file without it.
    """
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
    calendar, unknown = calendar_of(base or book, workspace or path.parent)
    return [*wrong, *found(source, [*unknown, *faults(Case(book, base, calendar))])]
