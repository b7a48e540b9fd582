"""What a text is rendered for: how wide, and whether colour may be used."""

from collections.abc import Iterator
from dataclasses import dataclass

from zuofeng_cli.render.cells import width, wrapped

BOLD, DIM = "1", "2"
NARROWEST = 20
"""Columns; a text is not squeezed into fewer, however narrow the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Width in terminal columns, and whether ANSI colour may be used."""

    width: int = 80
    color: bool = False

    def styled(self, text: str, style: str) -> str:
        """The text in this style, as ANSI codes (`1;31`); as it is on a page without colour."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text

    def hung(self, lead: str, text: str, lead_style: str = "", style: str = "") -> Iterator[str]:
        """The text in lines that fit, all beginning where `lead` ends on the first."""
        hang = width(lead)
        start = self.styled(lead, lead_style)
        for line in wrapped(text, max(self.width - hang, NARROWEST)):
            yield (start + self.styled(line, style)).rstrip()
            start = " " * hang
