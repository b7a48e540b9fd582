"""A finding logged with a deadline: the rectification ledger of the shipped rulebook."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LOG = """\
unit: demo
entries:
  - duty: finding-ledger
    done: 2026-05-09
    period: f-1
events:
  - id: f-1
    type: finding
    date: 2026-05-08
    due: 2026-06-30
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "demo.yaml").write_text(LOG, encoding="utf-8")
    (tmp_path / "zuofeng.toml").write_text('rulebooks = ["chengdu-2014"]\n', encoding="utf-8")
    (tmp_path / "units.toml").write_text(
        '[[unit]]\nid = "demo"\nname = "Demo"\nkinds = ["party-committee"]\n'
        "tracked_from = 2026-01-01\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_finding_makes_its_duties_and_the_missing_ones_say_what_they_wait_for(
    zuofeng: Run, workspace: Path
) -> None:
    words = ["due", "-w", str(workspace), "-u", "demo", "--undated", "--today", "2026-06-01"]
    duties = json.loads(zuofeng(*words, "-f", "json").out)["duties"]
    found = {d["rule"]: (d["status"], d["due"], d["waits_for"]) for d in duties}
    assert {rule: found[rule] for rule in found if rule.startswith("finding-")} == {
        "finding-ledger": ("done", None, None),
        "finding-feedback": ("undated", None, None),
        "finding-rectification": ("open", "2026-06-30", "demo/finding-feedback/f-1"),
        "finding-follow-up": ("undated", None, "demo/finding-rectification/f-1"),
    }


def test_the_screen_shows_the_chain_once_with_where_it_stands(
    zuofeng: Run, workspace: Path
) -> None:
    words = ["due", "-w", str(workspace), "-u", "demo", "--undated", "--today", "2026-06-01"]
    shown = zuofeng(*words, COLUMNS="120").out
    _before, _heading, chain = shown.partition("Step by step\n")
    assert chain.startswith(
        "  f-1  Inspection finding  2026-05-08 Fri\n"
        "    ✓ done 2026-05-09             Enter the finding in the ledger\n"
        "    → next                          Tell the inspected unit of the finding promptly\n"
        "    · 2026-06-30 Tue  in 29 days      Put the finding right by its deadline\n"
        "                                      waits for: Tell the inspected unit"
    )
    assert shown.count("Tell the inspected unit of the finding promptly") == 3  # named, and twice
    assert "waits for an event: Breach of discipline found" in chain


def test_explain_shows_the_chain_of_a_duty_and_of_a_rule(zuofeng: Run, workspace: Path) -> None:
    words = ["explain", "-w", str(workspace), "--today", "2026-06-01"]
    key = "demo/finding-rectification/f-1"
    assert "    · 2026-06-30 Tue  in 29 days      Put the" in zuofeng(*words, key).out
    steps = json.loads(zuofeng(*words, key, "-f", "json").out)["chain"]
    assert [(step["rule"], step["status"], step["waits_for"]) for step in steps] == [
        ("finding-ledger", "done", None),
        ("finding-feedback", "undated", None),
        ("finding-rectification", "open", "finding-feedback"),
        ("finding-follow-up", "undated", "finding-rectification"),
        ("finding-referral", None, "breach-found"),
    ]
    assert "    → Tell the inspected unit" in zuofeng(*words, "finding-feedback").out
