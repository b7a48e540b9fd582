import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.submitted import STUDY, findings, found, submit, workspace

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "office")


def test_a_right_entry_gives_nothing(zuofeng: Run, root: Path) -> None:
    submit(root, STUDY)
    assert found(zuofeng, root, "--select", "ZF1", "--select", "ZF2", "--select", "ZF4") == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        # Each wrong value where it stands; what is missing at the entry's duty.
        ("  - duty: [quarterly-study, quaterly-study]\n    done: 2026-10-15\n",
         [("missing-evidence", 3, 12), ("unknown-duty", 3, 29)]),
        ("  - done: 2026-10-15\n    duty: quarterly-study\n",
         [("missing-evidence", 4, 11)]),
        ("  - duty: quarterly-study\n", [("schema", 3, 11)]),
        (STUDY + "    deliverd_to: [x]\n", [("schema", 8, 5)]),
        (STUDY + "    delivered_to: [superior-party, superior]\n",
         [("missing-delivery", 8, 36)]),
        # A period that the act cannot serve, beside one that it can.
        (STUDY + "    period: [2026-Q4, 2027-Q1]\n", [("outside-period", 8, 23)]),
        # The last quarter was over before the unit was tracked.
        (STUDY + "    period: 2026-Q3\n", [("before-start", 8, 13)]),
        (STUDY + STUDY + "    note: !!python/object:os.system x\n", [("syntax", 13, 11)]),
        # Two things wrong with one entry, and one with the next.
        ("  - duty: quaterly-study\n    done: 2062-10-15\n    evidence:\n"
         "      - kind: minuts\n        ref: a\n" + STUDY + "        file: ../a.pdf\n",
         [("unknown-duty", 3, 11), ("future-date", 4, 11), ("evidence-kind", 6, 15),
          ("evidence-outside", 13, 15)]),
        (STUDY + "waivers:\n  - duty: anual-survey\n    period: '2026'\n    reason: a\n"
         "    approved_by: b\n    approved_on: 2026-11-25\n",
         [("unknown-duty", 9, 11), ("future-date", 13, 18)]),
        (STUDY + "waivers:\n  - duty: annual-survey\n    period: 2026-Q1\n    reason: a\n"
         "    approved_by: b\n    approved_on: 2026-11-24\n",
         [("unknown-period", 10, 13)]),
        (STUDY + "waivers:\n  - duty: monthly-case-report\n    period: 2026-10\n    reason: a\n"
         "    approved_by: b\n    approved_on: 2026-11-24\n",
         [("not-owed", 9, 11)]),
        (STUDY + "events:\n  - id: a\n    type: case-close\n    date: 2026-11-25\n",
         [("unknown-event", 10, 11), ("future-date", 11, 11)]),
    ],
)  # fmt: skip
def test_a_finding_points_at_the_value_that_is_wrong(
    zuofeng: Run, root: Path, entries: str, expected: list[tuple[str, int, int]]
) -> None:
    submit(root, entries)
    assert found(zuofeng, root, "--ignore", "ZF5") == expected


@pytest.mark.parametrize(
    ("duty", "period", "done", "expected"),
    [
        # Reminders open ten days before the run of days off, by assumption: ten more are let pass.
        # National Day 2026: off from Thursday 1 October, after Friday to Sunday 25 to 27 September.
        ("pre-holiday-reminder", "2026-national-day", "2026-09-21", []),
        ("pre-holiday-reminder", "2026-national-day", "2026-09-11", []),
        ("pre-holiday-reminder", "2026-national-day", "2026-09-10", ["outside-period"]),
        # A quarter is the text's own, and begins when it begins.
        ("quarterly-study", "2026-Q4", "2026-09-30", ["outside-period"]),
        ("quarterly-study", "2026-Q4", "2026-10-08", []),
        ("annual-survey", "2027", "2026-11-20", ["outside-period"]),
    ],
)
def test_an_act_serves_no_period_that_had_not_begun(
    zuofeng: Run, root: Path, duty: str, period: str, done: str, expected: list[str]
) -> None:
    units = root / "units.toml"
    units.write_text(units.read_text("utf-8").replace("2026-10-09", "2026-09-01"), "utf-8")
    submit(root, f"  - duty: {duty}\n    done: {done}\n    period: '{period}'\n")
    names = [name for name, _line, _column in found(zuofeng, root, "--select", "ZF302")]
    assert names == expected


def test_a_near_miss_is_suggested(zuofeng: Run, root: Path) -> None:
    submit(root, STUDY.replace("quarterly", "quaterly"))
    (finding,) = findings(zuofeng, root, "--select", "unknown-duty")
    assert finding["hint"] == "did you mean quarterly-study?"


def test_all_files_are_told_of_in_one_run_in_order(zuofeng: Run, root: Path) -> None:
    submit(root, STUDY.replace("quarterly", "quaterly"))
    (root / "logs" / "demo-discipline.yaml").write_text("unit: [", encoding="utf-8")
    (root / "logs" / "demo-new-town.yaml").write_text("unit: demo-new-town\n", encoding="utf-8")
    answer = json.loads(zuofeng("check", "-w", str(root), "-f", "json").out)
    assert answer["files"] == [
        f"logs/demo-{u}.yaml" for u in ("committee", "discipline", "new-town")
    ]
    assert [(f["file"], f["name"]) for f in answer["findings"]] == [
        ("logs/demo-committee.yaml", "unknown-duty"),
        ("logs/demo-discipline.yaml", "syntax"),
    ]


def test_the_json_has_the_keys_that_were_promised(zuofeng: Run, root: Path) -> None:
    submit(root, "  - duty: quarterly-study\n    done: 2026-10-15\n    period: 2026-Q4\n")
    answer = json.loads(zuofeng("check", "-w", str(root), "-f", "json", "--ignore", "ZF5").out)
    assert list(answer) == ["schema", "today", "files", "findings", "summary"]
    assert answer["schema"] == "zuofeng.check/1"
    assert answer["today"] == "2026-11-24"
    assert answer["summary"] == {"error": 1, "warning": 0}
    assert answer["findings"] == [
        {
            "file": "logs/demo-committee.yaml",
            "line": 3,
            "column": 11,
            "code": "ZF401",
            "name": "missing-evidence",
            "severity": "error",
            "message": "the act of 2026-10-15 for quarterly-study shows no evidence",
            "hint": "it takes one of: minutes\nevidence:\n  - kind: minutes\n    ref: ...",
            "unit": "demo-committee",
            "rule": "quarterly-study",
            "period": "2026-Q4",
        }
    ]


def test_a_log_that_was_never_begun_or_taken_away_hides_nothing(zuofeng: Run, root: Path) -> None:
    overdue = findings(zuofeng, root)
    assert {(f["name"], f["file"], f["line"]) for f in overdue} == {
        ("overdue", "logs/demo-discipline.yaml", None)
    }


def test_a_log_that_nobody_would_read_is_told_of(zuofeng: Run, root: Path) -> None:
    """`due` looks for logs/<unit>.yaml; a log of another name would be passed over in silence."""
    path = submit(root, STUDY)
    path.rename(path.with_suffix(".yml"))
    submit(root, STUDY, "demo-discipline").rename(root / "logs" / "notes.yaml")
    told = findings(zuofeng, root, "--select", "unknown-unit")
    assert [(f["file"], f["hint"]) for f in told] == [
        ("logs/demo-committee.yml", "rename it to demo-committee.yaml"),
        ("logs/notes.yaml", "rename it to demo-discipline.yaml"),
    ]


@pytest.mark.parametrize(
    ("option", "word", "names"),
    [
        ("--select", "unknown-duty", ["unknown-duty"]),
        ("--select", "ZF202", ["unknown-duty"]),
        ("--select", "zf2", ["unknown-duty"]),
        ("--ignore", "ZF4", ["unknown-duty"]),
        ("--ignore", "unknown-duty", ["missing-evidence"]),
    ],
)
def test_findings_are_selected_by_name_code_or_group(
    zuofeng: Run, root: Path, option: str, word: str, names: list[str]
) -> None:
    submit(root, "  - duty: [quarterly-study, x]\n    done: 2026-10-15\n")
    told = found(zuofeng, root, "--ignore", "ZF5", option, word)
    assert [name for name, _line, _column in told] == names


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "never"), 0),
    ],
)
def test_a_warning_fails_a_run_only_where_asked(
    zuofeng: Run, root: Path, words: tuple[str, ...], code: int
) -> None:
    submit(root, STUDY.replace("2026-10-15", "2026-11-07"))  # a Saturday
    log = str(root / "logs" / "demo-committee.yaml")
    assert zuofeng("check", log, "-w", str(root), *words).code == code


def test_what_is_provisional_never_fails_a_run(zuofeng: Run, root: Path) -> None:
    """2027 has no notice yet: whether 4 February is the last day to remind is a projection."""
    path = submit(root, "", "demo-new-town")
    path.write_text("unit: demo-new-town\n", encoding="utf-8")
    words = ("check", str(path), "-w", str(root), "--today", "2027-03-05", "--fail-on", "warning")
    answer = zuofeng(*words)
    assert "overdue-provisional" in answer.out
    assert answer.code == 0
    settings = root / "zuofeng.toml"
    raised = '[check]\nseverity = { overdue-provisional = "error" }\n'
    settings.write_text(settings.read_text("utf-8") + raised, encoding="utf-8")
    assert zuofeng(*words).code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "overdu"), "--select: there is no finding 'overdu'"),
        (("--ignore", "ZF9"), "--ignore: there is no finding 'ZF9'"),
        (("--fail-on", "x"), "--fail-on: 'x' is not allowed"),
        (("--format", "xml"), "--format: 'xml' is not allowed"),
        (("--baseline", "main"), "--baseline: there is no git repository here"),
        (("--output", "no/such/folder"), "cannot write no/such/folder"),
    ],
)
def test_a_question_that_cannot_be_asked_is_exit_2(
    zuofeng: Run, root: Path, words: tuple[str, ...], message: str
) -> None:
    answer = zuofeng("check", "-w", str(root), *words)
    assert answer.code == 2
    assert message in answer.err


@pytest.mark.parametrize(
    ("settings", "line", "message"),
    [
        ('ignore = ["overdu"]', 3, "there is no finding 'overdu'"),
        ('severity = { ZF999 = "error" }', 3, "there is no finding 'ZF999'"),
        ('[[check.exempt]]\nunit = "x"\nignore = ["ZF1x"]\nreason = "r"', 5, "'ZF1x'"),
        ("max_bytes = 0", 3, "max_bytes"),
        ('[[check.exempt]]\nunit = "x"\nignore = ["overdue"]', 3, "reason"),
        ('fail_on = "x"', 3, "fail_on"),
    ],
)
def test_settings_that_cannot_be_used_are_exit_3(
    zuofeng: Run, tmp_path: Path, settings: str, line: int, message: str
) -> None:
    root = workspace(tmp_path / "office", f"[check]\n{settings}\n")
    answer = zuofeng("check", "-w", str(root))
    assert answer.code == 3
    assert f"zuofeng.toml:{line}:" in answer.err
    assert message in answer.err


def test_settings_grade_and_ignore_and_an_ignore_of_nothing_is_told(
    zuofeng: Run, tmp_path: Path
) -> None:
    root = workspace(
        tmp_path / "office",
        """\
[check]
ignore = ["ZF501", "unknown-event"]
severity = { missing-evidence = "warning", non-working-day = "error" }

[[check.exempt]]
unit = "demo-committee"
ignore = ["unknown-duty", "unknown-period"]
reason = "a reason"

[[check.exempt]]
unit = "demo-discipline"
ignore = ["unknown-duty"]
reason = "a reason"
""",
    )
    submit(root, "  - duty: [quarterly-study, x]\n    done: 2026-11-07\n")
    told = findings(zuofeng, root)
    assert [(f["name"], f["severity"], f["file"], f["line"]) for f in told] == [
        ("missing-evidence", "warning", "logs/demo-committee.yaml", 3),
        ("non-working-day", "error", "logs/demo-committee.yaml", 4),
        ("unused-ignore", "warning", "zuofeng.toml", 3),
        ("unused-ignore", "warning", "zuofeng.toml", 8),
        ("unused-ignore", "warning", "zuofeng.toml", 13),
    ]
    one = str(root / "logs" / "demo-committee.yaml")
    assert "unused-ignore" not in zuofeng("check", one, "-w", str(root)).out


@pytest.mark.parametrize("style", ["json", "gitlab", "sarif", "junit"])
def test_the_language_never_touches_a_machine_format(zuofeng: Run, style: str) -> None:
    words = ("check", "-w", str(EXAMPLES / "demo"), "-f", style)
    said = {zuofeng(*words, "--lang", code).out for code in ("en", "zh-Hans", "zh-Hant")}
    assert len(said) == 1


def test_a_person_is_told_in_their_language(zuofeng: Run) -> None:
    words = ("check", "-w", str(EXAMPLES / "demo"))
    assert "已过" in zuofeng(*words, "--lang", "zh-Hans").out
    assert "已過" in zuofeng(*words, "--lang", "zh-Hant").out


def test_personal_data_is_shown_nowhere(zuofeng: Run, root: Path) -> None:
    """11010519491231002X is the specimen number of GB 11643-1999."""
    submit(
        root,
        "  - duty: 11010519491231002X\n    done: 2026-10-15\n    period: 13800138000\n"
        "    note: 4242 4242 4242 4242\n    delivered_to: ['6222021234567890128']\n# 13800138000\n",
    )
    for style in ("text", "json", "github", "gitlab", "sarif", "junit"):
        said = zuofeng("check", "-w", str(root), "-f", style).out
        assert "personal-data" in said
        for number in ("11010519491231002", "13800138000", "4242 4242", "62220212"):
            assert number not in said, style


def test_one_log_or_a_thousand_are_told_of_alike(zuofeng: Run, root: Path) -> None:
    """Many logs are spread over processes; the answer is as if one had read them in turn."""
    units = [UNIT.format(n) for n in range(40)]
    (root / "units.toml").write_text("\n".join(units), encoding="utf-8")
    for n in range(40):
        submit(root, STUDY.replace("quarterly", f"quarterl{n}"), f"demo-{n:02}")
    together = found(zuofeng, root)
    logs = [str(root / "logs" / f"demo-{n:02}.yaml") for n in range(40)]
    assert together == [each for log in logs for each in found(zuofeng, root, log)]
    assert len(together) == 40


UNIT = """\
[[unit]]
id = "demo-{:02}"
name = "示范"
kinds = ["party-committee"]
level = "county"
tracked_from = 2026-11-01
"""
