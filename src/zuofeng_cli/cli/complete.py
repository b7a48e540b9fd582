"""What the shell completes: the ids and keys of the workspace that the command line names."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

import typer

from zuofeng_cli.cli.dates import day, local_today
from zuofeng_cli.days import BeyondCalendarError, Span
from zuofeng_cli.duty import Assessment
from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.language import localized
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.workspace import Workspace, find_root, load_workspace
from zuofeng_cli.unit import Unit

Completion = tuple[str, str]
"""A word with what it means, which zsh, fish and PowerShell show beside it."""

Completions = list[Completion]


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


def event_types(context: typer.Context, incomplete: str) -> Completions:
    """The types of event that begin so, of those that set off a duty of the unit that is named."""
    return _answer(context, incomplete, _types)


def periods(context: typer.Context, incomplete: str) -> Completions:
    """The periods that begin so for which the unit still owes one of the duties named."""
    return _answer(context, incomplete, _periods)


Source = Callable[[Workspace, typer.Context, str], Iterable[Completion]]


def _answer(context: typer.Context, incomplete: str, source: Source) -> Completions:
    try:
        workspace = load_workspace(context.params.get("workspace") or find_root(Path.cwd()) or DEMO)
        found = list(source(workspace, context, incomplete))
    except (BeyondCalendarError, UnusableInputError, UsageError):
        return []  # completion has nowhere to complain
    return [(word, meaning) for word, meaning in found if word.startswith(incomplete)]


def _units(workspace: Workspace, *_: object) -> Iterable[Completion]:
    return [(unit.id, localized(unit.name)) for unit in workspace.units]


def _rules(workspace: Workspace, *_: object) -> Iterable[Completion]:
    rules = [rule for shelf in workspace.shelves for rule in shelf.volume.book.rules]
    return [(rule.id, localized(rule.title)) for rule in rules]


def _types(workspace: Workspace, context: typer.Context, _incomplete: str) -> Iterable[Completion]:
    from zuofeng_cli.expand import event_types

    unit, *_duties = _named(context)
    types = event_types(workspace.books, workspace.unit(unit))
    return [(name, localized(title)) for name, title in types.items()]


def _periods(
    workspace: Workspace, context: typer.Context, _incomplete: str
) -> Iterable[Completion]:
    from zuofeng_cli.listing import OUTSTANDING

    unit, *duties = _named(context)
    for each in _assessments(workspace, context, workspace.unit(unit)):
        if each.status in OUTSTANDING and each.duty.rule.id in duties:
            yield each.duty.period, localized(each.duty.rule.title)


def _named(context: typer.Context) -> list[str]:
    """The unit on the command line and the duties behind it; an empty text for no unit.

    typer does not say which is which while the option to be completed stands last.
    """
    if unit := context.params.get("unit"):
        return [unit, *(context.params.get("duty") or ())]
    return context.args or [""]


def _keys(workspace: Workspace, context: typer.Context, incomplete: str) -> Iterable[Completion]:
    for unit in workspace.units:
        if incomplete and f"{unit.id}/".startswith(incomplete[: len(unit.id) + 1]):
            for each in _assessments(workspace, context, unit):
                yield each.duty.key, localized(each.duty.rule.title)


def _assessments(
    workspace: Workspace, context: typer.Context, unit: Unit
) -> tuple[Assessment, ...]:
    """The unit's duties up to the next quarter, as they stand on the day that is asked about."""
    from zuofeng_cli.ledger import ledger

    today = day(context.params.get("today"), "--today") or local_today(workspace.time_zone)
    span = Span(unit.tracked_from, today + timedelta(days=92))
    return ledger(workspace.books, unit, workspace.log(unit), today, span).assessments
