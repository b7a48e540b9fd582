import shutil
from pathlib import Path

import pytest

from tests.transcript import Session, commands

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path for path in ROOT.glob("examples/*") if path.is_dir())
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])


def transcripts(example: Path) -> list[Path]:
    return sorted([*example.rglob("*.transcript"), *example.rglob("*.md")])


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_each_example_is_shown_running(example: Path) -> None:
    assert [command for path in transcripts(example) for command in commands(path)]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_shows_what_the_program_prints(page: Path, tmp_path: Path, *, golden: bool) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")  # a page may go there and show it
    language = "zh-Hans" if ".zh-CN" in page.suffixes else "en"
    compare(page, Session(tmp_path, tmp_path, language), golden=golden)


@pytest.mark.parametrize(
    ("example", "transcript"),
    [(example, path) for example in EXAMPLES for path in transcripts(example)],
    ids=lambda path: path.name,
)
def test_an_example_shows_what_the_program_prints(
    example: Path, transcript: Path, tmp_path: Path, *, golden: bool
) -> None:
    copy = shutil.copytree(example, tmp_path / example.name)
    folder = copy / transcript.relative_to(example).parent
    compare(transcript, Session(folder, tmp_path), golden=golden)


def compare(path: Path, session: Session, *, golden: bool) -> None:
    replayed = session.replay(path)
    if golden:
        path.write_text(replayed, encoding="utf-8")
    assert replayed == path.read_text(encoding="utf-8")
