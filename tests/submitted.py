"""Workspaces with logs as units submit them, in git where a test is about that."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

UNITS = (Path(__file__).parents[1] / "examples/logs/units.toml").read_text("utf-8")
STUDY = """\
  - duty: quarterly-study
    done: 2026-10-15
    evidence:
      - kind: minutes
        ref: 〔2026〕40
"""
"""An entry with which nothing is wrong."""


def workspace(folder: Path, settings: str = "") -> Path:
    """A workspace with the units of examples/logs and no log yet."""
    (folder / "logs").mkdir(parents=True)
    head = 'rulebooks = ["chengdu-2014"]\n'
    (folder / "zuofeng.toml").write_text(head + settings, encoding="utf-8")
    (folder / "units.toml").write_text(UNITS, encoding="utf-8")
    return folder


def submit(root: Path, entries: str, unit: str = "demo-committee") -> Path:
    """Writes the unit's log with these entries, and whatever follows them."""
    path = root / "logs" / f"{unit}.yaml"
    path.write_text(f"unit: {unit}\nentries:\n{entries}", encoding="utf-8")
    return path


def findings(zuofeng: Run, root: Path, *words: str) -> list[dict[str, Any]]:
    """What `check` says of the workspace, as its JSON has it."""
    answer = zuofeng("check", "-w", str(root), "--format", "json", *words)
    assert answer.err == ""
    found: list[dict[str, Any]] = json.loads(answer.out)["findings"]
    assert answer.code == (1 if any(each["severity"] == "error" for each in found) else 0)
    return found


def found(zuofeng: Run, root: Path, *words: str) -> list[tuple[str, int | None, int | None]]:
    """The name, line and column of each finding."""
    return [(f["name"], f["line"], f["column"]) for f in findings(zuofeng, root, *words)]


def commit(root: Path, day: str, *, branch: str | None = None) -> str:
    """Commits everything as of noon of that day in China; the commit's id."""
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
    if branch:
        git(root, "switch", "-q", "-C", branch)
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", day, day=day)
    return git(root, "rev-parse", "HEAD")


def git(root: Path, *words: str, day: str = "2026-01-01") -> str:
    """What git answers; nothing of the machine's settings reaches it."""
    at = day if "T" in day else f"{day}T12:00:00+0800"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(root),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "demo",
        "GIT_AUTHOR_EMAIL": "demo@example.org",
        "GIT_COMMITTER_NAME": "demo",
        "GIT_COMMITTER_EMAIL": "demo@example.org",
        "GIT_AUTHOR_DATE": at,
        "GIT_COMMITTER_DATE": at,
    }
    done = subprocess.run(
        ["git", "-C", str(root), *words],  # noqa: S607 - whichever git there is
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment,
    )
    return done.stdout.strip()
