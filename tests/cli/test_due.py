import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.load.test_rulebook import HEAD, RULE
from tests.load.test_workspace import WEEKLY, workspace

COUNTY = ("due", "--unit", "demo-county-committee")
KEYS = [
    *("key", "unit", "rule", "period", "clause", "title", "opens", "due", "last_working_day"),
    *("earliest", "latest", "status", "days_left", "required", "count", "done", "recipients"),
    *("delivered_to", "basis", "calendar", "reminder"),
]
"""What is promised; what a later release adds comes after."""
LOGS = "logs__demo-office_yaml"


def listed(zuofeng: Run, *words: str) -> dict[str, str]:
    """The status of each duty listed, by key."""
    code, out, _err = zuofeng("due", *words, "--format", "json")
    assert code == 0
    return {duty["key"]: duty["status"] for duty in json.loads(out)["duties"]}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which one office owes a weekly study, and the folder one stands in."""
    monkeypatch.chdir(workspace(tmp_path))
    return tmp_path


def test_an_empty_folder_shows_the_demo_and_says_so(
    zuofeng: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = zuofeng(*COUNTY)
    assert code == 0
    assert out.startswith("Demo county committee")
    assert "this is the demo workspace" in err
    assert "zuofeng init DIR" in err


def test_a_workspace_is_used_from_any_folder_inside_it(
    zuofeng: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "logs" / "old").mkdir(parents=True)
    monkeypatch.chdir(office / "logs" / "old")
    assert "demo-office/study/2026-W48" in listed(zuofeng, "--all")


def test_the_json_has_the_keys_promised(zuofeng: Run) -> None:
    code, out, _err = zuofeng(*COUNTY, "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == ["schema", "today", "rulebook", "rulebooks", "duties"]
    assert answer["schema"] == "zuofeng.due/1"
    assert answer["today"] == "2026-11-24"
    assert list(answer["rulebook"]) == ["id", "sha256"]
    for duty in answer["duties"]:
        assert list(duty)[: len(KEYS)] == KEYS


def test_a_duty_in_the_json_is_what_the_log_and_the_rules_make_it(zuofeng: Run) -> None:
    _code, out, _err = zuofeng(*COUNTY, "--rule", "post-case-democratic-life-meeting", "-f", "json")
    late = json.loads(out)["duties"][0]
    reminder = late["reminder"]
    assert {name: late[name] for name in KEYS if name != "reminder"} == {
        "key": "demo-county-committee/post-case-democratic-life-meeting/case-2026-003",
        "unit": "demo-county-committee",
        "rule": "post-case-democratic-life-meeting",
        "period": "case-2026-003",
        "clause": "二(一)3",
        "title": "结案后30日内召开专题民主生活会",
        "opens": "2026-05-20",
        "due": "2026-06-19",  # 20 May and 30 days: 11 of May and 19 of June
        "last_working_day": "2026-06-18",  # the 19th is Dragon Boat
        "earliest": "2026-06-19",
        # 30 working days after Wednesday 20 May: 21-22 (2), 25-29 (7), 1-5 June (12), 8-12 (17),
        # 15-18 (21), 19-21 off, 22-26 (26), 29 June-2 July (30).
        "latest": "2026-07-02",
        "status": "overdue",
        "days_left": -158,  # 11 of June, 31, 31, 30, 31, 24
        "required": 1,
        "count": 0,
        "done": None,
        "recipients": [],
        "delivered_to": [],
        "basis": "text",
        "calendar": "none",
    }
    assert "2026-06-19" in reminder


def test_the_csv_has_the_same_fields_for_a_spreadsheet(zuofeng: Run) -> None:
    _code, out, _err = zuofeng("due", "--all", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert out.split("\r\n", 1)[0].split(",")[: len(KEYS)] == KEYS
    _code, other, _err = zuofeng("due", "--all", "--format", "json")
    duties = json.loads(other)["duties"]
    assert [row["key"] for row in rows] == [duty["key"] for duty in duties]
    assert [row["due"] for row in rows] == [duty["due"] or "" for duty in duties]


def test_a_text_that_begins_like_a_formula_is_no_formula(zuofeng: Run, office: Path) -> None:
    text = HEAD + RULE.replace('"Study"', '"=1+1"') + WEEKLY
    (office / "book.toml").write_text(text, encoding="utf-8")
    _code, out, _err = zuofeng("due", "--all", "--format", "csv")
    assert "'=1+1" in out
    assert ",=1+1" not in out


def test_the_order_is_due_day_unit_and_rule(zuofeng: Run) -> None:
    _code, out, _err = zuofeng("due", "--all", "--format", "json")
    duties = json.loads(out)["duties"]
    order = [(d["due"] or "9", d["unit"], d["rule"]) for d in duties]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*COUNTY, "--exit-code"), 1),
        (COUNTY, 0),
        ((*COUNTY, "--exit-code", "--rule", "annual-campaign"), 0),  # done
        ((*COUNTY, "--exit-code", "--status", "open"), 0),
        (("due", "--unit", "demo-party-school", "--exit-code"), 0),
    ],
)
def test_the_exit_code_tells_on_request_that_something_listed_is_overdue(
    zuofeng: Run, words: tuple[str, ...], code: int
) -> None:
    assert zuofeng(*words).code == code


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("due --unit demo-county-comittee", "did you mean demo-county-committee?"),
        ("due --all --rule quaterly-study", "did you mean quarterly-study?"),
        ("due --all --from 2026-02-01 --to 2026-01-31", "--from is after --to"),
        ("due --all --from 2026-12-31 --to 9999-12-31", "9999-12-31 is out of range"),
        ("due --all --from 9999-01-01 --to 9999-12-31", "9999-01-01 is out of range"),
        ("due --all --from 0001-01-01 --to 0001-12-31", "0001-01-01 is out of range"),
        ("due --all --today 9999-12-31", "9999-12-31 is out of range"),
        ("due --all --today 20261124", "'20261124' is not a date"),
        ("due --all --today 2026-W48-2", "'2026-W48-2' is not a date"),
        ("due --all --to 2199-12-31", "no calendar of CN for 2101; known: 1950–2100"),
        ("due --all --today 2199-12-31 --within 3660", "no calendar of CN for 2101"),
        ("due --all --workspace /nowhere", "there is no zuofeng.toml in /nowhere"),
    ],
)
def test_a_question_that_cannot_be_asked_exits_2(zuofeng: Run, words: str, message: str) -> None:
    code, out, err = zuofeng(*words.split())
    assert (code, out) == (2, "")
    assert message in err
    assert "bug" not in err


@pytest.mark.parametrize(
    "words",
    [
        "--from 1900-01-01 --to 2026-11-24",
        "--to 2026-01-01",
        "--today 1900-01-01",
        "--within 0",
        "--within 3660",
        "--today 2199-12-31 --within 3660",
        "--from 2199-12-31",
    ],
)
@pytest.mark.usefixtures("office")
def test_a_far_day_is_answered_where_no_holiday_matters(zuofeng: Run, words: str) -> None:
    code, _out, err = zuofeng("due", "--all", "--format", "plain", *words.split())
    assert (code, err) == (0, "")


@pytest.mark.usefixtures("office")
def test_from_alone_reaches_as_far_as_within(zuofeng: Run) -> None:
    # Sundays: 29 November, 6, 13 and 20 December; 24 November and 30 days is 24 December.
    found = listed(zuofeng, "--all", "--from", "2026-11-24")
    assert [key[-3:] for key in found] == ["W48", "W49", "W50", "W51"]
    assert [
        key[-3:] for key in listed(zuofeng, "--all", "--from", "2026-12-25", "--within", "9")
    ] == [
        "W52",  # 27 December
        "W53",  # 3 January: 25 December and 9 days
    ]


@pytest.mark.usefixtures("office")
def test_to_alone_reaches_back_to_where_tracking_began(zuofeng: Run) -> None:
    found = listed(zuofeng, "--all", "--to", "2026-01-11")
    # The week of 29 December 2025 falls due on 4 January 2026.
    assert [key[-8:] for key in found] == ["2026-W01", "2026-W02"]


def test_units_are_listed_in_one_go_and_none_twice(zuofeng: Run) -> None:
    once = listed(zuofeng, "--unit", "demo-county-committee", "--rule", "quarterly-study")
    words = ["--unit", "demo-county-committee"] * 2 + ["--rule", "quarterly-study"]
    assert listed(zuofeng, *words) == once


def test_how_soon_is_soon_is_the_workspace_s(zuofeng: Run, office: Path) -> None:
    this_week = "demo-office/study/2026-W48"  # due on Sunday the 29th, in 5 days
    for soon, status in ((4, "open"), (5, "due-soon")):
        text = f'rulebooks = ["book.toml"]\ndue_soon_days = {soon}\n'
        (office / "zuofeng.toml").write_text(text, encoding="utf-8")
        assert listed(zuofeng, "--all")[this_week] == status


@pytest.mark.usefixtures("office")
def test_a_unit_without_a_log_has_done_nothing(zuofeng: Run) -> None:
    assert set(listed(zuofeng, "--all", "--to", "2026-11-22").values()) == {"overdue"}


def test_a_log_that_cannot_be_read_exits_3_with_every_problem(zuofeng: Run, office: Path) -> None:
    workspace(office, **{LOGS: "unit: demo-office\nentries:\n  - done: soon\n  - duty: study\n"})
    code, out, err = zuofeng("due", "--all")
    assert (code, out) == (3, "")
    assert "logs/demo-office.yaml:3:11: entries[1].done: 'soon' is not a date" in err
    assert "logs/demo-office.yaml:4:11: entries[2].done: key done is missing" in err
    assert "entries[1].duty: key duty is missing" in err
    assert "Traceback" not in err


def test_a_log_that_reads_is_listed_and_its_other_faults_are_pointed_to(
    zuofeng: Run, office: Path
) -> None:
    text = """\
unit: demo-office
entries:
  - {duty: [study, studdy], done: 2026-11-24}
  - {duty: study, done: 2026-11-24, period: 2026-W99}
  - {duty: study, done: 2026-11-25}
"""
    workspace(office, **{LOGS: text})
    code, out, err = zuofeng("due", "--all", "--from", "2026-11-24", "--format", "plain")
    assert code == 0
    assert out.startswith("done\t2026-11-29\t")
    assert "3 entries in the log of demo-office count for nothing" in err
    assert "zuofeng check" in err


def test_everything_wrong_in_a_workspace_is_told_at_once(zuofeng: Run, office: Path) -> None:
    workspace(
        office,
        book_toml="format = 1\n",
        units_toml='[[unit]]\nid = "X"\n',
        zuofeng_toml='rulebooks = ["book.toml"]\n',
    )
    code, out, err = zuofeng("due", "--all")
    assert (code, out) == (3, "")
    for place in ("book.toml:1:1: title: key title is missing", "units.toml:2:1: unit[1].id: 'X'"):
        assert place in err
    assert "Traceback" not in err


def test_control_characters_of_a_file_never_reach_the_terminal(zuofeng: Run, office: Path) -> None:
    text = HEAD + RULE.replace('"Study"', r'"\u001b[31mStudy\u0007"') + WEEKLY
    (office / "book.toml").write_text(text, encoding="utf-8")
    for output in ("table", "plain", "markdown", "csv", "json"):
        _code, out, _err = zuofeng("due", "--all", "--format", output)
        assert "Study" in out
        assert "\x1b[31m" not in out
        assert "\x07" not in out


def piped(command: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"ZUOFENG_TODAY": "2026-11-24", "LANG": "C.UTF-8"}
    shell = ["/bin/sh", "-c", command.replace("zuofeng", f"{sys.executable} -m zuofeng_cli")]
    return subprocess.run(shell, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("output", ["table", "json", "csv"])
def test_a_reader_that_has_seen_enough_leaves_no_trace(output: str) -> None:
    done = piped(f"zuofeng due --all --to 2026-12-31 --undated --format {output} | head -1")
    assert done.stdout.count("\n") == 1
    for word in ("Traceback", "BrokenPipe", "bug", "Exception"):
        assert word not in done.stderr


def test_what_is_piped_has_no_colour(zuofeng: Run) -> None:
    assert "\x1b" not in zuofeng("due", "--all").out


REMINDER = ("due", "-w", ".", "--all", "--from", "2027-02-01", "--to", "2027-02-28")
NOTICE = """
[2027]
notice = "示范〔2026〕1号"
off = [
    [2027-01-01, 2027-01-03], [2027-02-06, 2027-02-12], [2027-04-03, 2027-04-05],
    [2027-05-01, 2027-05-05], [2027-06-09, 2027-06-09], [2027-09-15, 2027-09-15],
    [2027-10-01, 2027-10-07],
]
"""


def test_a_provisional_date_becomes_official_when_the_workspace_adds_the_notice(
    zuofeng: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert zuofeng("init", ".").code == 0
    words = (*REMINDER, "--rule", "pre-holiday-reminder")
    (before,) = json.loads(zuofeng(*words, "--format", "json").out)["duties"]
    assert (before["period"], before["calendar"]) == ("2027-spring-festival", "provisional")
    assert "~" in zuofeng(*words).out
    (tmp_path / "calendar").mkdir()
    (tmp_path / "calendar" / "cn.toml").write_text(NOTICE, encoding="utf-8")
    (after,) = json.loads(zuofeng(*words, "--format", "json").out)["duties"]
    # The first day off is Saturday 6 February.
    assert (after["due"], after["calendar"]) == ("2027-02-05", "official")
    assert "~" not in zuofeng(*words).out
