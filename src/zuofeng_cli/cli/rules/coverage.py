"""`zuofeng rules coverage`: a policy's text held against its rulebook."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.rules.options import RulebookOption, form_of, volumes
from zuofeng_cli.cli.session import start
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.policy import load_policy, plain
from zuofeng_cli.policy.coverage import Survey, cover
from zuofeng_cli.render import coverage as formats


def coverage(
    source: Annotated[
        Path | None,
        typer.Option(metavar="TEXT", help=_("Your own copy; else the workspace's policy_text.")),
    ] = None,
    rulebook: RulebookOption = None,
    output: Annotated[str, format_option(formats.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    form = form_of(formats, output)
    session = None if rulebook and source else start(workspace, today, lang)
    volume = volumes(session, rulebook)[0]
    path, name = source, str(source)
    if session and path is None:
        name = session.workspace.settings.policy_text or ""
        path = session.workspace.root / name
    if path is None or not name:
        raise UsageError(_("say which text: --source TEXT"))
    policy = load_policy(path, name, volume.book)
    sha256 = volume.book.text_sha256
    same = policy.source.sha256 == sha256 if sha256 else None
    found = cover(volume.book, policy.document, plain)
    sys.stdout.write(form.render(Survey(volume.book, policy.source.name, same, found)))
    if not found.is_complete:
        raise typer.Exit(exits.FINDINGS)
