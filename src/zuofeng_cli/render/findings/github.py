"""`--format github`: workflow commands, which GitHub shows beside the lines of a change."""

from zuofeng_cli.finding import Finding
from zuofeng_cli.render.findings.text import summary
from zuofeng_cli.render.page import Page
from zuofeng_cli.review import Review
from zuofeng_cli.text import printable


def render(review: Review, page: Page) -> str:  # noqa: ARG001 - GitHub lays it out
    """An annotation a finding, errors first (GitHub shows ten of each); then a line for the log."""
    findings = sorted(review.findings, key=lambda finding: finding.severity.value)
    lines = [_annotation(finding, review.prefix) for finding in findings]
    return "\n".join([*lines, summary(review), ""])


def _annotation(finding: Finding, prefix: str) -> str:
    place = {
        "file": f"{prefix}{finding.file}",
        "line": finding.line,
        "col": finding.column,
        "endColumn": finding.column and finding.column + finding.length,
        "title": f"{finding.code} {finding.name}".strip(),
    }
    properties = ",".join(
        f"{key}={_property(value)}" for key, value in place.items() if value is not None
    )
    said = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{finding.severity.value} {properties}::{_data(said)}"


def _data(text: str) -> str:
    lines = (printable(line).replace("%", "%25") for line in text.split("\n"))
    return "%0A".join(lines)


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
