"""Clause numbers, `二(一)1` or `3.2.1`, as numbers that can be put in order."""

import re

from zuofeng_cli.policy.document import HAN, PREAMBLE

PART = re.compile(rf"[{HAN}]+|\d+|\([a-z]\)")
AROUND = re.compile(r"[().、第编章节条款项目之 -]*")
DIGITS = "〇一二三四五六七八九"


def order(clause: str) -> tuple[int, ...] | None:
    """Where the clause stands in its document; None where its number has no order we know."""
    if clause in PREAMBLE:
        return ()
    if not AROUND.fullmatch(PART.sub("", clause)):
        return None
    return tuple(_number(part) for part in PART.findall(clause)) or None


def _number(part: str) -> int:
    if part.isdecimal():
        return int(part)
    if part.startswith("("):
        return ord(part[1]) - ord("a") + 1
    total = digit = 0
    for character in part.replace("零", "〇"):
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + DIGITS.index(character)
    return total + digit
