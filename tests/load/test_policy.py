from pathlib import Path

import pytest

from tests.made import book, rule
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.policy import load_policy, plain, quotes
from zuofeng_cli.rule import Rule

TITLE = {"zh": "示范市关于值班工作的意见"}
SIMPLIFIED = """\
示范市关于值班工作的意见

一、值班安排
各单位每季度至少研究1次值班工作；每月报送报告。
二、检查
每季度至少检查1次。
"""
TRADITIONAL = """\
示範市關於值班工作的意見

一、值班安排
各單位每季度至少研究1次值班工作；每月報送報告。
二、檢查
每季度至少檢查1次。
"""
STUDY = Rule.model_validate(rule(clause="一", anchors=["每季度至少研究1次"]))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SIMPLIFIED, "各单位每季度至少研究1次值班工作；"),
        (TRADITIONAL, "各單位每季度至少研究1次值班工作；"),
    ],
)
@pytest.mark.parametrize("anchor", ["每季度至少研究1次", "每季度至少研究1次值班"])
def test_the_sentence_is_quoted_as_the_copy_spells_it(
    tmp_path: Path, text: str, sentence: str, anchor: str
) -> None:
    path = tmp_path / "policy.txt"
    path.write_text(text, encoding="utf-8")
    policy = load_policy(path, "policy.txt", book(title=TITLE))
    for anchors in ([anchor], [anchor, anchor]):
        made = STUDY.model_copy(update={"anchors": tuple(anchors)})
        assert quotes(policy, made) == (sentence,)


def test_an_anchor_is_looked_for_in_its_own_clause(tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    path.write_text(SIMPLIFIED, encoding="utf-8")
    policy = load_policy(path, "policy.txt", book(title=TITLE))
    check = STUDY.model_copy(update={"clause": "二", "anchors": ("每季度至少",)})
    assert quotes(policy, check) == ("每季度至少检查1次。",)
    assert quotes(policy, check.model_copy(update={"anchors": ("没有的话",)})) == ()


def test_copies_are_compared_in_one_script_and_one_width() -> None:
    assert plain("舉報；檢查（一）") == "举报;检查(一)"


def test_a_copy_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError):
        load_policy(tmp_path / "none.txt", "none.txt", book(title=TITLE))
