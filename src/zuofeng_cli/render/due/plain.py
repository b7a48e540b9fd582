"""`due --format plain`: a line a duty for grep and awk; tab-separated, no header."""

from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.record import record
from zuofeng_cli.text import one_line

FIELDS = ("status", "due", "days_left", "key", "title")


def render(listing: Listing, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """Status, due day, days left, key and title; `-` for nothing."""
    lines = []
    for assessment in listing.assessments:
        row = record(assessment, listing.books[assessment.duty.rule.id].language)
        cells = ("-" if row[name] is None else str(row[name]) for name in FIELDS)
        lines.append("\t".join(one_line(cell) for cell in cells) + "\n")
    return "".join(lines)
