import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASES = [
    ("du", ["due"]),
    ("due --unit demo-co", ["demo-county-committee", "demo-county-discipline"]),
    ("due -u demo-pa", ["demo-party-school"]),
    ("due --rule quart", ["quarterly-study"]),
    ("due --status over", ["overdue"]),
    ("due --format m", ["markdown"]),
    ("due --lang zh", ["zh-Hans", "zh-Hant"]),
    ("explain half", ["half-year-supervision-report"]),
    (
        "explain demo-county-committee/quarterly-study/2026",
        [f"demo-county-committee/quarterly-study/2026-Q{n}" for n in (1, 2, 3, 4)],
    ),
    ("explain demo-county-committee/none", []),
    ("log add demo-county-committee quarterly-study -p ", ["2026-Q4"]),
    ("log add demo-county-committee quarterly-study -p 2026-Q3", []),  # done
    (
        "log add demo-county-committee post-case-democratic-life-meeting --period case",
        ["case-2026-003", "case-2026-007"],
    ),
    ("log waive demo-county-committee annual-d -p ", []),
    ("log add nobody quarterly-study -p ", []),
    ("log add -p ", []),
    ("log event demo-county-committee case", ["case-closed"]),
    ("log event nobody case", []),
    ("due -w /nowhere --unit demo", []),
]


def completed(zuofeng: Run, words: str) -> list[str]:
    line = f"zuofeng {words}"
    answer = zuofeng(
        _ZUOFENG_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split()) - (not line.endswith(" ")) * 1),
    )
    assert (answer.code, answer.err) == (0, "")
    return answer.out.split()


@pytest.mark.parametrize(("words", "found"), CASES)
def test_ids_keys_and_words_are_completed(zuofeng: Run, words: str, found: list[str]) -> None:
    assert completed(zuofeng, words) == found


def test_the_units_are_those_of_the_workspace_named(zuofeng: Run, tmp_path: Path) -> None:
    zuofeng("init", str(tmp_path))
    assert completed(zuofeng, f"due -w {tmp_path} --unit e") == ["example-committee"]
    assert completed(zuofeng, f"due -w {tmp_path} --unit demo") == []


def test_a_broken_workspace_completes_nothing_and_says_nothing(
    zuofeng: Run, tmp_path: Path
) -> None:
    (tmp_path / "zuofeng.toml").write_text("rulebooks = 3")
    assert completed(zuofeng, f"due -w {tmp_path} --unit e") == []


@pytest.mark.parametrize(
    ("code", "told"),
    [("en", "bash completes from now on: see "), ("zh-Hant", "bash 從此會補全：見 ")],
)
def test_how_it_is_installed_is_told_in_the_language_of_the_person(
    tmp_path: Path, code: str, told: str
) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"HOME": str(tmp_path), "PATH": path, "PYTHONUTF8": "1", "ZUOFENG_LANG": code}
    command = ["bash", "-c", "zuofeng --install-completion; true"]
    shown = subprocess.check_output(command, env=environment, encoding="utf-8")
    assert shown.splitlines()[0] == f"{told}{tmp_path}/.bash_completions/zuofeng.sh"
    assert len(shown.splitlines()) == 2


def test_bash_completes_once_it_is_installed(tmp_path: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"HOME": str(tmp_path), "PATH": path, "PYTHONUTF8": "1"}

    def bash(script: str) -> str:
        command = ["bash", "-c", script]
        return subprocess.check_output(command, cwd=tmp_path, env=environment, encoding="utf-8")

    bash("zuofeng --install-completion; true")  # two commands, or bash would not be its parent
    script = """
        source ~/.bashrc
        COMP_WORDS=(zuofeng due --unit demo-p) COMP_CWORD=3
        _zuofeng_completion zuofeng
        echo "${COMPREPLY[@]}"
    """
    assert bash(script).split() == ["demo-party-school"]
