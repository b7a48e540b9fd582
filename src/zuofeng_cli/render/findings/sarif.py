"""`--format sarif`: SARIF 2.1.0 (OASIS), for code-scanning pages and editors."""

from typing import Any
from urllib.parse import quote

from zuofeng_cli import __version__, checks
from zuofeng_cli.finding import Finding, Severity
from zuofeng_cli.render.machine import dumps
from zuofeng_cli.render.page import Page
from zuofeng_cli.review import Review

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(review: Review, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One run, with a rule for each kind of finding that occurs."""
    kinds = {finding.name: finding for finding in sorted(review.findings, key=lambda f: f.code)}
    numbers = {name: number for number, name in enumerate(kinds)}
    return dumps(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "zuofeng",
                            "version": __version__,
                            "rules": [_rule(kind) for kind in kinds.values()],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "repository"}}},
                    "results": [
                        _result(finding, numbers[finding.name], review.prefix)
                        for finding in review.findings
                    ],
                }
            ],
        }
    )


def _rule(finding: Finding) -> dict[str, Any]:
    about = {"id": _id(finding), "name": finding.name}
    if finding.name not in checks.CHECKS:
        return about
    check = checks.load(finding.name)
    first, *rest = check.__doc__.strip().split("\n\n")
    return {
        **about,
        "shortDescription": {"text": first},
        "fullDescription": {"text": " ".join(" ".join(rest).split()) or first},
        "defaultConfiguration": {"level": LEVELS[check.SEVERITY]},
    }


def _id(finding: Finding) -> str:
    return finding.code or finding.name


def _result(finding: Finding, number: int, prefix: str) -> dict[str, Any]:
    location: dict[str, Any] = {
        "artifactLocation": {"uri": quote(f"{prefix}{finding.file}"), "uriBaseId": "%SRCROOT%"}
    }
    if finding.line and finding.column:
        location["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endColumn": finding.column + finding.length,
            "snippet": {"text": finding.excerpt},
        }
    said = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    properties = {"unit": finding.unit, "rule": finding.rule, "period": finding.period}
    return {
        "ruleId": _id(finding),
        "ruleIndex": number,
        "level": LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": location}],
        "properties": {key: value for key, value in properties.items() if value is not None},
    }
