"""Between Simplified and Traditional characters."""

from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from opencc import OpenCC


def convert(text: str, to: Literal["s2tw", "t2s"]) -> str:
    """The text in the other script, character by character and phrase by phrase.

    Words are kept: the conversions that also replace a region's words corrupt terms of art.
    """
    return str(_converter(to).convert(text))


@cache
def _converter(to: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(to)
