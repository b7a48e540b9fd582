"""`due --format json`: schema `zuofeng.due/1`."""

import json

from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.record import record


def render(listing: Listing, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One object; duties by due day, unit and rule."""
    books = [{"id": book, "sha256": sha256} for book, sha256 in listing.rulebooks]
    answer = {
        "schema": "zuofeng.due/1",
        "today": listing.today.isoformat(),
        "rulebook": books[0],
        "rulebooks": books,
        "duties": [record(a, listing.books[a.duty.rule.id].language) for a in listing.assessments],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
