"""`zuofeng explain`: why a duty has its date, or what a rule says."""

import re
import sys
from datetime import timedelta
from typing import Annotated

import typer

from zuofeng_cli.checks import CHECKS
from zuofeng_cli.cli.complete import rule_ids_and_keys
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.session import Session, page, start
from zuofeng_cli.cli.units import chains_of
from zuofeng_cli.days import Span
from zuofeng_cli.errors import UsageError
from zuofeng_cli.expand import Bindings
from zuofeng_cli.explain import RuleCard, derive
from zuofeng_cli.language import gettext as _
from zuofeng_cli.ledger import ledger, one
from zuofeng_cli.lint import FAULTS
from zuofeng_cli.render.explain import json, text
from zuofeng_cli.render.rule import bearers_in_words
from zuofeng_cli.rule import Bearer, Rule
from zuofeng_cli.unit import Unit

app = typer.Typer(add_completion=False)

FORMATS = ("text", "json")
CODE = re.compile(r"(ZF|R)\d{3}", re.ASCII | re.IGNORECASE)


@app.command(help=_("Explain a duty's date, step by step; a rule and its readings; or a finding."))
def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="KEY|RULE|CODE",
            help=_("A duty's key (unit/rule/period), a rule's id, or a finding's code."),
            autocompletion=rule_ids_and_keys,
        ),
    ],
    output: Annotated[str, format_option(FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    if CODE.fullmatch(what) or what in CHECKS or what.replace("-", "_") in FAULTS:
        sys.stdout.write(_finding(what, output))
        return
    session = start(workspace, today, lang)
    answer = _duty if "/" in what else _rule
    sys.stdout.write(answer(session, what, output))


def _finding(word: str, output: str) -> str:
    from zuofeng_cli.load.finding_page import finding_page
    from zuofeng_cli.render.explain import finding

    found = finding_page(word)
    if found is None:
        raise UsageError(
            _("no finding {name}").format(name=repr(word)), _("all of them: docs/checks.md")
        )
    return json.render_finding(found) if output == "json" else finding.text(found)


def _duty(session: Session, key: str, output: str) -> str:
    unit_id, _slash, rest = key.partition("/")
    rule_id, _slash, period = rest.partition("/")
    workspace = session.workspace
    unit = workspace.unit(unit_id)
    shelf, rule = workspace.rule(rule_id)
    book = shelf.volume.book
    soon = workspace.settings.due_soon_days
    log = workspace.log(unit)
    found = one(workspace.books, unit, log, session.today, rule.id, period, soon)
    if found is None:
        raise _no_such(session, unit, rule, period, Bindings(workspace.books, unit, log))
    derivation = derive(book, found)
    chain = next((c for c in chains_of(session, unit) if c.step(found.duty.key)), None)
    if output == "json":
        return json.render_duty(derivation, session.today, chain)
    return text.render_duty(derivation, page(), workspace.quotes(rule), chain)


def _no_such(
    session: Session, unit: Unit, rule: Rule, period: str, bindings: Bindings
) -> UsageError:
    """Why the unit has no duty of this rule and period, and what to ask instead."""
    bound = bindings.of(rule.id)
    if not bound:
        book = session.workspace.books_by_rule[rule.id]
        return UsageError(
            _("{unit} does not owe {duty}").format(unit=unit.id, duty=rule.id),
            _("it is owed by: {bearers}; this unit is: {kinds}").format(
                bearers=bearers_in_words(book, rule.owed_by),
                kinds=bearers_in_words(
                    book, (Bearer(kind=k, level=unit.level) for k in unit.kinds)
                ),
            ),
        )
    near = [window.period for each in bound for window in each.around(session.today)]
    form = _(bound[-1].cadence.expects)
    return UsageError(
        _("{unit} owes no {rule} for {period}").format(
            unit=unit.id, rule=rule.id, period=repr(period)
        )
        if period
        else _("say for which period: {key}").format(key=f"{unit.id}/{rule.id}/…"),
        _("around today it owes: {periods}").format(periods=", ".join(near))
        if near
        else _("a period of this rule looks like: {form}").format(form=form),
    )


def _rule(session: Session, rule_id: str, output: str) -> str:
    shelf, rule = session.workspace.rule(rule_id)
    book = shelf.volume.book
    alone = book.model_copy(update={"rules": (rule,)})
    around = Span(session.today - timedelta(days=92), session.today + timedelta(days=93))
    found = [
        assessment
        for unit in session.workspace.units
        for assessment in ledger(
            [(alone, shelf.calendar)], unit, session.workspace.log(unit), session.today, around
        ).assessments
    ]
    card = RuleCard(book, rule, tuple(found))
    if output == "json":
        return json.render_rule(card, session.today)
    return text.render_rule(card, page(), session.workspace.quotes(rule))
