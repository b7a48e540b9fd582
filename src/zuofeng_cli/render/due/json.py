"""`due --format json`: schema `zuofeng.due/1`."""

import json

from zuofeng_cli.chain import Step
from zuofeng_cli.duty import Assessment
from zuofeng_cli.listing import Listing
from zuofeng_cli.render.page import Page
from zuofeng_cli.render.record import record


def render(listing: Listing, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One object; duties by due day, unit and rule."""
    steps = listing.steps
    books = [{"id": book, "sha256": sha256} for book, sha256 in listing.rulebooks]
    answer = {
        "schema": "zuofeng.due/1",
        "today": listing.today.isoformat(),
        "rulebook": books[0],
        "rulebooks": books,
        "duties": [
            {
                **record(each, listing.books[each.duty.rule.id].language),
                "waits_for": _awaited(each, steps),
            }
            for each in listing.assessments
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _awaited(assessment: Assessment, steps: dict[str, Step]) -> str | None:
    """The key of the duty that this one waits for, in its chain."""
    duty = assessment.duty
    step = steps.get(duty.key)
    if step is None or step.awaits is None or step.is_settled:
        return None
    return f"{duty.unit.id}/{step.awaits}/{duty.period}"
