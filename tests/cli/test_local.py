"""A workspace with a local rulebook, as its user sees it."""

import csv
import io
import json
from pathlib import Path

import pytest
import rtoml

from tests.cli.conftest import Run

LOCAL = """\
format = 1
id = "demo-local"
title = { zh = "示范细则", en = "Demo rules" }
extends = "chengdu-2014"
in_force_from = 2026-07-01

[[adjust]]
rule = "quarterly-study"
clause = "第五条"
cadence = { at_least = 2 }

[[adjust]]
rule = "hotline-publication"
cadence = { kind = "period", every = "quarter" }
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "local.toml").write_text(LOCAL, encoding="utf-8")
    (tmp_path / "units.toml").write_text(
        '[[unit]]\nid = "demo"\nname = "Demo"\n'
        'kinds = ["party-committee", "discipline-committee"]\n'
        "tracked_from = 2026-01-01\n",
        encoding="utf-8",
    )
    settle(tmp_path, "local.toml")
    return tmp_path


def settle(folder: Path, *rulebooks: str) -> None:
    (folder / "zuofeng.toml").write_text(rtoml.dumps({"rulebooks": rulebooks}), encoding="utf-8")


@pytest.mark.parametrize("listed", [["local.toml"], ["chengdu-2014", "local.toml"],
                                    ["local.toml", "chengdu-2014"]])  # fmt: skip
def test_a_workspace_takes_it_with_or_without_the_one_beneath(
    workspace: Path, zuofeng: Run, listed: list[str]
) -> None:
    settle(workspace, *listed)
    words = ["due", "-w", str(workspace), "-u", "demo", "--today", "2026-11-24", "-f", "json"]
    answer = json.loads(zuofeng(*words, "--from", "2026-01-01", "--to", "2026-12-31").out)
    assert [each["id"] for each in answer["rulebooks"]] == ["chengdu-2014", "demo-local"]
    marked = {each["key"]: each["local"] for each in answer["duties"]}
    assert marked["demo/quarterly-study/2026-Q2"] is False
    assert marked["demo/quarterly-study/2026-Q3"] is True
    assert marked["demo/hotline-publication/2026-Q4"] is True
    assert marked["demo/monthly-case-report/2026-11"] is False


def test_what_is_local_is_marked_in_every_output(workspace: Path, zuofeng: Run) -> None:
    words = ["-w", str(workspace), "--today", "2026-11-24"]
    due = ["due", *words, "-u", "demo", "--rule", "quarterly-study"]
    assert "2026-12-31 Thu+" in zuofeng(*due).out
    assert "+ local: " in zuofeng(*due).out
    assert "2026-12-31 Thu+" in zuofeng(*due, "-f", "markdown").out
    rows = list(csv.DictReader(io.StringIO(zuofeng(*due, "-f", "csv").out)))
    assert {row["period"]: row["local"] for row in rows}["2026-Q4"] == "true"
    assert next(reversed(rows[0])) == "local"
    shown = zuofeng("explain", *words, "demo/quarterly-study/2026-Q4").out
    assert "Local         第五条  Demo rules" in shown
    assert "the text: each quarter, at least 1" in shown
    assert "quarterly-study+" in zuofeng("rules", "list", *words).out
    compared = zuofeng("rules", "diff", "chengdu-2014", str(workspace / "local.toml"), *words).out
    assert "  ~ 2026-12-31 Thu, 1 → 2 acts  Quarterly study of conduct  2026-Q4+\n" in compared
    assert compared.endswith("\n+ local: a rulebook of your own made or changed this rule\n")
    rules = json.loads(zuofeng("rules", "list", *words, "-f", "json").out)["rules"]
    assert {each["id"] for each in rules if each["local"]} == {
        "quarterly-study", "hotline-publication",
    }  # fmt: skip


def test_a_cadence_of_its_own_is_not_taken_for_what_the_text_says(
    workspace: Path, zuofeng: Run
) -> None:
    (workspace / "local.toml").write_text(
        LOCAL.replace("hotline-publication", "regular-superior-report"), encoding="utf-8"
    )
    words = ["-w", str(workspace), "--today", "2026-11-24"]
    shown = zuofeng("explain", *words, "demo/regular-superior-report/2026-Q4").out
    assert "Regularly, without a number (a local rulebook says" in shown
    assert "the text: regularly, without a number in the text\n" in shown
    assert "assumed: the text does not fix how often\n" in shown
    words = ["-w", str(workspace), "--lang", "zh-Hans"]
    shown = zuofeng("explain", *words, "demo/regular-superior-report/2026-Q4").out
    assert "推定：原文未明确频次\n" in shown


REFUSED = [
    ("cadence = { at_least = 2 }", 'cadence = { every = "year" }', 10, "loosened"),
    ("cadence = { at_least = 2 }", 'cadence = { every = "moon" }', 10, "schema"),
    ('extends = "chengdu-2014"', 'extends = "chengdu-2015"', 4, "schema"),
    ('extends = "chengdu-2014"', 'extends = "local.toml"', 4, "schema"),
    ('rule = "quarterly-study"', 'rule = "quarterly-stody"', 8, "undeclared-word"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "line", "name"), REFUSED)
def test_a_workspace_and_the_linter_refuse_it_on_the_same_line(
    workspace: Path, zuofeng: Run, before: str, after: str, line: int, name: str
) -> None:
    path = workspace / "local.toml"
    path.write_text(LOCAL.replace(before, after), encoding="utf-8")
    done = zuofeng("due", "-w", str(workspace), "-u", "demo")
    assert done.code == 3
    assert f"local.toml:{line}:" in done.err
    assert f"[{name}]" in done.err
    linted = zuofeng("rules", "lint", str(path), "-f", "json")
    assert linted.code == 1
    findings = json.loads(linted.out)["findings"]
    assert (line, name) in [(each["line"], each["name"]) for each in findings]


def test_a_sound_one_has_no_faults(workspace: Path, zuofeng: Run) -> None:
    assert zuofeng("rules", "lint", str(workspace / "local.toml")).code == 0
