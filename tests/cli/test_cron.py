"""The jobs of the example's crontab, as cron starts them: in the language C, with little else."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "automation"
LINES = (EXAMPLE / "crontab").read_text(encoding="utf-8").splitlines()
SETTINGS = dict(line.split("=", 1) for line in LINES if re.match(r"[A-Z_]+=", line))
JOBS = [line.split(maxsplit=5)[5] for line in LINES if re.match(r"[\d*]", line)]


def started_by_cron(job: str, tmp_path: Path) -> str:
    folder = shutil.copytree(EXAMPLE, tmp_path / "compliance")
    environment = SETTINGS | {"HOME": str(tmp_path), "LANG": "C", "ZUOFENG_TODAY": "2026-11-24"}
    environment["PATH"] = f"{Path(sys.executable).parent}:{SETTINGS['PATH']}"
    words = job.replace("/srv/compliance", str(folder))
    done = subprocess.run(
        ["/bin/sh", "-c", words], check=True, capture_output=True, env=environment
    )
    assert not done.stderr
    return done.stdout.decode()


@pytest.mark.parametrize("job", JOBS)
def test_a_job_knows_its_targets(job: str, tmp_path: Path) -> None:
    assert "将发给 county-chat：" in started_by_cron(f"{job} --dry-run", tmp_path)


def test_chinese_arrives_whole(tmp_path: Path) -> None:
    shown = started_by_cron(
        "zuofeng digest --unit demo-county-committee -w /srv/compliance", tmp_path
    )
    assert shown.startswith("示范区委周报 2026-W48\n2026-11-23 周一 至 2026-11-29 周日")
