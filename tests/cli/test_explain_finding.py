import inspect
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zuofeng_cli.checks import CHECKS, load
from zuofeng_cli.lint import FAULTS

BAD = Path(__file__).parents[2] / "examples" / "logs" / "bad"
PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CHECKS)
def test_a_finding_is_explained_as_its_module_and_its_example_show_it(
    name: str, zuofeng: Run
) -> None:
    answer = zuofeng("explain", load(name).CODE.lower())
    assert answer.code == 0
    assert inspect.cleandoc(load(name).__doc__) in answer.out
    output = (BAD / name / "check.transcript").read_text(encoding="utf-8").rstrip()
    assert output in inspect.cleandoc("\n" + answer.out.split("Which gives:\n")[1])
    assert f"\n## {load(name).CODE} {name}\n" in PAGE
    assert output in PAGE


def test_each_fault_of_a_rulebook_has_a_code_that_is_explained(zuofeng: Run) -> None:
    codes = {f"R{number}" for number in (*range(101, 108), *range(201, 207))}
    assert len(codes) == len(FAULTS)
    for code in codes:
        assert zuofeng("explain", code).out.startswith(f"{code}  ")


def test_a_code_that_is_none_is_a_usage_error(zuofeng: Run) -> None:
    answer = zuofeng("explain", "ZF999")
    assert (answer.code, answer.out) == (2, "")
    assert "no finding 'ZF999'" in answer.err


@pytest.mark.parametrize(
    ("word", "code", "name"),
    [
        ("ZF201", "ZF201", "unknown-unit"),
        ("unknown-unit", "ZF201", "unknown-unit"),
        ("r107", "R107", "loosened"),
        ("unused-word", "R201", "unused-word"),
    ],
)
def test_a_finding_of_logs_or_of_rulebooks_is_explained_to_a_program(
    zuofeng: Run, word: str, code: str, name: str
) -> None:
    answer = json.loads(zuofeng("explain", word, "-f", "json").out)
    assert answer["schema"] == "zuofeng.explain/1"
    assert (answer["code"], answer["name"]) == (code, name)
    assert answer["text"]
