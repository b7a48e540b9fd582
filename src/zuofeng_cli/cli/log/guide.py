"""What the command line left open, asked on a terminal; a usage error where there is none."""

import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from zuofeng_cli.cli.dates import day
from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.session import Session
from zuofeng_cli.cli.units import ledger_of
from zuofeng_cli.days import ONE_DAY, Span
from zuofeng_cli.duty import Assessment
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.listing import OUTSTANDING, order
from zuofeng_cli.render.wording import days_in_words, status_name
from zuofeng_cli.text import printable
from zuofeng_cli.unit import Unit

T = TypeVar("T")

Choices = Sequence[tuple[str, str | tuple[str, ...]]]
"""Words that may be answered, each with what it means, in one cell or several."""

SEPARATORS = re.compile(r"[\s,，、]+")


def is_terminal() -> bool:
    """Whether somebody sits there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, read: Callable[[str], T], default: str = "", *, optional: bool = False) -> T:
    """What `read` makes of the answer; asked again for as long as it raises `UsageError`.

    No answer is the default, where there is one, and else only an answer where it is `optional`.
    """
    if default:
        question = _("{question} [{default}]").format(question=question, default=default)
    elif optional:
        question = _("{question} (may be left empty)").format(question=question)
    while True:
        try:
            answer = input(printable(_("{question}: ").format(question=question))).strip()
        except EOFError as error:
            print()
            raise UsageError(_("nothing was written")) from error
        if not (answer or default or optional):
            complain(_("an answer is needed"))
            continue
        try:
            return read(answer or default)
        except UsageError as error:
            complain(error.message, error.hint)


def ask_text(question: str, *, optional: bool = False) -> str:
    """A text; an empty one only where it is optional."""
    return ask(question, str, optional=optional)


def ask_day(question: str, default: date | None = None) -> date | None:
    """A day; None for no answer, where there is no default."""
    text = str(default) if default else ""
    return ask(question, lambda answer: day(answer or None, question), text, optional=True)


def choose(question: str, choices: Choices, *, optional: bool = False) -> list[str]:
    """The words that were chosen, by their numbers or as they are; at least one unless optional."""
    _show(choices)
    words = [word for word, _meaning in choices]

    def read(answer: str) -> list[str]:
        found = []
        for part in filter(None, SEPARATORS.split(answer)):
            number = int(part) if part.isascii() and part.isdigit() else 0
            if part not in words and not 1 <= number <= len(words):
                raise UsageError(
                    _("{value} is not allowed; allowed: {words}").format(
                        value=repr(part), words=f"1 … {len(words)}"
                    )
                )
            found.append(part if part in words else words[number - 1])
        return list(dict.fromkeys(found))

    default = "1" if len(words) == 1 and not optional else ""
    return ask(question, read, default, optional=optional)


def _show(choices: Choices) -> None:
    """The choices as a numbered table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for number, (word, meaning) in enumerate(choices, 1):
        cells = meaning if isinstance(meaning, tuple) else (meaning or word,)
        table.add_row(f"{number:>3}", *(Text(printable(cell)) for cell in cells))
    Console(highlight=False, soft_wrap=False).print(table)


def choose_one(question: str, choices: Choices) -> str:
    """The first of the words that were chosen."""
    return choose(question, choices)[0]


def agreed(question: str) -> bool:
    """Whether the answer is yes; so is none."""

    def read(answer: str) -> bool:
        first = answer.casefold()[:1]
        if first not in ("y", "n", "是", "否"):
            raise UsageError(_("answer y or n"))
        return first in ("y", "是")

    return ask(question, read, "y")


def which_unit(session: Session, unit_id: str | None) -> Unit:
    """The unit that was named, or that is chosen now."""
    units = session.workspace.units
    if unit_id is None:
        if not is_terminal():
            ids = ", ".join(unit.id for unit in units)
            raise UsageError(_("say which unit"), _("units: {words}").format(words=ids))
        unit_id = choose_one(
            _("Unit"), [(unit.id, (unit.id, localized(unit.name))) for unit in units]
        )
    return session.workspace.unit(unit_id)


def which_duties(session: Session, unit: Unit) -> list[Assessment]:
    """The duties, of those that are open, that are chosen now."""
    span = Span(unit.tracked_from, session.today + timedelta(days=30) + ONE_DAY)
    found = ledger_of(session, unit, span).assessments
    still_open = sorted((each for each in found if each.status in OUTSTANDING), key=order)
    if not is_terminal() or not still_open:
        words = (f"{each.duty.rule.id} {each.duty.period}" for each in still_open)
        raise UsageError(
            _("say which duty"), _("open: {words}").format(words=", ".join(words) or "-")
        )
    by_key = {each.duty.key: each for each in still_open}
    chosen = choose(_("Duty"), [(key, _in_words(each)) for key, each in by_key.items()])
    return [by_key[key] for key in chosen]


def _in_words(assessment: Assessment) -> tuple[str, ...]:
    duty = assessment.duty
    due = long_date(duty.due) if duty.due else ""
    standing = days_in_words(assessment) or status_name(assessment.status)
    return (due, standing, duty.period, localized(duty.rule.title))
