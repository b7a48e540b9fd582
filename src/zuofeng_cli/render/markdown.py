"""Text that Markdown shows as it stands, and rows of its tables."""

from collections.abc import Iterable

SPECIAL = "\\|*_`[]<>~#"


def escaped(text: str) -> str:
    """The text on one line, with every sign that means something to Markdown taken literally."""
    for special in SPECIAL:
        text = text.replace(special, f"\\{special}")
    return " ".join(text.split())


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"
