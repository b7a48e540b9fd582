"""What the shell completes: the ids of the workspace at hand."""

from pathlib import Path

from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.workspace import Workspace, find_root, load_workspace


def _workspace() -> Workspace | None:
    try:
        return load_workspace(find_root(Path.cwd()) or DEMO)
    except (UnusableInputError, UsageError):  # completion has nowhere to complain
        return None


def unit_ids(incomplete: str) -> list[str]:
    """The units whose id begins so."""
    found = _workspace()
    return [unit.id for unit in found.units if unit.id.startswith(incomplete)] if found else []


def rule_ids(incomplete: str) -> list[str]:
    """The rules whose id begins so."""
    shelves = found.shelves if (found := _workspace()) else ()
    ids = [rule.id for shelf in shelves for rule in shelf.volume.book.rules]
    return [name for name in ids if name.startswith(incomplete)]
