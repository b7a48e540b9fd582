"""`rules diff` for a person: by unit, what goes (-), comes (+) and moves (~)."""

from collections.abc import Iterator
from itertools import groupby

from zuofeng_cli.amendment import Change, Comparison
from zuofeng_cli.duty import Duty
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date, ngettext
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.render.wording import local_legend, local_mark
from zuofeng_cli.text import printable


def render(comparison: Comparison, page: Page) -> str:
    """A line a change, the sums, and a warning for periods that had closed."""
    return "\n".join(_lines(comparison, page)) + "\n"


def _lines(comparison: Comparison, page: Page) -> Iterator[str]:
    amendments = [amendment for _unit, amendment in comparison.units]
    for unit, amendment in comparison.units:
        if amendment.changes:
            yield page.styled(f"{printable(localized(unit.name))}  {unit.id}", BOLD)
        for change in amendment.changes:
            lead, days = _days(change)
            duty = change.duty
            title = f"{localized(duty.rule.title)}  {duty.period}{local_mark(duty)}"
            yield from page.hung(f"  {lead} {days}  ", printable(title))
        if amendment.changes:
            yield ""
    for unit, amendment in comparison.units:
        for rule, closed in groupby(amendment.rewritten, key=lambda each: each.duty.rule.id):
            yield from _warning(page, unit.id, rule, list(closed))
    yield _("{added} come, {removed} go, {moved} move").format(
        added=sum(len(each.added) for each in amendments),
        removed=sum(len(each.removed) for each in amendments),
        moved=sum(len(each.moved) for each in amendments),
    )
    if any(change.duty.rule.is_local for each in amendments for change in each.changes):
        yield page.styled(local_legend(), DIM)


def _days(change: Change) -> tuple[str, str]:
    """The sign of the change, and its days."""
    if change.before is None:
        return "+", _due(change.duty)
    if change.after is None:
        return "-", _due(change.duty)
    before, after = _due(change.before), _due(change.after)
    if before != after:
        return "~", f"{before} → {after}"
    if change.before.opens != change.after.opens:
        opens = [d.opens.isoformat() if d.opens else "-" for d in (change.before, change.after)]
        return "~", _("{due}, opens {before} → {after}").format(
            due=after, before=opens[0], after=opens[1]
        )
    return "~", _("{due}, {before} → {after} acts").format(
        due=after, before=change.before.required, after=change.after.required
    )


def _due(duty: Duty) -> str:
    return long_date(duty.due) if duty.due else _("no date")


def _warning(page: Page, unit: str, rule: str, closed: list[Change]) -> Iterator[str]:
    first, last = closed[0].duty.period, closed[-1].duty.period
    message = ngettext(
        "{unit}: {n} period of {rule} that had closed would change ({first})",
        "{unit}: {n} periods of {rule} that had closed would change ({first} … {last})",
        len(closed),
    ).format(unit=unit, n=len(closed), rule=rule, first=first, last=last)
    hint = _("end the old rule with in_force_until, and give the new one an id of its own")
    yield from page.hung("", message)
    yield from page.hung("  ", hint, style=DIM)
    yield ""
