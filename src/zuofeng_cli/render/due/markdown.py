"""`due --format markdown`: a table for a page or a message, in the active language."""

from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.wording import days_in_words, enumerated, legend, marks, status_name


def render(listing: Listing, page: Page) -> str:  # noqa: ARG001 - a page of Markdown has no width
    """A heading, one table by due day, and the legend of its marks."""
    names = enumerated(localized(unit.name) for unit in listing.units)
    lines = [f"## {_escaped(names)} · {long_date(listing.today)}", ""]
    if not listing.assessments:
        return "\n".join([*lines, _("Nothing to list."), ""])
    many = len(listing.units) > 1
    header = [_("Due"), _("Status"), "", *([_("Unit")] if many else []), _("Duty"), _("Period")]
    lines += [_row(header), _row(["---"] * len(header))]
    for row in listing.assessments:
        duty = row.duty
        due = f"{long_date(duty.due)}{marks(duty)}" if duty.due else ""
        unit = [_escaped(localized(duty.unit.name))] if many else []
        title = _escaped(localized(duty.rule.title))
        cells = [_escaped(due), status_name(row.status), days_in_words(row), *unit]
        lines.append(_row([*cells, title, _escaped(duty.period)]))
    notes = [f"{_escaped(note)}  " for note in legend([a.duty for a in listing.assessments])]
    return "\n".join([*lines, *(["", *notes] if notes else []), ""])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    for special in "\\|*_`[]<>~#":
        text = text.replace(special, f"\\{special}")
    return " ".join(text.split())
