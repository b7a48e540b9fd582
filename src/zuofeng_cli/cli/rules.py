"""`zuofeng rules`: what a rulebook holds, and the tools of those who write one."""

import json
import re
import sys
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Literal

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.complete import rule_ids, words
from zuofeng_cli.cli.group import group
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, day, format_option
from zuofeng_cli.cli.session import Session, local_today, page, start
from zuofeng_cli.cli.units import UnitsOption, chosen
from zuofeng_cli.days import Run
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.builtin import DEMO
from zuofeng_cli.load.catalog import speak
from zuofeng_cli.load.rulebook import Volume, find_rulebook, load_rulebook
from zuofeng_cli.load.workspace import find_root, load_settings
from zuofeng_cli.near import near
from zuofeng_cli.render import coverage as coverage_formats
from zuofeng_cli.render import diff as diff_formats
from zuofeng_cli.render import findings, rules

app = group(_("What a rulebook holds, and tools for those who write one."))

KINDS = ("rulebook", "units", "log", "workspace")
ID = "[a-z0-9][a-z0-9-]{0,79}"
CADENCES = ("period", "holiday", "event", "rolling", "undated")

RulebookOption = Annotated[
    str | None,
    typer.Option(
        "--rulebook",
        "-r",
        metavar="ID|FILE",
        help=_("A built-in rulebook or a file; else the workspace's own."),
    ),
]


@app.command("list", help=_("List the rules by clause."))
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
    from zuofeng_cli.catalogue import Filter, catalogue

    form = _format(rules, output)
    session = None if rulebook else start(workspace, today, lang)
    books = [volume.book for volume in _volumes(session, rulebook)]
    kinds = [name for book in books for name in book.kinds]
    if kind is not None and kind not in kinds:
        raise UsageError(_("no kind {name}").format(name=repr(kind)), ", ".join(kinds))
    if cadence is not None and cadence not in CADENCES:
        raise UsageError(_("no cadence {name}").format(name=repr(cadence)), ", ".join(CADENCES))
    found = list(catalogue(books, Filter(clause or "", kind, cadence, bearer)))
    sys.stdout.write(form.render(found, page()))


@app.command(help=_("Show a rule as its rulebook states it, with its readings."))
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
    from zuofeng_cli.explain import RuleCard
    from zuofeng_cli.render.explain import text

    form = _format(rules, output)
    session = None if rulebook else start(workspace, today, lang)
    books = [volume.book for volume in _volumes(session, rulebook)]
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


@app.command(help=_("Find every fault of a rulebook's file, with its line and how to mend it."))
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
    from zuofeng_cli.load.lint import lint_rulebook
    from zuofeng_cli.review import Review

    found = _files(files or [], workspace, lang)
    if output in findings.FOR_MACHINES:
        speak("en")
    wrong = [finding for path, name in found for finding in lint_rulebook(path, name)]
    wrong.sort(key=lambda finding: finding.order)
    names = tuple(name for _path, name in found)
    review = Review("zuofeng.rules-lint/1", names, tuple(wrong))
    sys.stdout.write(findings.render(output, review, page()))
    if wrong:
        raise typer.Exit(exits.FINDINGS)


@app.command(
    help=_("Hold a policy's text against its rulebook: every sentence mapped, or missing.")
)
def coverage(
    source: Annotated[
        Path | None,
        typer.Option(metavar="TEXT", help=_("Your own copy; else the workspace's policy_text.")),
    ] = None,
    rulebook: RulebookOption = None,
    output: Annotated[str, format_option(coverage_formats.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    from zuofeng_cli.coverage import Survey, cover
    from zuofeng_cli.load.policy import load_policy, plain

    form = _format(coverage_formats, output)
    session = None if rulebook and source else start(workspace, today, lang)
    volume = _volumes(session, rulebook)[0]
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


@app.command(help=_("Compare two rulebooks: the duties of real units that come, go and move."))
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_("A built-in rulebook or a file."))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_("Another, or the same amended."))],
    unit: UnitsOption = None,
    due_from: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help=_("Duties due from this day on; else since each unit is tracked."),
        ),
    ] = None,
    due_to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DATE", help=_("Duties due up to this day; else within a year.")
        ),
    ] = None,
    output: Annotated[str, format_option(diff_formats.FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    from zuofeng_cli.amendment import Comparison, compare
    from zuofeng_cli.load.shelf import load_shelf

    session = start(workspace, today, lang)
    first, last = day(due_from, "--from"), day(due_to, "--to")
    root = session.workspace.root
    before, after = (load_shelf(*find_rulebook(name, Path()), root) for name in (old, new))
    editions = ((s.volume.book, s.calendar) for s in (before, after))
    one, other = editions
    found = []
    for each in chosen(session, unit, all_units=not unit):
        due = Run(first or each.tracked_from, last or session.today + timedelta(days=366))
        if due.first > due.last:
            raise UsageError(_("--from is after --to"))
        log = session.workspace.log(each)
        found.append((each, compare(one, other, each, log, session.today, due)))
    comparison = Comparison(
        session.today,
        (before.volume.own.id, before.volume.sha256),
        (after.volume.own.id, after.volume.sha256),
        tuple(found),
    )
    sys.stdout.write(_format(diff_formats, output).render(comparison, page()))


@app.command(help=_("Print the JSON Schema of a kind of file, for an editor that checks it."))
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


@app.command(help=_("Write an author's first file: ID.toml, with each part explained."))
def new(
    rulebook_id: Annotated[
        str,
        typer.Argument(metavar="ID", help=_("The new rulebook's id: small letters, digits, -.")),
    ],
    extends: Annotated[
        str | None,
        typer.Option(metavar="ID|FILE", help=_("A local rulebook, laid over this one.")),
    ] = None,
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,  # noqa: ARG001 - spoken before the command runs
) -> None:
    from zuofeng_cli.write.rulebook import first_file

    folder = workspace or Path()
    if not re.fullmatch(ID, rulebook_id):
        message = _("{value} is no id").format(value=repr(rulebook_id))
        raise UsageError(message, _("use small letters, digits and hyphens"))
    base = load_rulebook(*find_rulebook(extends, folder)).book if extends else None
    path = folder / f"{rulebook_id}.toml"
    first_day = day(today, "--today") or local_today("UTC")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(first_file(rulebook_id, first_day, extends, base))
    except FileExistsError as error:
        message = _("{file} is there already; nothing was written").format(file=path)
        raise UsageError(message) from error
    except OSError as error:
        raise UsageError(
            _("cannot write {file}: {reason}").format(file=path, reason=error.strerror)
        ) from error
    print(_("Wrote {file}.").format(file=path))
    print(_("Next: zuofeng rules lint {file}").format(file=path))


def _format(room: ModuleType, name: str) -> ModuleType:
    """The module of a room of `render` for a format."""
    return import_module(f"{room.__name__}.{name}")


def _volumes(session: Session | None, name: str | None) -> list[Volume]:
    """The rulebook that was named, else those of the workspace."""
    if name is not None:
        return [load_rulebook(*find_rulebook(name, Path()))]
    return [shelf.volume for shelf in session.workspace.shelves] if session else []


def _files(names: list[str], workspace: Path | None, lang: str | None) -> list[tuple[Path, str]]:
    """The files that were named, else those of the workspace, which may be unusable as yet."""
    if names:
        return [find_rulebook(name, Path()) for name in names]
    root = workspace or find_root(Path.cwd()) or DEMO
    _source, settings = load_settings(root)
    if lang is None and settings.lang is not None:
        speak(settings.lang)
    return [find_rulebook(name, root) for name in settings.rulebooks]
