"""`zuofeng rules list`: the rules by clause."""

import sys
from typing import Annotated, Literal

import typer

from zuofeng_cli.catalogue import Filter, catalogue
from zuofeng_cli.cli.complete import words
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.rules.options import RulebookOption, form_of, volumes
from zuofeng_cli.cli.session import page, start
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near_or_all
from zuofeng_cli.render import rules

CADENCES = ("period", "holiday", "event", "rolling", "undated")


def list_rules(
    clause: Annotated[
        str | None, typer.Option(metavar="CLAUSE", help=_("Only clauses that begin so."))
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help=_("Only what this kind of unit owes."))
    ] = None,
    cadence: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(CADENCES),
            help=_("Only this kind of cadence."),
            autocompletion=words(CADENCES),
        ),
    ] = None,
    bearer: Annotated[
        Literal["stated", "inferred"] | None,
        typer.Option(
            metavar="stated|inferred",
            help=_("Only rules whose bearer the text names, or leaves to be inferred."),
        ),
    ] = None,
    rulebook: RulebookOption = None,
    output: Annotated[str, format_option(rules.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    form = form_of(rules, output)
    session = None if rulebook else start(workspace, today, lang)
    books = [volume.book for volume in volumes(session, rulebook)]
    kinds = [name for book in books for name in book.kinds]
    if kind is not None and kind not in kinds:
        raise UsageError(_("no kind {name}").format(name=repr(kind)), near_or_all(kind, kinds))
    if cadence is not None and cadence not in CADENCES:
        hint = near_or_all(cadence, CADENCES)
        raise UsageError(_("no cadence {name}").format(name=repr(cadence)), hint)
    found = list(catalogue(books, Filter(clause or "", kind, cadence, bearer)))
    sys.stdout.write(form.render(found, page()))
