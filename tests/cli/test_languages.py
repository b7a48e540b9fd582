from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zuofeng_cli.load.catalog import code_for

CODES = ["en", "zh-Hans", "zh-Hant"]
MACHINE = [
    *(f"due --all --format {name}" for name in ("json", "csv", "plain")),
    "explain demo-county-discipline/holiday-inspection/2026-spring-festival --format json",
    "explain quarterly-study --format json",
]


@pytest.mark.parametrize("words", MACHINE)
def test_a_machine_format_never_changes_with_the_language(zuofeng: Run, words: str) -> None:
    answers = {zuofeng(*words.split(), "--lang", code).out for code in CODES}
    assert len(answers) == 1
    assert answers != {""}


def test_a_person_is_answered_in_each_language(zuofeng: Run) -> None:
    words = ("due", "--unit", "demo-county-committee")
    headings = {code: zuofeng(*words, "--lang", code).out.splitlines()[2] for code in CODES}
    assert headings == {"en": "Overdue (1)", "zh-Hans": "逾期（1）", "zh-Hant": "逾期（1）"}
    names = {code: zuofeng(*words, "--lang", code).out.split("  ")[0] for code in CODES}
    assert names == {"en": "Demo county committee", "zh-Hans": "示范区委", "zh-Hant": "示範區委"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en", "en"),
        ("en_GB.UTF-8", "en"),
        ("zh", "zh-Hans"),
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh_HK.UTF-8@radical", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("zh_Hant_TW.UTF-8", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("de_DE.UTF-8", None),
        ("C", None),
        ("C.UTF-8", None),
        ("zhong", None),
        ("", None),
    ],
)
def test_locale_names(name: str, code: str | None) -> None:
    assert code_for(name) == code


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_HK.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_CN.UTF-8", "ZUOFENG_LANG": "en"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_comes_from_the_environment(
    zuofeng: Run, environment: dict[str, str], code: str
) -> None:
    answer = zuofeng("due", "--unit", "demo-county-committee", **environment)
    assert answer == zuofeng("due", "--unit", "demo-county-committee", "--lang", code)


@pytest.mark.parametrize(
    "words", [("due", "--lang", "tlh"), ("init", "--lang=tlh", "x"), ("--help",)]
)
def test_an_unknown_language_is_refused(zuofeng: Run, words: tuple[str, ...]) -> None:
    code, out, err = zuofeng(*words, ZUOFENG_LANG="tlh")
    assert (code, out) == (2, "")
    assert err == "zuofeng: 'tlh' is not a language\n  allowed: en, zh-Hans, zh-Hant\n"


def test_what_a_file_gets_wrong_is_told_in_chinese_alone(zuofeng: Run, tmp_path: Path) -> None:
    text = 'rulebooks = ["chengdu-2014"]\nlang = "fr"\ndue_soon_days = -1\n'
    (tmp_path / "zuofeng.toml").write_text(text, encoding="utf-8")
    code, out, err = zuofeng("due", "--all", "-w", str(tmp_path), "--lang", "zh-Hans")
    assert (code, out) == (3, "")
    assert err == (
        "zuofeng.toml:2:1: lang: 不可写 'fr' [schema]\n"
        "  可用：'en', 'zh-Hans', 'zh-Hant'\n"
        "zuofeng.toml:3:1: due_soon_days: 不得小于 0 [schema]\n"
    )
