"""`zuofeng check`: what is wrong with the logs that units submit."""

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from zuofeng_cli import checks
from zuofeng_cli.cli import exits
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.cli.session import Session, page, start
from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.finding import Finding
from zuofeng_cli.fleet.processes import spread
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.baseline import baseline as baseline_at
from zuofeng_cli.load.catalog import speak
from zuofeng_cli.load.check_table import misnamed, unused
from zuofeng_cli.load.examine import Examiner, Past
from zuofeng_cli.load.git import GitError, Repository
from zuofeng_cli.load.workspace import MARKER, Workspace, load_workspace
from zuofeng_cli.near import near_or_all
from zuofeng_cli.render.findings import FOR_MACHINES, FORMATS, render
from zuofeng_cli.render.findings.text import summary
from zuofeng_cli.review import Review
from zuofeng_cli.settings.check import FailOn
from zuofeng_cli.verdict import (
    fails,
    graded,
    let_off,
    no_such_check,
    selected,
    worse,
)  # fmt: skip

app = typer.Typer(add_completion=False)

FEW = 16
"""Logs; so few are sooner done than a second process has begun."""


@app.command(help=_("Check logs: everything that is wrong with them, and where."))
def check(
    logs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[LOG]...", help=_("Logs to check; without any, every log.")),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="REF", help=_("Only what is worse than at this commit of git.")),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=_("Only these findings, by name, code or ZF2.")),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=_("Not these findings, by name, code or ZF2.")),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(get_args(FailOn)), help=_("What makes the exit code 1 [error].")
        ),
    ] = None,
    history: Annotated[
        bool, typer.Option("--history", help=_("Also how git says each log came to be."))
    ] = False,
    output_format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="|".join(FORMATS), help=_("The format.")),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=_("Write it there."))
    ] = None,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    style = output_format or ("github" if _in_actions() and not output else "text")
    _one_of(style, FORMATS, "--format")
    if fail_on is not None:
        _one_of(fail_on, get_args(FailOn), "--fail-on")
    session = start(workspace, today, lang)
    if style in FOR_MACHINES:
        speak("en")
    review = _review(session, logs or [], select or [], ignore or [], baseline, history=history)
    text = render(style, review, page())
    if output is None:
        sys.stdout.write(text)
    else:
        _write(output, text)
        print(summary(review), file=sys.stderr)
    settings = session.workspace.tables.check
    if fails(review.findings, cast("FailOn | None", fail_on) or settings.fail_on):
        raise typer.Exit(exits.FINDINGS)


def _review(
    session: Session,
    logs: list[Path],
    select: list[str],
    ignore: list[str],
    baseline: str | None,
    *,
    history: bool,
) -> Review:
    workspace = session.workspace
    settings = workspace.tables.check
    for words, option in ((select, "--select"), (ignore, "--ignore")):
        _known(words, option)
    if wrong := misnamed(workspace.root, MARKER, settings):
        raise UnusableInputError(wrong)
    names = selected(select or settings.select, ignore)
    past, complaints = _past(workspace) if history else (None, [])
    examiner = Examiner(workspace, session.today, names, past=past)
    paths = {examiner.name(path): path for path in logs or examiner.logs}
    found, unused_ignores = let_off(
        [
            *_examined(examiner, list(paths.values())),
            *(each for each in complaints if each.name in names),
        ],
        settings,
    )
    if baseline is not None:
        before = _before(session, baseline, names, list(paths), past)
        found = worse(found, before)
    elif not logs and not select and "unused-ignore" in names:
        judged = [each for each in unused_ignores if history or not _of_history(each.word)]
        found += unused(workspace.root, MARKER, judged)
    reported = {finding.file for finding in found}
    return Review(
        "zuofeng.check/1",
        tuple(name for name, path in paths.items() if name in reported or os.path.lexists(path)),
        tuple(sorted(graded(found, settings), key=lambda finding: finding.order[:3])),
        ("unit", "rule", "period"),
        session.today,
        _prefix(workspace.root),
        baseline or "",
    )


def _examined(examiner: Examiner, paths: Sequence[Path]) -> list[Finding]:
    gc.disable()  # what is made for a log goes with it, and the rest stays: nothing to collect
    processes = 1 if len(paths) < FEW else None
    return [found for each in spread(examiner.examine, paths, processes) for found in each]


def _before(
    session: Session, ref: str, names: frozenset[str], files: list[str], past: Past | None
) -> list[Finding]:
    """What was wrong with the same files at that commit, as of the same day."""
    settings = session.workspace.tables.check
    try:
        repository = Repository.around(session.workspace.root)
        if ref == "HEAD" and repository.is_unborn():
            return []  # before the first commit there was nothing
        commit = repository.commit(ref)
    except GitError as error:
        hint = _("in a shallow clone, fetch it first (fetch-depth: 0)")
        raise UsageError(_("--baseline: {reason}").format(reason=error), hint) from error
    with baseline_at(repository, commit, settings.max_bytes) as old:
        try:
            workspace = load_workspace(old.root)
        except (UnusableInputError, UsageError):
            return []  # nothing was wrong with what could not be read
        then = Past(repository, commit) if past else None
        examiner = Examiner(workspace, session.today, names, old.attach, then, settings)
        return let_off(_examined(examiner, [old.root / name for name in files]), settings)[0]


def _past(workspace: Workspace) -> tuple[Past | None, list[Finding]]:
    """The history of the logs, or a finding that says why there is none."""
    reason, hint = _("the clone is shallow"), _("fetch all of it: git fetch --unshallow")
    try:
        repository = Repository.around(workspace.root)
        if not repository.is_shallow():
            return Past(repository), []
    except GitError as error:
        reason, hint = str(error), ""
    check_ = checks.load("history-unavailable")
    message = _("the history of the logs cannot be read: {reason}").format(reason=reason)
    return None, [Finding(MARKER, check_.NAME, message, hint, check_.CODE, check_.SEVERITY)]


def _of_history(word: str) -> bool:
    return checks.named(word) <= set(checks.HISTORY)


def _known(words: Iterable[str], option: str) -> None:
    for word in words:
        if not checks.named(word):
            hint = near_or_all(word, checks.CHECKS)
            raise UsageError(f"{option}: {no_such_check(word)}", hint)


def _one_of(word: str, allowed: Sequence[str], option: str) -> None:
    if word not in allowed:
        message = _("{option}: {value} is not allowed").format(option=option, value=repr(word))
        raise UsageError(message, near_or_all(word, allowed))


def _in_actions() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _prefix(root: Path) -> str:
    """The way from the top of the repository to the workspace; empty where there is none."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            way = root.relative_to(folder).as_posix()
            return "" if way == "." else f"{way}/"
    return ""


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        message = _("cannot write {file}: {reason}").format(file=path, reason=error.strerror)
        raise UsageError(message) from error
