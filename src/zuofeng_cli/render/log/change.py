"""How duties stand before and after an addition to a log, and the lines that it adds."""

from collections.abc import Iterable, Mapping
from difflib import unified_diff

from zuofeng_cli.change import Change
from zuofeng_cli.duty import Assessment
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.render.page import BOLD, Page
from zuofeng_cli.render.wording import marks, standing
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import printable

STYLES = {"+": "32", "-": "31", "@": "36"}
"""Green, red and cyan, as git shows a diff."""


def changed(changes: Iterable[Change], books: Mapping[str, Rulebook], page: Page) -> str:
    """Each duty and, below it, how it stands before and after; `books` by the rule's id."""
    lines: list[str] = []
    for change in changes:
        duty = change.duty
        due = [f"{long_date(duty.due)}{marks(duty)}"] if duty.due else []
        title = "  ".join([localized(duty.rule.title), duty.period, *due])
        lines += page.hung("", printable(title), "", BOLD)
        book = books[duty.rule.id]
        standings = (_standing(change.before, book), _standing(change.after, book))
        lines += page.hung("  ", printable(" → ".join(standings)))
    return "".join(line + "\n" for line in lines or [_("No duty stands differently.")])


def diff(name: str, before: str, after: str, page: Page) -> str:
    """The change of the file `name` as a unified diff; of a new file where `before` is empty."""
    old = f"a/{name}" if before else "/dev/null"
    lines = unified_diff(before.splitlines(), after.splitlines(), old, f"b/{name}", lineterm="")
    return "".join(page.styled(printable(line), STYLES.get(line[0], "")) + "\n" for line in lines)


def _standing(assessment: Assessment | None, book: Rulebook) -> str:
    return standing(assessment, book) if assessment else _("not owed")
