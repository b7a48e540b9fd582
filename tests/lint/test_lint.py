"""The linter of rulebooks: each fault where it stands, and none in the rulebooks that ship."""

import importlib
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from zuofeng_cli import lint
from zuofeng_cli.cli.rules import app
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.lint import lint_rulebook
from zuofeng_cli.load.rulebook import load_rulebook

FILE = Path(__file__).parent / "faults.toml"
MARK = re.compile(r"# ! ([a-z-]+)$")


def marked() -> list[tuple[int, str]]:
    lines = FILE.read_text("utf-8").splitlines()
    return [(n, m[1]) for n, line in enumerate(lines, 1) if (m := MARK.search(line))]


def test_every_fault_is_found_on_its_line() -> None:
    found = lint_rulebook(FILE, FILE.name)
    assert sorted((f.line or 0, f.name) for f in found) == marked()


def test_the_file_has_every_kind_of_fault() -> None:
    assert {name for _line, name in marked()} == {kind.replace("_", "-") for kind in lint.FAULTS}


def test_each_fault_says_what_to_do() -> None:
    for finding in lint_rulebook(FILE, FILE.name):
        assert finding.hint, finding.message
        assert finding.code
        assert finding.path


def test_a_near_miss_is_named() -> None:
    hints = {f.path: f.hint for f in lint_rulebook(FILE, FILE.name)}
    assert hints["rule[1].owed_by[1].kind"] == "did you mean office?"
    assert hints["rule[7].cadence.event"] == "did you mean finding?"


def test_what_makes_a_rulebook_unusable_is_refused_with_the_same_code() -> None:
    with pytest.raises(UnusableInputError) as refused:
        load_rulebook(FILE, FILE.name)
    kinds = set(lint.UNUSABLE) - set(lint.BY_CALENDAR)  # those wait until the calendar is read
    unusable = {kind.replace("_", "-") for kind in kinds}
    errors = [f for f in lint_rulebook(FILE, FILE.name) if f.name in unusable]
    assert sorted(refused.value.findings, key=repr) == sorted(errors, key=repr)


@pytest.mark.parametrize("path", sorted(RULES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_rulebook_that_ships_has_none(path: Path) -> None:
    assert lint_rulebook(path, path.name) == []


def test_every_file_of_the_room_is_a_registered_kind() -> None:
    room = Path(str(lint.__file__)).parent
    files = {path.stem for path in room.glob("*.py")} - {"__init__", "fault"}
    assert files == set(lint.FAULTS)


def test_codes_differ_and_each_kind_has_a_page() -> None:
    modules = [importlib.import_module(f"zuofeng_cli.lint.{kind}") for kind in lint.FAULTS]
    codes = [module.CODE for module in modules]
    assert len(set(codes)) == len(codes)
    for module in modules:
        page = str(module.__doc__)
        assert "\nFails: " in page
        assert "\nPasses: " in page


def test_the_formats_tell_the_same() -> None:
    def run(form: str) -> str:
        done = CliRunner().invoke(app, ["lint", str(FILE), "-f", form])
        assert done.exit_code == 1
        return done.stdout

    answer = json.loads(run("json"))
    assert answer["schema"] == "zuofeng.rules-lint/1"
    errors = sum(name.replace("-", "_") in lint.UNUSABLE for _line, name in marked())
    assert answer["summary"] == {"error": errors, "warning": len(marked()) - errors}
    *github, _count = run("github").splitlines()
    assert len(github) == len(answer["findings"]) == len(marked())
    first = answer["findings"][0]
    [line] = [line for line in github if f",line={first['line']},col={first['column']}," in line]
    assert line.startswith(f"::{first['severity']} file={FILE},")
    assert f"title={first['code']} {first['name']}::{first['message']}" in line
    assert f"{FILE}:{first['line']}:{first['column']}: " in run("text")


def test_a_file_that_is_no_rulebook_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = [", encoding="utf-8")
    done = CliRunner().invoke(app, ["lint", str(broken), str(FILE), "-f", "json"])
    assert done.exit_code == 1
    names = [finding["name"] for finding in json.loads(done.stdout)["findings"]]
    assert names.count("syntax") == 1
    assert len(names) == 1 + len(marked())
