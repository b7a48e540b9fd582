import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("code", ["en", "zh-Hans", "zh-Hant"])
def test_a_new_workspace_works_at_once_and_speaks_the_language_it_was_made_in(
    zuofeng: Run, tmp_path: Path, code: str
) -> None:
    folder = str(tmp_path / "office")
    made = zuofeng("init", folder, "--lang", code)
    assert (made.code, made.err) == (0, "")
    assert f"zuofeng due -w {folder} --unit example-committee" in made.out
    assert f'lang = "{code}"' in (tmp_path / "office" / "zuofeng.toml").read_text("utf-8")
    title = zuofeng("due", "-w", folder, "--all").out.split("  ")[0]
    names = {"en": "Example committee", "zh-Hans": "示范区委", "zh-Hant": "示範區委"}
    assert title == names[code]
    listed = zuofeng("due", "-w", folder, "--all", "--format", "json")
    assert (listed.code, listed.err) == (0, "")
    duties = json.loads(listed.out)["duties"]
    # Nothing from before the month it was made in: a new user starts without a debt.
    assert {duty["unit"] for duty in duties} == {"example-committee"}
    assert "overdue" not in {duty["status"] for duty in duties}


def test_a_workspace_made_here_is_told_by_its_name(
    zuofeng: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = zuofeng("init", ".")
    assert made.out.splitlines()[0] == f"Made a workspace in {tmp_path}."
    assert "zuofeng due -w . " in made.out


def test_the_example_entry_of_the_log_is_one_that_counts(zuofeng: Run, tmp_path: Path) -> None:
    zuofeng("init", str(tmp_path), "--today", "2026-03-18")
    log = tmp_path / "logs" / "example-committee.yaml"
    commented = log.read_text(encoding="utf-8").splitlines()
    start = commented.index("# entries:")
    entry = [line[2:] for line in commented[start:] if line.startswith("# ")]
    log.write_text("\n".join([*entry, "unit: example-committee", ""]), encoding="utf-8")
    words = ("due", "-w", str(tmp_path), "--all", "--status", "done", "--format", "plain")
    done = zuofeng(*words, "--today", "2026-03-31")
    assert (done.code, done.err) == (0, "")
    assert "example-committee/quarterly-study/2026-Q1" in done.out


def test_what_is_there_is_never_overwritten(zuofeng: Run, tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text("mine", encoding="utf-8")
    code, out, err = zuofeng("init", str(tmp_path))
    assert (code, out) == (2, "")
    assert "units.toml" in err
    assert (tmp_path / "units.toml").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "zuofeng.toml").exists()


def test_a_place_that_cannot_be_written_is_told(zuofeng: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _out, err = zuofeng("init", str(tmp_path / "file" / "office"))
    assert code == 2
    assert "cannot write" in err
