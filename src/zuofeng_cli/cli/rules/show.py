"""`zuofeng rules show`: one rule as its rulebook states it."""

import sys
from typing import Annotated

import typer

from zuofeng_cli.cli.complete import rule_ids
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.rules.options import RulebookOption, form_of, volumes
from zuofeng_cli.cli.session import page, start
from zuofeng_cli.errors import UsageError
from zuofeng_cli.explain import RuleCard
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near
from zuofeng_cli.render import rules
from zuofeng_cli.render.explain import text


def show(
    rule_id: Annotated[
        str, typer.Argument(metavar="ID", help=_("A rule's id."), autocompletion=rule_ids)
    ],
    rulebook: RulebookOption = None,
    output: Annotated[str, format_option(rules.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    form = form_of(rules, output)
    session = None if rulebook else start(workspace, today, lang)
    books = [volume.book for volume in volumes(session, rulebook)]
    found = [(book, rule) for book in books if (rule := book.rule(rule_id)) is not None]
    if not found:
        ids = [rule.id for book in books for rule in book.rules]
        hint = near(rule_id, ids) or _("see: zuofeng rules list")
        raise UsageError(_("no rule {id}").format(id=repr(rule_id)), hint)
    if output != "text":
        sys.stdout.write(form.render(found, page()))
        return
    for book, rule in found:
        quotes = session.workspace.quotes(rule) if session else ()
        sys.stdout.write(text.render_rule(RuleCard(book, rule, ()), page(), quotes))
