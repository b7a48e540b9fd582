"""`--format json`: the schema is the command's own."""

from zuofeng_cli.finding import Severity
from zuofeng_cli.render.machine import dumps
from zuofeng_cli.render.page import Page
from zuofeng_cli.review import Review

FIELDS = ("file", "line", "column", "code", "name", "severity", "message", "hint")


def render(review: Review, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One object; findings by file, line and column; `about` says what each is about."""
    fields = (*FIELDS, *review.about)
    return dumps(
        {
            "schema": review.schema,
            **({"today": review.today.isoformat()} if review.today else {}),
            "files": list(review.files),
            "findings": [
                {field: getattr(finding, field) for field in fields} for finding in review.findings
            ],
            "summary": {severity.value: review.count(severity) for severity in Severity},
        }
    )
