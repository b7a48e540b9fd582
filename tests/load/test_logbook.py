from pathlib import Path

import pytest

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.logbook import load_log

WRONG = """\
unit: demo-office
entires: []
entries:
  - duty: study
    done: 2026-02-30
  - done: soon
    duty: []
    note: [a]
  - duty: study
    done: 2026-03-18
    delivered-to: board
    evidence:
      - ref: x
  - duty: study
    done: 86400
  - duty: study
    done: 9999-12-31
  - study
events:
  - {id: c-1, type: case-closed, date: 2026-05-20, due: 2026-05-19}
waivers:
  - {duty: study, period: [], expires: 9999-12-31}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "demo-office.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_wrong_in_a_log_is_reported_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as refused:
        load_log(written(tmp_path, WRONG), "logs/demo-office.yaml")
    findings = refused.value.findings
    assert {(f.file, f.name) for f in findings} == {("logs/demo-office.yaml", "schema")}
    assert [(f.line, f.column, f.path, f.message) for f in findings] == [
        (2, 1, "entires", "key entires is not known here"),
        (5, 11, "entries[1].done", "'2026-02-30' is not a date"),
        (6, 11, "entries[2].done", "'soon' is not a date"),
        (7, 11, "entries[2].duty", "it must not be empty"),
        (8, 11, "entries[2].note", "text expected"),
        (11, 5, "entries[3].delivered-to", "key delivered-to is not known here"),
        (13, 9, "entries[3].evidence[1].kind", "key kind is missing"),
        (15, 11, "entries[4].done", "86400 is not a date"),
        (
            17,
            11,
            "entries[5].done",
            "'9999-12-31' is out of range; days go from 1900-01-01 to 2199-12-31",
        ),
        (18, 5, "entries[6]", "a table of keys and values expected"),
        (20, 5, "events[1]", "due is before date"),
        (22, 27, "waivers[1].period", "it must not be empty"),
    ]
    assert findings[0].hint == "did you mean entries?"
    assert findings[5].hint == "did you mean delivered_to?"


@pytest.mark.parametrize(
    "text",
    ["", "just words", "- a\n- b\n", "null\n", "42\n", "unit: demo\nentries: 1\n", "entries: []\n"],
)
def test_what_is_no_log_at_all_is_a_finding_too(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnusableInputError) as refused:
        load_log(written(tmp_path, text), "logs/demo-office.yaml")
    assert {f.name for f in refused.value.findings} == {"schema"}


def test_one_word_and_a_list_and_an_unquoted_year_are_the_same(tmp_path: Path) -> None:
    text = """\
unit: demo
entries:
  - {duty: survey, done: "2026-03-18", period: 2026, delivered_to: board}
  - {duty: [survey], done: 2026-03-18, period: ["2026"], delivered_to: [board]}
"""
    one, other = load_log(written(tmp_path, text), "a.yaml").log.entries
    assert one == other
    assert one.period == ("2026",)


def test_a_list_whose_items_were_all_taken_out_is_told_how_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        load_log(written(tmp_path, "unit: demo-office\nentries:\n\nevents: []\n"), "log.yaml")
    (finding,) = refusal.value.findings
    assert (finding.line, finding.path) == (2, "entries")
    assert "[]" in finding.hint
