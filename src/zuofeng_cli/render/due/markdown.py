"""`due --format markdown`: a table for a page or a message, in the active language."""

from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date
from zuofeng_cli.listing import Listing
from zuofeng_cli.render.markdown import escaped, row
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.wording import days_in_words, enumerated, legend, marks, status_name


def render(listing: Listing, page: Page) -> str:  # noqa: ARG001 - a page of Markdown has no width
    """A heading, one table by due day, and the legend of its marks."""
    names = enumerated(localized(unit.name) for unit in listing.units)
    lines = [f"## {escaped(names)} · {long_date(listing.today)}", ""]
    if not listing.assessments:
        return "\n".join([*lines, _("Nothing to list."), ""])
    many = len(listing.units) > 1
    header = [_("Due"), _("Status"), "", *([_("Unit")] if many else []), _("Duty"), _("Period")]
    lines += [row(header), row(["---"] * len(header))]
    for each in listing.assessments:
        duty = each.duty
        due = (long_date(duty.due) if duty.due else "") + marks(duty)
        unit = [escaped(localized(duty.unit.name))] if many else []
        title = escaped(localized(duty.rule.title))
        cells = [escaped(due), status_name(each.status), days_in_words(each), *unit]
        lines.append(row([*cells, title, escaped(duty.period)]))
    notes = [f"{escaped(note)}  " for note in legend([a.duty for a in listing.assessments])]
    return "\n".join([*lines, *(["", *notes] if notes else []), ""])
