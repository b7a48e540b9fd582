"""`zuofeng rules schema`: the JSON Schema of a kind of file."""

import json
from typing import Annotated

import typer

from zuofeng_cli.cli.complete import words
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _

KINDS = ("rulebook", "units", "log", "workspace")


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="|".join(KINDS), help=_("The kind of file."), autocompletion=words(KINDS)
        ),
    ] = "rulebook",
    workspace: WorkspaceOption = None,  # noqa: ARG001 - as every command takes it
    today: TodayOption = None,  # noqa: ARG001
    lang: LangOption = None,  # noqa: ARG001
) -> None:
    from zuofeng_cli.load.file_schema import file_schema

    if kind not in KINDS:
        hint = _("allowed: {words}").format(words=", ".join(KINDS))
        raise UsageError(_("no kind of file {name}").format(name=repr(kind)), hint)
    print(json.dumps(file_schema(kind), ensure_ascii=False, indent=2))
