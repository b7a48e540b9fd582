import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest
from typer.main import get_command

from tests.cli.conftest import Run
from zuofeng_cli.cli.app import COMMANDS
from zuofeng_cli.render.cells import width


def pages() -> Iterator[tuple[str, ...]]:
    yield ()
    for name in COMMANDS:
        yield (name,)
        command = get_command(import_module(f"zuofeng_cli.cli.{name}").app)
        yield from ((name, below) for below in vars(command).get("commands", ()))


PAGES = list(pages())
ENGLISH = re.compile(r"[a-z]+ [a-z]+ [a-z]+|Usage|Options|Commands|Arguments|default")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
def test_help_is_all_in_the_language_asked_for(page: tuple[str, ...], lang: str) -> None:
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "zuofeng_cli", *page, "--help", "--lang", lang]
    out = subprocess.check_output(command, encoding="utf-8", env=environment)
    assert ENGLISH.findall(out.replace(" ".join(["zuofeng", *page]), "")) == []
    assert ("显示" in out, "顯示" in out) == (lang == "zh-Hans", lang == "zh-Hant")
    assert max(map(width, out.splitlines())) <= 80


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("columns", [60, 120])
def test_help_fits_the_screen(zuofeng: Run, page: tuple[str, ...], columns: int) -> None:
    code, out, err = zuofeng(*page, "-h", COLUMNS=str(columns))
    assert (code, err) == (0, "")
    assert max(map(width, out.splitlines())) <= columns


def test_help_names_defaults_and_variables(zuofeng: Run) -> None:
    out = zuofeng("due", "--help").out
    assert "[default: 30]" in out
    assert "[$ZUOFENG_TODAY]" in out
