import os
import subprocess
import sys
from pathlib import Path

import pytest

from zuofeng_cli.cli.session import page


@pytest.mark.parametrize(
    ("terminal", "environment", "color"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),  # as https://no-color.org has it
        (False, {"TERM": "xterm"}, False),
        (False, {"TERM": "xterm", "FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_a_terminal_that_knows_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], color: bool
) -> None:
    for name in ("TERM", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert page().color == color


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("40", 40), ("9", 40)])
def test_the_page_is_as_wide_as_the_terminal_but_never_too_narrow_to_read(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page().width == width


def test_a_screen_without_chinese_shows_escapes_and_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zuofeng_cli", "due", "--all", "--lang", "zh-Hans"],
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "latin-1"},
    )
    assert b"\\u793a\\u8303" in done.stdout  # 示范


@pytest.mark.parametrize("words", [["--version"], ["due", "--all"]])
def test_a_full_disk_is_told_and_no_bug(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "zuofeng_cli", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    assert done.returncode == 3
    assert "zuofeng: the output cannot be written: No space left on device\n" in done.stderr
    assert "bug" not in done.stderr
    assert "Traceback" not in done.stderr
