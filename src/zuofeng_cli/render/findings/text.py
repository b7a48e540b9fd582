"""Findings for a person: place, kind, what is wrong, and on the next line how to mend it."""

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import ngettext
from zuofeng_cli.review import Review
from zuofeng_cli.text import printable


def render(review: Review) -> str:
    """Two lines a finding, as compilers write them, and the count."""
    lines = []
    for finding in review.findings:
        place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
        kind = f"{finding.code} {finding.name}".strip()
        severity = _("error") if finding.severity is Severity.ERROR else _("warning")
        lines.append(printable(f"{place}: {severity} {kind}: {finding.message}"))
        if finding.hint:
            lines.append(printable(f"    {finding.hint}"))
    return "\n".join([*lines, _summary(review), ""])


def _summary(review: Review) -> str:
    errors, warnings = review.count(Severity.ERROR), review.count(Severity.WARNING)
    if not review.findings:
        files = len(review.files)
        return ngettext("{n} file, nothing wrong", "{n} files, nothing wrong", files).format(
            n=files
        )
    parts = []
    if errors:
        parts.append(ngettext("{n} error", "{n} errors", errors).format(n=errors))
    if warnings:
        parts.append(ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings))
    return _(", ").join(parts)
