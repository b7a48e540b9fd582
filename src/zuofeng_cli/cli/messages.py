"""What the program says on standard error."""

import sys
from collections.abc import Sequence

from zuofeng_cli.finding import Finding
from zuofeng_cli.language import gettext as _
from zuofeng_cli.text import printable


def complain(message: str, hint: str = "") -> None:
    """One thing that went wrong, and what to do about it."""
    print(printable(_("zuofeng: {message}").format(message=message)), file=sys.stderr)
    for line in hint.splitlines():
        print(f"  {printable(line)}", file=sys.stderr)


def show(findings: Sequence[Finding]) -> None:
    """Every finding: place, message, remedy."""
    for finding in findings:
        place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
        path = f" {finding.path}:" if finding.path else ""
        print(printable(f"{place}:{path} {finding.message} [{finding.name}]"), file=sys.stderr)
        if finding.hint:
            print(f"  {printable(finding.hint)}", file=sys.stderr)
