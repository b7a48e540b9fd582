"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from zuofeng_cli.review import Review


def render(review: Review) -> str:
    """A line `::error file=…,line=…,col=…,title=…::message` for each finding."""
    lines = []
    for finding in review.findings:
        properties = {
            "file": finding.file,
            "line": finding.line,
            "col": finding.column,
            "title": f"{finding.code} {finding.name}".strip(),
        }
        given = ",".join(f"{key}={_value(v)}" for key, v in properties.items() if v is not None)
        message = f"{finding.message}\n{finding.hint}".strip()
        lines.append(f"::{finding.severity.value} {given}::{_data(message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(value: str | int) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
