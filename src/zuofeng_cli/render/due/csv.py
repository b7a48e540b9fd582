"""`due --format csv`: a header and a row a duty, RFC 4180, for a spreadsheet or a script."""

import csv
import io

from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.record import record
from zuofeng_cli.text import printable

COLUMNS = (
    "key", "unit", "rule", "period", "clause", "title", "opens", "due", "last_working_day",
    "earliest", "latest", "status", "days_left", "required", "count", "done", "recipients",
    "delivered_to", "basis", "calendar", "reminder", "local",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(listing: Listing, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """The fields of the JSON in its order; lists joined by spaces, nothing as an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for assessment in listing.assessments:
        row = record(assessment, listing.books[assessment.duty.rule.id].language)
        writer.writerow({column: _cell(row[column]) for column in COLUMNS})
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # A spreadsheet would run a text that begins like a formula.
        quote = "'" if value.startswith(FORMULA) else ""
        return quote + "\n".join(printable(line) for line in value.split("\n"))
    return value
