"""`zuofeng rules lint`: every fault of a rulebook."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.session import page
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.catalog import speak
from zuofeng_cli.load.lint import lint_rulebook
from zuofeng_cli.load.rulebook import find_rulebook
from zuofeng_cli.load.workspace import find_root, load_settings
from zuofeng_cli.render import findings
from zuofeng_cli.review import Review


def lint(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE…", help=_("Rulebooks; else those of the workspace.")),
    ] = None,
    output: Annotated[str, format_option(findings.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,  # noqa: ARG001 - as every command takes it
    lang: LangOption = None,
) -> None:
    found = _files(files or [], workspace, lang)
    if output in findings.FOR_MACHINES:
        speak("en")
    wrong = [
        finding
        for path, name in found
        for finding in lint_rulebook(path, name, find_root(path.resolve().parent))
    ]
    wrong.sort(key=lambda finding: finding.order)
    names = tuple(name for _path, name in found)
    review = Review("zuofeng.rules-lint/1", names, tuple(wrong))
    sys.stdout.write(findings.render(output, review, page()))
    if wrong:
        raise typer.Exit(exits.FINDINGS)


def _files(names: list[str], workspace: Path | None, lang: str | None) -> list[tuple[Path, str]]:
    """The files that were named, else those of the workspace, which may be unusable as yet."""
    if names:
        return [find_rulebook(name, Path()) for name in names]
    root = workspace or find_root(Path.cwd()) or DEMO
    _source, settings = load_settings(root)
    if lang is None and settings.lang is not None:
        speak(settings.lang)
    return [find_rulebook(name, root) for name in settings.rulebooks]
