"""What a text is rendered for: how wide, and whether colour may be used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Width in terminal columns, and whether ANSI colour may be used."""

    width: int = 80
    color: bool = False

    def styled(self, text: str, style: str) -> str:
        """The text in this style, as ANSI codes (`1;31`); as it is on a page without colour."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text


BOLD, DIM = "1", "2"
