"""Writes the pages that are made from the code: `python -m tools.docs [--check]`.

With `--check` nothing is written, and exit 1 means that a page is stale.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

PAGES: Mapping[Path, Callable[[], str]] = {}
"""Each generated page and what makes its text; a new page is one line here."""


def main() -> int:
    """Write the pages, or with `--check` only compare them; the exit code."""
    check = "--check" in sys.argv[1:]
    stale = [path for path, made in PAGES.items() if not _same(path, made())]
    for path in stale:
        if check:
            print(f"{path}: stale; run make docs", file=sys.stderr)
        else:
            path.write_text(PAGES[path](), encoding="utf-8")
            print(path)
    return 1 if check and stale else 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
