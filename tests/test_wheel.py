"""The wheel, built without a network and by way of the sdist, and run from an empty folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hatch_build import SHIPPED

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (sdist,) = SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    subprocess.run(["/usr/bin/env", "tar", "-xzf", sdist, "-C", folder], check=True)
    source = sdist.removesuffix(".tar.gz")
    (wheel,) = WheelBuilder(source).build(directory=str(folder), versions=["standard"])
    shutil.unpack_archive(wheel, folder / "unpacked", "zip")
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
