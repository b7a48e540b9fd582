"""Findings for a machine: the schema is the command's own; keys never change with the language."""

import json

from zuofeng_cli.finding import Severity
from zuofeng_cli.review import Review


def render(review: Review) -> str:
    """One object: the files looked at, the findings in order, and their count."""
    answer = {
        "schema": review.schema,
        "files": list(review.files),
        "findings": [
            {
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "path": finding.path,
                "code": finding.code,
                "name": finding.name,
                "severity": finding.severity.value,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in review.findings
        ],
        "summary": {severity.value: review.count(severity) for severity in Severity},
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
