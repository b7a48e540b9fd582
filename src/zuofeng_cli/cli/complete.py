"""What the shell completes: the ids and keys of the workspace that the command line names."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

import typer

from zuofeng_cli.days import BeyondCalendarError, Span
from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.language import localized
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.workspace import Workspace, find_root, load_workspace

Completions = list[tuple[str, str]]
"""Each word with what it means, which zsh, fish and PowerShell show beside it."""


def words(allowed: Sequence[str]) -> Callable[[str], list[str]]:
    """A completion of words known beforehand."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in allowed if word.startswith(incomplete)]

    return complete


def unit_ids(context: typer.Context, incomplete: str) -> Completions:
    """The units whose id begins so."""
    return _answer(context, incomplete, _units)


def rule_ids(context: typer.Context, incomplete: str) -> Completions:
    """The rules whose id begins so."""
    return _answer(context, incomplete, _rules)


def rule_ids_and_keys(context: typer.Context, incomplete: str) -> Completions:
    """The rules whose id begins so, and the duties up to the next quarter whose key does."""
    return _answer(context, incomplete, _rules) + _answer(context, incomplete, _keys)


Source = Callable[[Workspace, typer.Context, str], Iterable[tuple[str, str]]]


def _answer(context: typer.Context, incomplete: str, source: Source) -> Completions:
    try:
        workspace = load_workspace(context.params.get("workspace") or find_root(Path.cwd()) or DEMO)
        found = list(source(workspace, context, incomplete))
    except (BeyondCalendarError, UnusableInputError, UsageError):
        return []  # completion has nowhere to complain
    return [(word, meaning) for word, meaning in found if word.startswith(incomplete)]


def _units(workspace: Workspace, *_: object) -> Iterable[tuple[str, str]]:
    return [(unit.id, localized(unit.name)) for unit in workspace.units]


def _rules(workspace: Workspace, *_: object) -> Iterable[tuple[str, str]]:
    rules = [rule for shelf in workspace.shelves for rule in shelf.volume.book.rules]
    return [(rule.id, localized(rule.title)) for rule in rules]


def _keys(
    workspace: Workspace, context: typer.Context, incomplete: str
) -> Iterable[tuple[str, str]]:
    from zuofeng_cli.cli.options import day
    from zuofeng_cli.cli.session import local_today
    from zuofeng_cli.ledger import ledger

    asked = day(context.params.get("today"), "--today")
    today = asked or local_today(workspace.time_zone)
    for unit in workspace.units:
        if incomplete and f"{unit.id}/".startswith(incomplete[: len(unit.id) + 1]):
            books, log = workspace.books, workspace.log(unit)
            span = Span(unit.tracked_from, today + timedelta(days=92))
            for each in ledger(books, unit, log, today, span).assessments:
                yield each.duty.key, localized(each.duty.rule.title)
