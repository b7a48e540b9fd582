"""Pictures of the terminal for the README, made by running the program."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape

from zuofeng_cli.render.cells import width

COMMAND = "zuofeng due --unit demo-county-committee --from 2026-01-01 --to 2026-12-31"
TODAY = "2026-11-24"
COLUMNS = 116
CELL, LINE, MARGIN = 8.4, 20, 24
FONT = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"
STYLES = {
    "1": "b", "2": "d", "31": "r", "32": "g", "33": "y", "35": "m", "36": "c",
}  # fmt: skip
HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" role="img">
<title>{title}</title>
<style>
text {{ font: 14px {font}; fill: #d5d8df; white-space: pre }}
.b {{ font-weight: bold }} .d {{ fill: #7d8590 }} .r {{ fill: #ff7b72 }} .g {{ fill: #7ee787 }}
.y {{ fill: #e3b341 }} .m {{ fill: #d2a8ff }} .c {{ fill: #76e3ea }}
</style>
<rect width="100%" height="100%" rx="8" fill="#161b22"/>
"""
RUN = re.compile(r"\x1b\[([\d;]*)m")
WORDS = re.compile(r"\S+(?: \S+)*")


def picture(language: str) -> str:
    """An SVG of the demo unit's year, in this language and in colour."""
    lines = [f"$ {COMMAND}", *_shown(language).splitlines()]
    size = {"width": COLUMNS * CELL + 2 * MARGIN, "height": len(lines) * LINE + 2 * MARGIN}
    texts = [
        f'<text x="{MARGIN + column * CELL:g}" y="{MARGIN + (number + 0.75) * LINE:g}"'
        f' textLength="{width(text) * CELL:g}"{_classes(codes)}>{escape(text)}</text>'
        for number, line in enumerate(lines)
        for column, codes, text in _runs(line)
    ]
    return "\n".join(
        [HEAD.format(title=COMMAND, font=FONT, **size) + texts[0], *texts[1:], "</svg>\n"]
    )


def _shown(language: str) -> str:
    environment = {
        "COLUMNS": str(COLUMNS),
        "FORCE_COLOR": "1",
        "PATH": os.environ["PATH"],
        "PYTHONUTF8": "1",
        "ZUOFENG_LANG": language,
        "ZUOFENG_TODAY": TODAY,
    }
    command = [sys.executable, "-m", *COMMAND.replace("zuofeng", "zuofeng_cli", 1).split()]
    return subprocess.check_output(command, cwd="examples/demo", encoding="utf-8", env=environment)


def _runs(line: str) -> Iterator[tuple[int, str, str]]:
    """Each run of words of one style: the column it begins in, its ANSI codes, its text."""
    column = 0
    codes = ""
    for part, text in enumerate(RUN.split(line)):
        if part % 2:
            codes = text
            continue
        for words in WORDS.finditer(text):
            yield column + width(text[: words.start()]), codes, words.group()
        column += width(text)


def _classes(codes: str) -> str:
    names = " ".join(STYLES[code] for code in codes.split(";") if code in STYLES)
    return f' class="{names}"' if names else ""
