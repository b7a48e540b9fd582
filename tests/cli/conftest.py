import sys
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from typing import NamedTuple

import pytest

from zuofeng_cli.cli.app import run
from zuofeng_cli.language import activate


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def zuofeng(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs the program in this process: `zuofeng("due", "--all", LANG="zh_CN.UTF-8")`."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("ZUOFENG_TODAY", "2026-11-24")

    def call(*words: str, **environment: str) -> Answer:
        with monkeypatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            patched.setattr(sys, "argv", ["zuofeng", *words])
            with pytest.raises(SystemExit) as exit_:
                run()
        return Answer(int(exit_.value.code or 0), *capsys.readouterr())

    yield call
    activate("en", NullTranslations())
