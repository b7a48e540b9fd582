"""`check --format json`: schema `zuofeng.check/1`."""

from zuofeng_cli.finding import Severity
from zuofeng_cli.render.machine import dumps
from zuofeng_cli.render.page import Page
from zuofeng_cli.verdict import Verdict

FIELDS = (
    "file", "line", "column", "code", "name", "severity", "message", "hint",
    "unit", "rule", "period",
)  # fmt: skip


def render(verdict: Verdict, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One object; findings by file, line and column."""
    return dumps(
        {
            "schema": "zuofeng.check/1",
            "today": verdict.today.isoformat(),
            "files": list(verdict.files),
            "findings": [
                {field: getattr(finding, field) for field in FIELDS} for finding in verdict.findings
            ],
            "summary": {severity.value: verdict.count(severity) for severity in Severity},
        }
    )
