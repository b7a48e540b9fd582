"""`--format gitlab`: a Code Quality report, which GitLab shows in a merge request."""

from collections import Counter
from hashlib import sha256

from zuofeng_cli.finding import Severity
from zuofeng_cli.render.machine import dumps
from zuofeng_cli.render.page import Page
from zuofeng_cli.review import Review

WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(review: Review, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """One object a finding; a fingerprint stays the same when lines move."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in review.findings:
        identity = "\0".join(
            str(part)
            for part in (
                *(finding.file, finding.name, finding.unit, finding.rule, finding.period),
                finding.message,
            )
        )
        seen[identity] += 1
        fingerprint = sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass"))
        issues.append(
            {
                "description": " ".join(f"{finding.message}\n{finding.hint}".split("\n")).strip(),
                "check_name": f"{finding.code} {finding.name}".strip(),
                "fingerprint": fingerprint.hexdigest(),
                "severity": WEIGHTS[finding.severity],
                "location": {
                    "path": f"{review.prefix}{finding.file}",
                    "lines": {"begin": finding.line or 1},
                },
            }
        )
    return dumps(issues)
