"""The formats of `check`, read by those they are made for."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from junitparser import Error, Failure, JUnitXml, Skipped
from pydantic_sarif.model import (  # type: ignore[import-untyped]
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif,
)
from sarif import loader  # type: ignore[import-untyped]

from tests.cli.conftest import Run
from tests.submitted import STUDY, findings, submit, workspace

GITLAB = {
    # GitLab's documentation, "Code Quality report format": the keys, and what may stand there.
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)(?!/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three errors and a warning in two logs, and a third log with nothing wrong."""
    root = workspace(tmp_path / "office")
    submit(
        root,
        STUDY.replace("2026-10-15", "2026-11-07").replace("40", "%,:示范\x85")
        + "  - duty: 'quaterly%study'\n    done: 2026-11-06\n"
        + "  - duty: quarterly-study\n    done: 2026-11-06\n",
    )
    submit(root, STUDY, "demo-new-town")
    return root


def said(zuofeng: Run, root: Path, style: str, *words: str) -> str:
    answer = zuofeng("check", "-w", str(root), "-f", style, "--ignore", "before-start", *words)
    assert answer.code == 1
    assert answer.err == ""
    return answer.out


def test_sarif_is_what_the_standard_says(zuofeng: Run, root: Path) -> None:
    """pydantic-sarif is generated from the published schema, and refuses unknown keys."""
    text = said(zuofeng, root, "sarif")
    (run,) = Sarif.model_validate_json(text).runs
    assert run.tool.driver.name == "zuofeng"
    rules = run.tool.driver.rules or []
    for result in run.results or []:
        assert result.ruleIndex is not None
        assert rules[result.ruleIndex].id == result.ruleId


def test_sarif_tools_read_it(zuofeng: Run, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "check.sarif"
    path.write_text(said(zuofeng, root, "sarif"), encoding="utf-8")
    files = loader.load_sarif_files(str(path))
    records = [
        (r["Severity"], r["Code"], r["Location"], int(r["Line"])) for r in files.get_records()
    ]
    assert sorted(records) == [
        ("error", "ZF202", "logs/demo-committee.yaml", 8),
        ("error", "ZF401", "logs/demo-committee.yaml", 10),
        ("error", "ZF501", "logs/demo-discipline.yaml", 1),
        ("warning", "ZF305", "logs/demo-committee.yaml", 4),
    ]
    assert files.get_distinct_tool_names() == ["zuofeng"]


def test_junitparser_reads_it(zuofeng: Run, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "check.xml"
    path.write_text(said(zuofeng, root, "junit"), encoding="utf-8")
    suites = {suite.name: suite for suite in JUnitXml.fromfile(str(path))}
    counts = {name: (suite.tests, suite.failures) for name, suite in suites.items()}
    assert counts == {
        "logs/demo-committee.yaml": (3, 2),
        "logs/demo-discipline.yaml": (1, 1),
        "logs/demo-new-town.yaml": (1, 0),
    }
    results = [r for suite in suites.values() for case in suite for r in case.result]
    assert [type(result) for result in results] == [Failure] * 3
    assert not any(isinstance(result, (Error, Skipped)) for result in results)
    failure = next(r for r in results if "quaterly%study" in r.message)
    assert "logs/demo-committee.yaml:8:11" in failure.text


def test_gitlab_s_report_has_what_gitlab_reads(zuofeng: Run, root: Path) -> None:
    report = json.loads(said(zuofeng, root, "gitlab"))
    Draft202012Validator(GITLAB).validate(report)
    assert [(i["severity"], i["location"]["lines"]["begin"]) for i in report] == [
        ("minor", 4),
        ("major", 8),
        ("major", 10),
        ("major", 1),
    ]


def test_a_fingerprint_outlives_a_line_and_tells_two_apart(zuofeng: Run, root: Path) -> None:
    def prints() -> list[str]:
        return [each["fingerprint"] for each in json.loads(said(zuofeng, root, "gitlab"))]

    before = prints()
    path = root / "logs" / "demo-committee.yaml"
    path.write_text("# a line\n" + path.read_text("utf-8"), encoding="utf-8")
    assert prints() == before
    twice = "  - duty: quarterly-study\n    done: 2026-11-06\n"
    path.write_text(path.read_text("utf-8") + twice, encoding="utf-8")
    assert len(set(prints())) == len(prints()) > len(before)


def test_annotations_are_what_github_reads(zuofeng: Run, root: Path) -> None:
    """The form of workflow commands: `%`, line breaks, and in properties `:` and `,` escaped."""
    lines = said(zuofeng, root, "github").splitlines()
    form = re.compile(r"::(error|warning) ((?:\w+=[^,:]*,?)+)::(.+)")
    told = [form.fullmatch(line) for line in lines[:-1]]
    assert all(told)
    assert [match[1] for match in told if match] == ["error", "error", "error", "warning"]
    assert "file=logs/demo-committee.yaml,line=8,col=11,endColumn=27" in lines[0]
    assert "title=ZF202 unknown-duty::there is no duty 'quaterly%25study'%0A" in lines[0]


def test_inside_actions_annotations_are_the_default(zuofeng: Run, root: Path) -> None:
    inside = zuofeng("check", "-w", str(root), GITHUB_ACTIONS="true").out
    assert inside.startswith("::error file=")
    assert zuofeng("check", "-w", str(root), GITHUB_ACTIONS="").out.startswith("logs/")
    asked = zuofeng("check", "-w", str(root), "-f", "text", GITHUB_ACTIONS="true")
    assert asked.out.startswith("logs/")


@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_a_report_can_be_written_to_a_file(
    zuofeng: Run, root: Path, tmp_path: Path, style: str
) -> None:
    path = tmp_path / "report"
    answer = zuofeng("check", "-w", str(root), "-f", style, "--output", str(path))
    assert answer.code == 1
    assert answer.out == ""
    assert "3 files checked" in answer.err
    assert path.read_text("utf-8") == zuofeng("check", "-w", str(root), "-f", style).out


@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_nothing_in_a_log_drives_a_terminal(zuofeng: Run, tmp_path: Path, style: str) -> None:
    root = workspace(tmp_path / "office")
    evil = r'"\e[31m\u202e\x9b2J\0%0A::error::\r\n]]>&<"'
    submit(
        root,
        f"  - duty: {evil}\n    done: 2026-11-06\n    delivered_to: [{evil}]\n"
        f"    evidence: [{{kind: {evil}, file: {evil}, sha256: {evil}}}]\n"
        f"events:\n  - id: {evil}\n    type: {evil}\n    date: 2026-11-06\n"
        "# raw: \u202e\u200b\u2028\ufeff\n",
    )
    out = said(zuofeng, root, style)
    assert [c for c in out if not c.isprintable() and c != "\n"] == []
    assert not any(line.startswith("::error::") for line in out.splitlines())
    if style in {"json", "gitlab", "sarif"}:
        json.loads(out)


def test_text_shows_the_line_and_marks_what_is_meant(zuofeng: Run, tmp_path: Path) -> None:
    """A Chinese character takes two columns; a long line is cut to the screen."""
    root = workspace(tmp_path / "office")
    noted = STUDY.replace("    evidence", "    note: 示范\n    evidence")
    submit(root, noted.replace("minutes", "x" * 200))
    assert zuofeng("check", "-w", str(root), "--select", "ZF402").out.splitlines()[2:4] == [
        "  7 |       - kind: " + "x" * 59 + "…",
        "    |               " + "^" * 60,
    ]
    submit(root, STUDY + "    note: {示范: 示范, x: 1}\n")
    assert zuofeng("check", "-w", str(root), "--select", "schema").out.splitlines()[2:4] == [
        "  8 |     note: {示范: 示范, x: 1}",
        "    |           ^^^^^^^^^^^^^^^^^^",
    ]


def test_every_format_tells_the_same_findings(zuofeng: Run, root: Path) -> None:
    told = findings(zuofeng, root, "--ignore", "before-start")
    codes = sorted(finding["code"] for finding in told)
    for style in ("text", "github", "gitlab", "junit"):
        out = said(zuofeng, root, style)
        assert sorted(re.findall(r"\bZF\d{3}\b", out)) == codes, style
