"""What a text is rendered for: how wide, and whether colour may be used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Width in terminal columns, and whether ANSI colour may be used."""

    width: int = 80
    color: bool = False
