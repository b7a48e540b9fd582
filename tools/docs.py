"""Writes the pages that are made from the code: `python -m tools.docs [--check]`.

With `--check` nothing is written, and exit 1 means that a page is stale.
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tools import checks, commands, readings, rules_file, screen
from zuofeng_cli.load.file_schema import FILES

PAGES: Mapping[Path, Callable[[], str]] = {
    Path("docs/checks.md"): checks.page,
    Path("docs/commands.md"): commands.page,
    Path("docs/readings.md"): readings.page,
    Path("docs/rules-file.md"): rules_file.page,
    Path("docs/due.svg"): partial(screen.picture, "en"),
    Path("docs/due.zh-CN.svg"): partial(screen.picture, "zh-Hans"),
    **{Path(f"schemas/{kind}.json"): partial(rules_file.schema, kind) for kind in FILES},
}
"""Each generated page and what makes its text; a new page is one line here."""


def main() -> int:
    """Write the pages, or with `--check` only compare them; the exit code."""
    check = "--check" in sys.argv[1:]
    stale = {path: text for path, make in PAGES.items() if (text := make()) != _written(path)}
    for path, text in stale.items():
        if check:
            print(f"{path}: stale; run make docs", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(path)
    return 1 if check and stale else 0


def _written(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
