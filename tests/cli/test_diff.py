"""`rules diff` on an author's files: the shipped rulebook, and one whose monthly report ends."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zuofeng_cli.load.builtin import RULES

TEXT = (RULES / "chengdu-2014.toml").read_text("utf-8")
MONTHLY = re.compile(r'\[\[rule\]\]\nid = "monthly-case-report".*?(?=\n\[\[rule\]\]\n)', re.DOTALL)
EVERY = 'cadence = { kind = "period", every = "month" }'


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The rulebook in which the monthly report ends in June 2026 and a quarterly one begins."""
    found = MONTHLY.search(TEXT)
    assert found
    monthly = found[0]
    quarterly = re.sub(r'^id = "', 'id = "quarterly-', monthly, flags=re.MULTILINE)
    quarterly = re.sub(r"^anchors = .*$", "anchors = []", quarterly, flags=re.MULTILINE)
    quarterly = quarterly.replace(EVERY, EVERY.replace("month", "quarter"), 1)
    amended = (
        monthly.replace(EVERY, f"{EVERY}\nin_force_until = 2026-06-30", 1)
        + "\n"
        + quarterly.replace("cadence = ", "in_force_from = 2026-07-01\ncadence = ", 1)
    )
    path = tmp_path / "new.toml"
    path.write_text(TEXT.replace(monthly, amended), encoding="utf-8")
    return path


def test_the_monthly_report_becomes_quarterly(zuofeng: Run, new: Path) -> None:
    words = ["rules", "diff", "chengdu-2014", str(new), "--unit", "demo-county-discipline"]
    span = ["--from", "2026-01-01", "--to", "2026-12-31"]
    answer = json.loads(zuofeng(*words, *span, "-f", "json").out)
    assert answer["schema"] == "zuofeng.rules-diff/1"
    assert [each["due"] for each in answer["removed"]] == [
        "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31",
    ]  # fmt: skip
    assert {each["rule"] for each in answer["removed"]} == {"monthly-case-report"}
    assert [(each["period"], each["due"]) for each in answer["added"]] == [
        ("2026-Q3", "2026-09-30"),
        ("2026-Q4", "2026-12-31"),
    ]
    assert answer["moved"] == answer["rewritten"] == []
    shown = zuofeng(*words, *span).out
    assert "  - 2026-07-31 Fri  Monthly report on cases  2026-07\n" in shown
    assert shown.endswith("2 come, 6 go, 0 move\n")


def test_without_a_unit_all_of_them_are_compared(zuofeng: Run, new: Path) -> None:
    answer = json.loads(zuofeng("rules", "diff", "chengdu-2014", str(new), "-f", "json").out)
    # Those of the demo that report on cases: the county's committee, the bureau's office.
    assert {each["unit"] for each in answer["removed"]} == {
        "demo-county-discipline",
        "demo-bureau-discipline-office",
    }
    assert min(each["due"] for each in answer["removed"]) == "2026-07-31"


def test_a_rulebook_is_itself(zuofeng: Run) -> None:
    assert zuofeng("rules", "diff", "chengdu-2014", "chengdu-2014").out == "0 come, 0 go, 0 move\n"
