"""`due --format table`: the screen, grouped by status, what is overdue first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from zuofeng_cli.chain import Step
from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.listing import Listing
from zuofeng_cli.render.cells import padded, width, wrapped
from zuofeng_cli.render.chain import chain_lines, waits_in_words
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.render.wording import days_in_words, legend, marks, progress, status_name
from zuofeng_cli.text import printable
from zuofeng_cli.unit import Unit

RED, GREEN, YELLOW, MAGENTA, CYAN = "31", "32", "33", "35", "36"
STYLES = {
    Status.OVERDUE: f"{BOLD};{RED}",
    Status.DUE_SOON: YELLOW,
    Status.OPEN: CYAN,
    Status.NEEDS_BASELINE: MAGENTA,
    Status.UPCOMING: BOLD,
    Status.UNDATED: DIM,
    Status.DONE_LATE: RED,
    Status.DONE: GREEN,
    Status.WAIVED: DIM,
}
ORDER = list(Status)
INDENT = GAP = "  "
NARROWEST_TITLE = 20
"""In columns; where less is left beside the dates, a title stands below them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A duty's cells, as text; one without a due day has its clause in that place."""

    status: Status
    unit: Unit
    dated: bool
    due: str
    days: str
    title: str
    progress: str
    period: str
    rule: str


def render(listing: Listing, page: Page) -> str:
    """The listing for a terminal `page.width` columns wide; ends with a line break."""
    places = {unit.id: place for place, unit in enumerate(listing.units)}
    clauses = {rule: place for place, rule in enumerate(listing.books)}
    steps = listing.steps
    shown = sorted(
        # A step without a day is shown in its chain.
        (each for each in listing.assessments if each.duty.due or each.duty.key not in steps),
        key=lambda each: (
            ORDER.index(each.status),
            places[each.duty.unit.id],
            each.duty.due or date.max,
            clauses[each.duty.rule.id],
        ),
    )
    rows = [_row(each, listing, steps.get(each.duty.key)) for each in shown]
    indent = INDENT * 2 if len(places) > 1 else INDENT
    grids = {
        dated: Grid.of([row for row in rows if row.dated == dated], page, indent)
        for dated in (True, False)
    }
    lines = _heading(listing, page)
    for status, group in groupby(rows, key=lambda row: row.status):
        members = list(group)
        heading = _("{status} ({n})").format(status=status_name(status), n=len(members))
        lines += ["", page.styled(heading, STYLES[status])]
        for unit, own in groupby(members, key=lambda row: row.unit):
            if len(places) > 1:
                lines.append(INDENT + page.styled(printable(localized(unit.name)), BOLD))
            lines += [line for row in own for line in grids[row.dated].lines(row)]
    chains = list(_chains(listing, page)) if listing.selection.undated else []
    lines += chains
    if not (rows or chains):
        lines += ["", _("Nothing to list.")]
    lines += ["", *(page.styled(note, DIM) for note in _notes(shown, page))]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns that all groups with a due day share, and all without.

    Where each title fits on its line, the period has a column of its own, and the rule's id too if
    there is room. Otherwise (`title` is 0) a title runs on to its period, over as many lines as
    that takes; on a narrow page it begins below the dates.
    """

    page: Page
    indent: str
    due: int
    days: int
    title: int
    period: int
    with_rule: bool

    @classmethod
    def of(cls, rows: list[Row], page: Page, indent: str) -> "Grid":
        """The columns that these rows need on this page."""
        due, days, title, period, rule = (
            max((width(getattr(row, name)) for row in rows), default=0)
            for name in ("due", "days", "title", "period", "rule")
        )
        spare = page.width - width(indent) - due - days - title - period - 3 * len(GAP)
        title = title if spare >= 0 else 0
        return cls(page, indent, due, days, title, period, spare >= len(GAP) + rule)

    def lines(self, row: Row) -> Iterator[str]:
        """The row, in as many lines as its texts need."""
        days = self.page.styled(padded(row.days, self.days), STYLES[row.status])
        dates = f"{self.indent}{padded(row.due, self.due)}{GAP}{days}{GAP if self.days else ''}"
        hang = width(self.indent) + self.due + self.days + len(GAP) * (2 if self.days else 1)
        if self.page.width - hang < NARROWEST_TITLE:
            yield dates
            hang = width(self.indent) + len(INDENT)
            dates = " " * hang
        for text in self._texts(row, self.page.width - hang):
            yield dates + text
            dates = " " * hang

    def _texts(self, row: Row, room: int) -> Iterator[str]:
        if self.title:
            names = padded(row.period, self.period) + (GAP + row.rule if self.with_rule else "")
            yield padded(row.title, self.title) + GAP + self._dim(names)
        else:
            *lines, last = wrapped(row.title + GAP + row.period, room)
            yield from lines
            title = last.removesuffix(row.period)
            yield title + self._dim(last.removeprefix(title))
        if row.progress:
            yield from map(self._dim, wrapped(row.progress, room))

    def _dim(self, text: str) -> str:
        return self.page.styled(text.rstrip(), DIM)


def _heading(listing: Listing, page: Page) -> list[str]:
    today = long_date(listing.today)
    if len(listing.units) != 1:
        return [page.styled(today, BOLD)]
    unit = listing.units[0]
    name = printable(localized(unit.name))
    parts = [page.styled(name, BOLD), GAP.join([page.styled(unit.id, DIM), today])]
    fits = width(GAP.join([name, unit.id, today])) <= page.width
    return [GAP.join(parts)] if fits else parts


def _chains(listing: Listing, page: Page) -> Iterator[str]:
    """The chains of which a step is listed, each with all its steps."""
    listed = {each.duty.key for each in listing.assessments}
    heading = _("Step by step")
    for chain in listing.chains:
        if any(step.assessment and step.assessment.duty.key in listed for step in chain.steps):
            if heading:
                yield from ("", page.styled(heading, BOLD))
                heading = ""
            if len(listing.units) > 1:
                yield INDENT + page.styled(printable(localized(chain.unit.name)), BOLD)
            yield from chain_lines(chain, page)


def _notes(shown: list[Assessment], page: Page) -> Iterator[str]:
    duties = [each.duty for each in shown]
    for note in legend(duties):
        mark, _space, meaning = note.partition(" ")
        yield from page.hung(f"{mark} ", meaning)
    if duties:
        command = f"zuofeng explain {printable(duties[0].key)}"
        note = _("why this date: {command}").format(command=command)
        if width(note) <= page.width:
            yield note
        else:  # on a line of its own, whole, it can be copied
            yield note.removesuffix(command).rstrip()
            yield INDENT + command


def _row(assessment: Assessment, listing: Listing, step: Step | None) -> Row:
    duty = assessment.duty
    book = listing.books[duty.rule.id]
    missing = [progress(assessment, book), waits_in_words(step, book)]
    return Row(
        assessment.status,
        duty.unit,
        duty.due is not None,
        (long_date(duty.due) if duty.due else printable(duty.rule.clause)) + marks(duty),
        days_in_words(assessment),
        printable(localized(duty.rule.title)),
        printable(GAP.join(filter(None, missing))),
        printable(duty.period),
        duty.rule.id,
    )
