"""`due --format table`: the screen, grouped by status, what is overdue first."""

import io
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.wording import days_in_words, legend, marks, progress, status_name

STYLES = {
    Status.OVERDUE: "bold red",
    Status.DUE_SOON: "yellow",
    Status.OPEN: "cyan",
    Status.NEEDS_BASELINE: "magenta",
    Status.UPCOMING: "bold",
    Status.UNDATED: "dim",
    Status.DONE_LATE: "red",
    Status.DONE: "green",
    Status.WAIVED: "dim",
}
TITLE = 2
WIDE = 110
# From this many columns on, the rule's id stands beside its title.
ORDER = list(Status)


def render(listing: Listing, page: Page) -> str:
    """The listing for a terminal `page.width` columns wide; ends with a line break."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=page.width,
        force_terminal=page.color,
        no_color=not page.color,
        color_system="standard" if page.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(_heading(listing))
    rows = sorted(listing.assessments, key=lambda a: ORDER.index(a.status))
    if not rows:
        console.print()
        console.print(_("Nothing to list."))
    cells = [_cells(row, listing, wide=page.width >= WIDE) for row in rows]
    widths = _widths(cells) if rows else []
    for status, group in groupby(zip(rows, cells, strict=True), key=lambda pair: pair[0].status):
        members = [row for _assessment, row in group]
        console.print()
        console.print(Styled(f"{status_name(status)} ({len(members)})", style=STYLES[status]))
        console.print(_table(members, widths))
    notes = legend([a.duty for a in rows])
    if rows:
        notes.append(_("why this date: zuofeng explain {key}").format(key=rows[0].duty.key))
    console.print()
    for note in notes:
        console.print(Styled(note, style="dim"))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _heading(listing: Listing) -> Styled:
    heading = Styled(long_date(listing.today), style="bold")
    if len(listing.units) == 1:
        unit = listing.units[0]
        heading = Styled(localized(unit.name), style="bold").append("  ")
        heading.append(unit.id, style="not bold dim").append("  ")
        heading.append(long_date(listing.today), style="not bold")
    return heading


def _table(rows: list[list[Styled]], widths: list[int]) -> Table:
    """One group; the title's column, the one of width 0, takes what the others leave."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=0)  # indents by its padding
    for width in widths:
        if width:
            table.add_column(no_wrap=True, width=width)
        else:
            table.add_column(overflow="fold", ratio=1)
    for cells in rows:
        table.add_row("", *cells)
    return table


def _cells(row: Assessment, listing: Listing, *, wide: bool) -> list[Styled]:
    duty = row.duty
    title = Styled(localized(duty.rule.title))
    if len(listing.units) > 1:
        title = Styled(localized(duty.unit.name)).append("  ").append(title)
    if more := progress(row):
        title.append(f"  {more}", style="dim")
    return [
        Styled(f"{long_date(duty.due)}{marks(duty)}" if duty.due else ""),
        Styled(days_in_words(row), style=STYLES[row.status]),
        title,
        Styled(duty.period, style="dim"),
        *([Styled(duty.rule.id, style="dim")] if wide else []),
    ]


def _widths(rows: list[list[Styled]]) -> list[int]:
    """The widest cell of each column over all groups, so that the groups align."""
    widths = [max(row[column].cell_len for row in rows) for column in range(len(rows[0]))]
    widths[TITLE] = 0
    return widths
