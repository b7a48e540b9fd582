"""Where `check` runs: each file held to its schema, and run as far as one machine allows."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.submitted import STUDY, commit, git, submit, workspace

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOB = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))
EXAMPLE = ROOT / "examples" / "ci"


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        env={
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(cwd),
            "ZUOFENG_TODAY": "2026-11-24",
            "ZUOFENG_LANG": "en",
            "GIT_AUTHOR_NAME": "demo",
            "GIT_AUTHOR_EMAIL": "demo@example.org",
            "GIT_COMMITTER_NAME": "demo",
            "GIT_COMMITTER_EMAIL": "demo@example.org",
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", "examples/ci/.github/workflows/check.yml"),
        ("gitlab-ci", "ci/gitlab.yml"),
        ("gitlab-ci", "examples/ci/.gitlab-ci.yml"),
    ],
)
def test_a_file_is_what_its_reader_s_schema_says(schema: str, path: str) -> None:
    done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", path, cwd=ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("command", "path"),
    [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", "examples/ci/.pre-commit-config.yaml"),
    ],
)
def test_pre_commit_takes_the_hook(command: str, path: str, tmp_path: Path) -> None:
    done = run("pre-commit", command, path, cwd=ROOT, PRE_COMMIT_HOME=str(tmp_path))
    assert done.returncode == 0, done.stdout


def test_the_example_calls_what_there_is() -> None:
    workflow = (EXAMPLE / ".github/workflows/check.yml").read_text("utf-8")
    given: dict[str, Any] = yaml.safe_load(workflow)["jobs"]["check"]["steps"][-1]["with"]
    assert given.keys() <= ACTION["inputs"].keys()
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    config = yaml.safe_load((EXAMPLE / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in config["repos"][0]["hooks"]] == [hook["id"] for hook in hooks]
    assert "local: ci/gitlab.yml" in (EXAMPLE / ".gitlab-ci.yml").read_text("utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A repository with one overdue report, cloned without its history."""
    upstream = workspace(tmp_path / "upstream")
    submit(upstream, STUDY)
    commit(upstream, "2026-10-16")
    git(upstream, "config", "uploadpack.allowAnySHA1InWant", "true")
    return upstream


# GitHub


def action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's last step, as a runner would run it in `folder`."""
    step = ACTION["runs"]["steps"][-1]
    expression = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
    defaults = {
        name: "" if "${{" in value["default"] else value["default"]
        for name, value in ACTION["inputs"].items()
    }
    values = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    environment = {
        name: expression.sub(lambda match: values[match[1]], value)
        for name, value in step["env"].items()
    }
    assert "${{" not in step["run"]  # an expression in a script is an injection
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
    return run(*shell, step["run"], cwd=folder, GITHUB_ACTIONS="true", **environment)


def test_the_action_holds_a_pull_request_against_its_base(office: Path, tmp_path: Path) -> None:
    base = git(office, "rev-parse", "HEAD")
    submit(office, STUDY + STUDY.replace("quarterly", "quaterly"))
    commit(office, "2026-11-20", branch="pull-request")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{office}", str(clone))
    done = action(clone, baseline=base)
    assert done.returncode == 1
    assert done.stdout == (
        "::error file=logs/demo-committee.yaml,line=8,col=11,endColumn=25,"
        "title=ZF202 unknown-duty::there is no duty 'quaterly-study'%0A"
        "did you mean quarterly-study?\n"
        "1 file checked: 1 error\n"
    )


def test_the_action_without_a_base_reports_all_there_is(office: Path) -> None:
    done = action(office, sarif="check.sarif", history="true", fail_on="never")
    assert done.returncode == 0
    assert "title=ZF501 overdue" in done.stdout
    assert '"version": "2.1.0"' in (office / "check.sarif").read_text("utf-8")


def test_a_branch_s_name_is_never_run(office: Path) -> None:
    done = action(office, baseline="$(touch pwned); `touch pwned`")
    assert done.returncode != 0
    assert not (office / "pwned").exists()


# GitLab


def test_the_gitlab_job_reports_to_the_merge_request(office: Path) -> None:
    base = git(office, "rev-parse", "HEAD")
    submit(office, STUDY + STUDY.replace("quarterly", "quaterly"))
    commit(office, "2026-11-20")
    script = "\n".join(JOB["zuofeng-check"]["script"])
    for variable, count in (({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}, 1), ({}, 2)):
        done = run("bash", "-ec", script, cwd=office, ZUOFENG_WORKSPACE=".", **variable)
        assert done.returncode == 1
        assert "error ZF202 unknown-duty" in done.stdout
        report = (office / "gl-code-quality-report.json").read_text("utf-8")
        assert report.count('"fingerprint"') == count


# pre-commit


def test_the_hook_stops_a_wrong_entry_and_lets_a_right_one_pass(
    office: Path, tmp_path: Path
) -> None:
    """A real repository of hooks; `language: system` spares it an installation from the network."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    manifest = ROOT / ".pre-commit-hooks.yaml"
    (hooks / manifest.name).write_text(manifest.read_text("utf-8"), encoding="utf-8")
    revision = commit(hooks, "2026-01-01")
    (office / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {revision}\n"
        "    hooks:\n      - id: zuofeng-check\n        language: system\n",
        encoding="utf-8",
    )
    home = str(tmp_path / "home")
    assert run("pre-commit", "install", cwd=office, PRE_COMMIT_HOME=home).returncode == 0
    for duty, code in (("quaterly-study", 1), ("quarterly-study", 0)):
        submit(office, STUDY + STUDY.replace("quarterly-study", duty).replace("15", "16"))
        assert run("git", "add", "-A", cwd=office).returncode == 0
        done = run("git", "commit", "-m", duty, cwd=office, PRE_COMMIT_HOME=home)
        assert done.returncode == code, done.stdout
        assert ("error ZF202 unknown-duty" in done.stdout) is bool(code)
    assert git(office, "log", "-1", "--format=%s") == "quarterly-study"
