"""`rules list` for a person: by clause, each rule with who owes it and how often."""

from collections.abc import Sequence

from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, ngettext
from zuofeng_cli.render.cells import padded, width, wrapped
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.render.rule import bearers_in_words, cadence_in_words
from zuofeng_cli.render.wording import LOCAL, local_legend
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import printable

GAP = "  "


def render(found: Sequence[tuple[Rulebook, Rule]], page: Page) -> str:
    """Two entries a rule: clause, id and title; then who owes it, and how often."""
    column = max((width(rule.clause) for _book, rule in found), default=0)
    room = max(page.width - column - len(GAP), 20)
    lines: list[str] = []
    above = None
    for book, rule in found:
        if above is not book:
            lines += [*([""] if lines else []), page.styled(printable(localized(book.title)), BOLD)]
        above = book
        margin = padded(printable(rule.clause), column) + GAP
        owed = bearers_in_words(book, rule.owed_by)
        if rule.bearer_basis == "inferred":
            owed = _("{names} (inferred)").format(names=owed)
        facts = f"{owed} · {cadence_in_words(book, rule.cadence)}"
        mark = LOCAL if rule.is_local else ""
        name = f"{rule.id}{mark}{GAP}{localized(rule.title)}"
        for text, style in ((name, ""), (facts, DIM)):
            for line in wrapped(printable(text), room):
                lines.append(margin + page.styled(line, style))
                margin = " " * (column + len(GAP))
    count = len(found)
    lines += [*([""] if lines else []), ngettext("{n} rule", "{n} rules", count).format(n=count)]
    if any(rule.is_local for _book, rule in found):
        lines.append(local_legend())
    if found:
        lines.append(_("more of one: zuofeng rules show {id}").format(id=found[0][1].id))
    return "\n".join(lines) + "\n"
