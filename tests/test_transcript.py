from pathlib import Path

import pytest

from tests.transcript import Session, commands


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "office").mkdir()
    return Session(tmp_path / "office", tmp_path)


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_right_outputs_stay_as_they_are(session: Session, tmp_path: Path) -> None:
    text = "# why\n$ echo one; echo two >&2\none\ntwo\n\n$ false\n[exit 1]\n\n$ pwd\n~/office\n"
    path = written(tmp_path, "a.transcript", text)
    assert session.replay(path) == text


def test_a_wrong_output_and_a_wrong_exit_code_are_put_right(
    session: Session, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.transcript", "$ echo one\ntwo\n[exit 1]\n\n$ sh -c 'exit 3'\n")
    assert session.replay(path) == "$ echo one\none\n\n$ sh -c 'exit 3'\n[exit 3]\n"


def test_cd_and_files_last_through_a_page(session: Session, tmp_path: Path) -> None:
    path = written(tmp_path, "a.transcript", "$ mkdir in\n\n$ cd in\n\n$ pwd\n\n$ date > when\n")
    assert "~/office/in\n" in session.replay(path)
    assert (tmp_path / "office/in/when").exists()


def test_only_console_blocks_of_a_page_are_run(session: Session, tmp_path: Path) -> None:
    text = "Text\n```sh\n$ exit 1\n```\n````console\n$ echo '```'\n```\n````\n$ exit 1\n"
    path = written(tmp_path, "a.md", text)
    assert session.replay(path) == text
    assert list(commands(path)) == ["echo '```'"]


def test_the_language_of_the_one_who_runs_the_tests_does_not_matter(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZUOFENG_LANG", "zh-Hant")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    path = written(tmp_path, "a.transcript", "$ echo $ZUOFENG_LANG $LC_ALL\n")
    assert session.replay(path) == "$ echo $ZUOFENG_LANG $LC_ALL\nen C.UTF-8\n"


def test_a_block_that_names_a_file_is_that_file(session: Session, tmp_path: Path) -> None:
    text = "```toml in/a.toml\na = 1\n```\nText\n```console\n$ cat in/a.toml\na = 1\n```\n"
    path = written(tmp_path, "a.md", text)
    assert session.replay(path) == text
    assert (tmp_path / "office/in/a.toml").read_text("utf-8") == "a = 1\n"
