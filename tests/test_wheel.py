"""The wheel, built without a network and run as a user would: from an empty folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from hatch_build import SHIPPED

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.mark.parametrize("folder", SHIPPED)
def test_rulebooks_and_the_demo_are_in_it(unpacked: Path, folder: str) -> None:
    def files(top: Path) -> dict[str, bytes]:
        return {str(p.relative_to(top)): p.read_bytes() for p in top.rglob("*") if p.is_file()}

    assert files(unpacked / SHIPPED[folder]) == files(ROOT / folder) != {}


def test_from_an_empty_folder_it_shows_the_demo_in_each_language(
    unpacked: Path, tmp_path: Path
) -> None:
    shown = {
        language: subprocess.run(
            [
                *(sys.executable, "-c", "from zuofeng_cli.cli import main; main()"),
                *("due", "--unit", "demo-county-committee", "--today", "2026-11-24"),
            ],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            encoding="utf-8",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(unpacked),
                "PYTHONUTF8": "1",
                "ZUOFENG_LANG": language,
            },
        ).stdout
        for language in ("en", "zh-Hans", "zh-Hant")
    }
    assert "Quarterly study of conduct" in shown["en"]
    assert "每季度" in shown["zh-Hans"]
    assert len(set(shown.values())) == 3
