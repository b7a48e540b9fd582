"""A kind of finding for a person: the same words on the terminal and in the docs."""

from zuofeng_cli.finding import FindingPage
from zuofeng_cli.language import gettext as _


def text(page: FindingPage) -> str:
    """The page for a terminal."""
    parts = [f"{page.code}  {page.name}  {page.severity.value}", page.text]
    if page.log:
        parts += [_("For example:"), _indented(page.log)]
    if page.output:
        parts += [_("Which gives:"), _indented(page.output)]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def markdown(page: FindingPage) -> str:
    """The page as a section of a Markdown document."""
    parts = [f"## {page.code} {page.name}", f"*{page.severity.value}*", page.text]
    if page.log:
        parts.append(f"```yaml\n{page.log.rstrip()}\n```")
    if page.output:
        parts.append(f"```text\n{page.output.rstrip()}\n```")
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def _indented(block: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in block.rstrip().split("\n"))
