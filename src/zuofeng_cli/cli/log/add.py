"""`zuofeng log add`: an act."""

import re
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.cadence import Rolling
from zuofeng_cli.cli.complete import periods
from zuofeng_cli.cli.dates import day
from zuofeng_cli.cli.log import guide
from zuofeng_cli.cli.log.keep import keep, made
from zuofeng_cli.cli.log.options import DryRunOption, DutyArgument, NoteOption, UnitArgument
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.cli.session import start
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized
from zuofeng_cli.load.evidence import attached
from zuofeng_cli.load.workspace import Workspace
from zuofeng_cli.log import Entry
from zuofeng_cli.near import near_or_all
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import Text

Piece = dict[str, str]
"""The fields of a piece of evidence."""


def add(
    unit: UnitArgument = None,
    duty: DutyArgument = None,
    done: Annotated[str | None, typer.Option(metavar="DATE", help=_("The day of the act."))] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            "--period",
            "-p",
            metavar="PERIOD",
            help=_("The period that was served, where the day leaves it open, or several."),
            autocompletion=periods,
        ),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            "-e",
            metavar="KIND:REF",
            help=_("What shows the act: kind and number. May be given several times."),
        ),
    ] = None,
    file: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help=_("The evidence itself, in the workspace; its hash is logged. As --evidence."),
        ),
    ] = None,
    delivered_to: Annotated[
        list[str] | None,
        typer.Option(metavar="RECIPIENT", help=_("Who has received it, or several.")),
    ] = None,
    note: NoteOption = "",
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    ask = not (unit and duty and done) and guide.is_terminal()
    owner = guide.which_unit(session, unit)
    if not duty:
        chosen = guide.which_duties(session, owner)
        duty = list(dict.fromkeys(each.duty.rule.id for each in chosen))
        period = period or [
            each.duty.period for each in chosen if not isinstance(each.duty.cadence, Rolling)
        ]
    rules = [session.workspace.rule(name)[1] for name in duty]
    books = [session.workspace.books_by_rule[name] for name in duty]
    pieces = _evidence(evidence or [], file or [], session.workspace)
    recipients = list(delivered_to or [])
    on = day(done, "--done")
    if ask:
        on = on or guide.ask_day(_("Done on"), session.today)
        pieces = pieces or _ask_evidence(rules, books, session.workspace)
        recipients = recipients or _ask_recipients(rules, books)
        note = note or guide.ask_text(_("Note"), optional=True)
    elif on is None:
        raise UsageError(_("say on which day it was done: --done DATE"))
    allowed = list(dict.fromkeys(name for rule in rules for name in rule.recipients))
    for name in recipients:
        if name not in allowed:
            message = _("{name} is no recipient of {duty}").format(
                name=repr(name), duty=", ".join(duty)
            )
            raise UsageError(message, near_or_all(name, allowed))
    fields = {
        "duty": list(dict.fromkeys(duty)),
        "done": on,
        "period": list(dict.fromkeys(period or [])),
        "evidence": pieces,
        "delivered_to": list(dict.fromkeys(recipients)),
        "note": note,
    }
    keep(session, owner, made(Entry, fields), dry_run=dry_run, ask=ask)


def _evidence(texts: list[str], files: list[Path], workspace: Workspace) -> list[Piece]:
    if len(files) > len(texts):
        raise UsageError(
            _("each --file belongs to an --evidence"), _("write it as --evidence KIND:REF")
        )
    pieces: list[Piece] = []
    for text, path in zip_longest(texts, files):
        kind, *ref = re.split("[:：]", text, maxsplit=1)
        if not ref:
            message = _("{option}: {value} has no kind").format(
                option="--evidence", value=repr(text)
            )
            raise UsageError(message, _("write it as --evidence KIND:REF"))
        attachment = _attachment(path, workspace) if path else {}
        pieces.append({"kind": kind.strip(), "ref": ref[0].strip()} | attachment)
    return pieces


def _attachment(path: Path, workspace: Workspace) -> Piece:
    name, digest = attached(path, workspace.root)
    return {"file": name, "sha256": digest}


def _ask_evidence(rules: list[Rule], books: list[Rulebook], workspace: Workspace) -> list[Piece]:
    kinds = _titles((name for rule in rules for name in rule.evidence), [b.evidence for b in books])
    chosen = guide.choose(_("Evidence"), kinds, optional=True) if kinds else []
    return [_ask_piece(kind, dict(kinds)[kind], workspace) for kind in chosen]


def _ask_piece(kind: str, title: str, workspace: Workspace) -> Piece:
    ref = guide.ask_text(_("{kind}: its number").format(kind=title), optional=True)
    attachment = guide.ask(
        _("{kind}: its file").format(kind=title),
        lambda answer: _attachment(Path(answer), workspace) if answer else {},
        optional=True,
    )
    return {"kind": kind, "ref": ref} | attachment


def _ask_recipients(rules: list[Rule], books: list[Rulebook]) -> list[str]:
    names = _titles((n for rule in rules for n in rule.recipients), [b.recipients for b in books])
    return guide.choose(_("Delivered to"), names, optional=True) if names else []


def _titles(words: Iterable[str], tables: Iterable[dict[str, Text]]) -> list[tuple[str, str]]:
    titles = {word: text for table in tables for word, text in table.items()}
    return [(word, localized(titles.get(word, word))) for word in dict.fromkeys(words)]
