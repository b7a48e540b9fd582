"""Text as a terminal shows it: measured in columns, of which a Chinese character takes two."""

from unicodedata import category, east_asian_width

_OPENING = "（「『《〈【〔“‘"
_CLOSING = "，。、；：？！）」』》〉】〕”’…·"


def width(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """The text, filled up with spaces to so many columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """The text, ending in `…` where it takes more than so many columns."""
    return text if width(text) <= columns else text[: _fitting(text, columns - 1)] + "…"


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns (two or more); at least one line.

    Breaks at spaces and between Chinese characters, but neither before a closing punctuation mark,
    nor after an opening one, nor between a number and what it counts. A word too long for a line is
    cut.
    """
    lines = []
    while width(text) > columns:
        end = _fitting(text, columns)
        end = next((at for at in range(end, 0, -1) if _breaks(text[at - 1], text[at])), end)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*lines, text] if text or not lines else lines


def _fitting(text: str, columns: int) -> int:
    """How many characters from the first on fit; at least one."""
    end, taken = 0, 0
    while (taken := taken + _columns(text[end])) <= columns:
        end += 1
    return max(end, 1)


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between these two characters."""
    if before == " " or after == " ":
        return True
    if before in _OPENING or after in _CLOSING or before.isdigit():
        return False
    return _columns(before) == 2 or _columns(after) == 2


def _columns(character: str) -> int:
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
