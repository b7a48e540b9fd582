"""`--format text`: each finding with its line and what to do about it."""

from collections.abc import Iterator

from zuofeng_cli.finding import Finding, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import ngettext
from zuofeng_cli.render.cells import cut, width
from zuofeng_cli.render.page import BOLD, DIM, Page
from zuofeng_cli.review import Review
from zuofeng_cli.text import printable

STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}


def render(review: Review, page: Page) -> str:
    """The findings, a blank line after each, and a line that counts them."""
    lines: list[str] = []
    before: Finding | None = None
    for finding in review.findings:
        same = before is not None and _place(before) == _place(finding)
        lines += (*_told(finding, page, show_line=not same), "")
        before = finding
    return "\n".join([*lines, summary(review), ""])


def summary(review: Review) -> str:
    """One line: how many findings in how many files."""
    files = ngettext("{n} file", "{n} files", len(review.files)).format(n=len(review.files))
    if not review.findings and review.against:
        return _("{files} checked, nothing worse than at {ref}").format(
            files=files, ref=printable(review.against)
        )
    if not review.findings:
        return _("{files} checked, nothing wrong").format(files=files)
    errors, warnings = review.count(Severity.ERROR), review.count(Severity.WARNING)
    counts = [
        ngettext("{n} error", "{n} errors", errors).format(n=errors) if errors else "",
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings) if warnings else "",
    ]
    return _("{files} checked: {counts}").format(
        files=files, counts=_(", ").join(filter(None, counts))
    )


def _place(finding: Finding) -> str:
    parts = (finding.file, finding.line, finding.column)
    return ":".join(str(part) for part in parts if part is not None)


def _told(finding: Finding, page: Page, *, show_line: bool) -> Iterator[str]:
    weight = {Severity.ERROR: _("error"), Severity.WARNING: _("warning")}[finding.severity]
    kind = page.styled(
        " ".join(filter(None, (weight, finding.code, finding.name))), STYLES[finding.severity]
    )
    yield f"{page.styled(printable(_place(finding)), BOLD)}: {kind}"
    yield f"  {printable(finding.message)}"
    if show_line and finding.line and 0 < (finding.column or 0) <= len(finding.excerpt):
        assert finding.column
        yield from _excerpt(finding, finding.line, finding.column, page)
    if finding.hint:
        first, *paste = finding.hint.split("\n")
        yield page.styled(f"  → {printable(first)}", DIM)
        yield from (f"      {printable(line)}" for line in paste)


def _excerpt(finding: Finding, number: int, column: int, page: Page) -> Iterator[str]:
    """The line, cut to the page, with what is meant underlined."""
    gutter = f"  {number} | "
    room = page.width - len(gutter)
    line = finding.excerpt.replace("\t", " ")
    before, meant = printable(line[: column - 1]), printable(line[column - 1 :])
    if width(before) > room // 2:
        before = "…"
    shown = cut(before + meant, room)
    length = width(printable(line[column - 1 :][: finding.length]))
    marks = "^" * max(1, min(length, width(shown) - width(before)))
    margin = " " * (len(gutter) - len("| ")) + "| " + " " * width(before)
    yield page.styled(gutter, DIM) + shown
    yield page.styled(margin, DIM) + page.styled(marks, STYLES[finding.severity])
