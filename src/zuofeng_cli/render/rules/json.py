"""`rules list --format json`: schema `zuofeng.rules-list/1`; never changes with the language."""

import json
from collections.abc import Sequence

from zuofeng_cli.render.page import Page
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook


def render(found: Sequence[tuple[Rulebook, Rule]], page: Page) -> str:  # noqa: ARG001 - no page
    """One object: the rules as their rulebooks state them, in order."""
    answer = {
        "schema": "zuofeng.rules-list/1",
        "rules": [
            {
                "rulebook": book.id,
                **rule.model_dump(mode="json", exclude_none=True),
                "local": rule.is_local,
            }
            for book, rule in found
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
