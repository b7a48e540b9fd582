"""Coverage of a policy text: an invented one, with all that a copy from the web has around it."""

import json
from pathlib import Path

import pytest
from opencc import OpenCC
from typer.testing import CliRunner, Result

from zuofeng_cli.cli.rules import app
from zuofeng_cli.load.policy import load_policy, plain, quotes
from zuofeng_cli.load.rulebook import load_rulebook
from zuofeng_cli.policy.coverage import Coverage, cover

HERE = Path(__file__).parent
TEXT = (HERE / "policy.zh-Hant.txt").read_text("utf-8")
BOOK = load_rulebook(HERE / "rules.toml", "rules.toml").book


def covered(text: str, folder: Path) -> Coverage:
    path = folder / "policy.txt"
    path.write_text(text, encoding="utf-8")
    return cover(BOOK, load_policy(path, "policy.txt", BOOK).document, plain)


def line_of(words: str, text: str = TEXT) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def full_width(text: str) -> str:
    return text.translate(str.maketrans(",;:()", "，；：（）"))


COPIES = {
    "traditional": TEXT,
    "simplified": OpenCC("t2s").convert(TEXT),
    "full-width": full_width(TEXT),
    "indented": "\n".join(f"\u3000\u3000{line}" for line in TEXT.splitlines()),
    "windows": TEXT.replace("\n", "\r\n"),
    "title in two lines": TEXT.replace("示範辦公室防火規定\n(", "示範辦公室\n防火規定\n("),
    "no front matter": TEXT[TEXT.rindex("示範辦公室防火規定") :],
    "no title": TEXT[TEXT.index("為防止火災") :],
}


@pytest.mark.parametrize("copy", COPIES)
def test_every_copy_is_covered_whole(copy: str, tmp_path: Path) -> None:
    found = covered(COPIES[copy], tmp_path)
    assert [each.sentence.text for each in found.missing] == []
    assert found.strays == ()
    assert found.is_complete
    # 前言 1, 一(一) 2, 一(二) 1, 二(一)1 2 (parted at the semicolon), 二(一)2 1, 二(二)1 1,
    # 二(二)2 1 (broken by the margin); the commentary and what stands before the title count not.
    assert (len(found.sentences), len(found.mapped), len(found.declared)) == (9, 6, 3)
    assert found.anchors == 7 + 3 + 1


def test_headings_are_no_sentences(tmp_path: Path) -> None:
    headings = [e.sentence.text for e in covered(TEXT, tmp_path).judged if e.sentence.is_heading]
    assert headings == [
        "總則", "提高認識。", "目標。", "措施", "日常檢查", "每日巡查。", "演練", "定期演練。",
        "報告。",
    ]  # fmt: skip


ADDED = {
    # What is put in, after which words, the word that asks for a rule, and whether it is of time.
    "at the end of a line": ("各辦公室每季度清點器材。", "並存檔。", "每", True),
    "inside a line": ("要在5日內上報。", "防火關係全體人員。", "日內", True),
    "on a line of its own": ("\n節假日前要斷電。", "每月開會1次。", "節假日", True),
    "as a new item without a full stop": ("\n3、每年檢修1次", "每月開會1次。", "每", True),
    "without a time": ("門口不得堆物。", "每月開會1次。", "不得", False),
    "without a word that binds": ("器材放在門口。", "每月開會1次。", None, False),
    "before the first number": ("各單位每年報告。", "制定本規定。", "每", True),
}


@pytest.mark.parametrize("script", ["traditional", "simplified"])
@pytest.mark.parametrize("case", ADDED)
def test_a_sentence_that_was_added_is_named_with_its_line(
    case: str, script: str, tmp_path: Path
) -> None:
    sentence, after, word, is_time = ADDED[case]
    text = TEXT.replace(after, after + sentence, 1)
    body = sentence.strip().removeprefix("3、")
    line = line_of(body, text)
    if script == "simplified":
        to_simplified = OpenCC("t2s").convert
        text, body, word = to_simplified(text), to_simplified(body), word and to_simplified(word)
    found = covered(text, tmp_path)
    assert [(e.sentence.line, e.sentence.text, e.word) for e in found.missing] == [
        (line, body, word)
    ]
    assert found.is_complete is not is_time


def test_what_is_added_to_the_commentary_or_before_the_title_bids_nobody(tmp_path: Path) -> None:
    for after in ("防火要從小事做起。", "每年修訂。"):
        text = TEXT.replace(after, after + "各辦公室每季度清點器材。")
        assert covered(text, tmp_path).is_complete


def test_an_anchor_outside_its_clause_is_named_with_where_it_stands(tmp_path: Path) -> None:
    moved = TEXT.replace("各辦公室每月開會1次。", "").replace(
        "並存檔。", "並存檔。各辦公室每月開會1次。"
    )
    found = covered(moved, tmp_path)
    stray = found.strays[0]
    assert (stray.anchor, stray.elsewhere) == ("每月開會1次", ("二(二)2",))
    assert not found.is_complete


def test_an_anchor_of_the_commentary_is_looked_for_there(tmp_path: Path) -> None:
    found = covered(TEXT.replace("從小事做起", "從今天做起"), tmp_path)
    assert [(s.anchor, s.in_commentary) for s in found.strays] == [("从小事做起", True)]
    without = covered(TEXT[: TEXT.rindex("解讀")], tmp_path)
    assert without.strays == ()
    assert without.anchors == 7 + 3


def test_explain_quotes_the_sentences_of_the_clause_alone(tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    path.write_text(TEXT.replace("力爭", "每月開會1次,力爭"), encoding="utf-8")
    rule = BOOK.rule("monthly-meeting")
    assert rule
    policy = load_policy(path, "policy.txt", BOOK)
    assert quotes(policy, rule) == ("月度會議,各辦公室每月開會1次。",)


def run(text: str, folder: Path, *options: str) -> Result:
    path = folder / "policy.txt"
    path.write_text(text, encoding="utf-8")
    words = ["coverage", "--source", str(path), "-r", str(HERE / "rules.toml"), *options]
    return CliRunner().invoke(app, words)


def test_the_json_is_as_promised(tmp_path: Path) -> None:
    done = run(TEXT, tmp_path, "-f", "json")
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert answer["schema"] == "zuofeng.rules-coverage/1"
    assert (answer["sentences"], answer["mapped"], answer["not_duties"]) == (9, 6, 3)
    assert answer["unmapped"] == answer["anchors_missing"] == []
    added = TEXT.replace("並存檔。", "並存檔。每年檢修1次。")
    done = run(added, tmp_path, "-f", "json")
    assert done.exit_code == 1
    [missing] = json.loads(done.stdout)["unmapped"]
    assert missing["line"] == line_of("每年檢修", added)
    assert (missing["text"], missing["trigger"]) == ("每年檢修1次。", "每")
    done = run(TEXT.replace("每月開會", "每月碰頭"), tmp_path, "-f", "json")
    assert done.exit_code == 1
    [stray] = json.loads(done.stdout)["anchors_missing"]
    assert (stray["rule"], stray["anchor"]) == ("monthly-meeting", "每月開會1次")


def test_the_text_points_to_the_line(tmp_path: Path) -> None:
    done = run(TEXT.replace("並存檔。", "並存檔。每年檢修1次。"), tmp_path)
    assert f"policy.txt:{line_of('並存檔')}: 二(二)2: " in done.stdout
    assert "10 sentences: 6 mapped, 3 declared no duty, 1 missing" in done.stdout


def test_the_page_marks_each_sentence_and_runs_nothing_it_quotes(tmp_path: Path) -> None:
    done = run(TEXT.replace("並存檔。", "並存檔。<script>每年</script>。"), tmp_path, "-f", "html")
    page = done.stdout
    assert '<span class="dated" title="daily-round: Daily round">值班人員每日巡查1次;' in page
    assert '<span class="undated" title="drills: Regular drills">' in page
    assert '<span class="declared" title="An aim.">力爭不發生火災。</span>' in page
    assert '<span class="missing" title="">&lt;script&gt;每年&lt;/script&gt;。</span>' in page
    assert "<script" not in page
    assert f'<p id="L{line_of("定期演練。")}">' in page


DOTTED = """\
Demo rules on fire

1. Rounds
1.1 Each office makes a round. Doors are kept clear.
1.2 Hazards are removed.
2. Drills
2.1 Each office holds a drill.
(a) In spring.
"""


def test_dotted_numbers_are_clauses_too(tmp_path: Path) -> None:
    found = covered(DOTTED, tmp_path)
    assert [(e.sentence.clauses, e.sentence.text) for e in found.missing] == [
        (("1", "1.1"), "Each office makes a round."),
        (("1", "1.1"), "Doors are kept clear."),
        (("1", "1.2"), "Hazards are removed."),
        (("2", "2.1"), "Each office holds a drill."),
        (("2", "2.1", "2.1(a)"), "In spring."),
    ]
    assert [e.sentence.text for e in found.judged if e.sentence.is_heading] == ["Rounds", "Drills"]
