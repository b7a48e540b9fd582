import pytest

from tests.cli.conftest import Run

MISTAKES = [
    ("due --untl", "没有选项 --untl；是不是 --rule, --undated, --unit？"),
    ("due --qqq", "没有选项 --qqq"),
    ("due --unit", "选项 '--unit' 须带值"),
    ("due --all=1", "选项 '--all' 不带值"),
    ("due --within x", "'--within'：这里应为整数"),
    ("due --within 9999", "'--within'：不得大于 3660"),
    ("due --within -1", "'--within'：不得小于 0"),
    ("due --status never", "'--status'：不可写 'never'；可用：'overdue', 'due-soon', 'open',"),
    ("due more", "多出的词：more"),
    ("due --all --today soon", "--today：'soon' 不是日期"),
    ("due --all --from 2026-02-30", "--from：'2026-02-30' 不是日期"),
    ("due --all --format xml", "没有 'xml' 这种格式"),
    ("due", "请指明单位：--unit ID，或用 --all"),
    ("explain", "请给出 'KEY|RULE|CODE'"),
    ("dew", "没有命令 'dew'"),
]


@pytest.mark.parametrize(("words", "message"), MISTAKES)
def test_a_mistake_on_the_command_line_is_told_in_the_language_asked_for(
    zuofeng: Run, words: str, message: str
) -> None:
    code, out, err = zuofeng(*words.split(), ZUOFENG_LANG="zh-Hans")
    assert (code, out) == (2, "")
    assert f"zuofeng：{message}" in err


def test_what_to_ask_next_names_the_command(zuofeng: Run) -> None:
    for words in ("due --qqq", "due --unit", "due more"):
        assert zuofeng(*words.split()).err.endswith("\n  see: zuofeng due --help\n")


def test_an_unknown_command_is_met_with_the_nearest(zuofeng: Run) -> None:
    assert "did you mean explain?" in zuofeng("explian").err


def test_without_a_command_help_comes_on_standard_error(zuofeng: Run) -> None:
    code, out, err = zuofeng()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: zuofeng [OPTIONS] COMMAND\n")
