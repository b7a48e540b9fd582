"""A rulebook for something else entirely runs by the same engine, and nothing of ours shows."""

import re
import subprocess
import sys
from pathlib import Path

import holidays
import pytest
import rtoml

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/operations"
OURS = re.compile(r"[⺀-鿿豈-﫿＀-￯]|China|Chengdu|Chinese|Party|State Council|lunar", re.IGNORECASE)


def zuofeng(*words: str) -> str:
    command = [sys.executable, "-m", "zuofeng_cli", *words, "-w", str(EXAMPLE)]
    command += ["--today", "2026-11-24"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout + done.stderr


@pytest.mark.parametrize("output", ["table", "plain", "json", "csv", "markdown"])
def test_no_word_of_china_is_in_a_listing(output: str) -> None:
    shown = zuofeng("due", "--all", "--undated", "--format", output, "--lang", "en")
    assert "backup" in shown
    assert not OURS.search(shown)


@pytest.mark.parametrize("output", ["text", "json"])
def test_no_word_of_china_is_in_a_derivation(output: str) -> None:
    for what in ("demo-payments/peak-readiness/2026-christmas", "change-review"):
        shown = zuofeng("explain", what, "--format", output, "--lang", "en")
        assert not OURS.search(shown)


def test_every_kind_of_cadence_is_there() -> None:
    rules = rtoml.load(EXAMPLE / "operations.toml")["rule"]
    kinds = {rule["cadence"]["kind"] for rule in rules}
    assert kinds == {"period", "rolling", "event", "holiday", "undated"}


@pytest.mark.parametrize("year", ["2026", "2027"])
def test_its_calendar_has_the_federal_holidays(year: str) -> None:
    off = {first for first, _last in rtoml.load(EXAMPLE / "calendar/us.toml")[year]["off"]}
    library = holidays.country_holidays("US", years=int(year))
    assert off == {day for day in library if day.year == int(year) and day.weekday() < 5}
