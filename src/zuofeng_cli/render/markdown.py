"""Text that Markdown shows as it stands, and rows of its tables."""

from collections.abc import Iterable

from zuofeng_cli.text import one_line

SPECIAL = "\\|*_`[]<>~#"


def escaped(text: str) -> str:
    """The text on one line, with every sign that means something to Markdown taken literally."""
    text = one_line(text)
    for special in SPECIAL:
        text = text.replace(special, f"\\{special}")
    return text


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"
