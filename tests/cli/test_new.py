"""`rules new` and `rules schema`: an author's first file, and the schema for an editor."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zuofeng_cli.load.file_schema import FILES


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("options", [[], ["--extends", "chengdu-2014"]], ids=["alone", "local"])
def test_a_first_file_has_no_faults(
    zuofeng: Run, tmp_path: Path, lang: str, options: list[str]
) -> None:
    words = ["rules", "new", "fire-safety", "-w", str(tmp_path), "--lang", lang, *options]
    assert zuofeng(*words).code == 0
    path = tmp_path / "fire-safety.toml"
    assert "in_force_from = 2026-11-24\n" in path.read_text("utf-8")
    assert zuofeng("rules", "lint", str(path)).code == 0


def test_a_local_one_over_a_rulebook_that_dates_everything(zuofeng: Run, tmp_path: Path) -> None:
    zuofeng("rules", "new", "base", "-w", str(tmp_path))
    zuofeng("rules", "new", "local", "-w", str(tmp_path), "--extends", "base.toml")
    path = tmp_path / "local.toml"
    assert "cadence = { at_least = 2 }\n" in path.read_text("utf-8")
    assert zuofeng("rules", "lint", str(path)).code == 0


def test_it_never_writes_over_a_file(zuofeng: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine", encoding="utf-8")
    done = zuofeng("rules", "new", "mine", "-w", str(tmp_path))
    assert done.code == 2
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["Mine", "../mine", "mine.toml", ""])
def test_an_id_is_no_path(zuofeng: Run, tmp_path: Path, name: str) -> None:
    assert zuofeng("rules", "new", name, "-w", str(tmp_path)).code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_is_printed(zuofeng: Run, kind: str) -> None:
    assert json.loads(zuofeng("rules", "schema", kind).out)["title"] == f"zuofeng {kind}"


def test_without_a_word_it_is_a_rulebook_s(zuofeng: Run) -> None:
    assert json.loads(zuofeng("rules", "schema").out)["title"] == "zuofeng rulebook"
    assert zuofeng("rules", "schema", "moon").code == 2
