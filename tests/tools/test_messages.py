import gettext
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from hatch_build import compile_catalogs
from tools.messages import HEADER, faults, sentences, updated
from zuofeng_cli.load.script import convert


def catalog(entries: str) -> Catalog:
    return read_po(BytesIO((HEADER + entries).encode()), locale="zh_Hans")


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgid "due"\nmsgstr "到期"', None),
        ('msgid "due"\nmsgstr ""', "no translation: 'due'"),
        ('#, fuzzy\nmsgid "due"\nmsgstr "到期"', "marked fuzzy: 'due'"),
        ('msgid "{n} left"\nmsgstr "剩 {n}"', None),
        ('msgid "{n} left"\nmsgstr "剩 {days}"', "other placeholders than the English: '{n} left'"),
        ('msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} 天"', None),
        (
            'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "几天"',
            "other placeholders than the English: '{n} day'",
        ),
    ],
)
def test_what_cannot_be_shown_in_chinese_is_a_fault(entry: str, fault: str | None) -> None:
    assert list(faults(catalog(entry + "\n"))) == ([fault] if fault else [])


def test_new_sentences_enter_empty_and_old_ones_leave(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '_("kept {n}")\nN_("new")\nngettext("one day", "{n} days", 2)\nother("not marked")\n',
        encoding="utf-8",
    )
    before = 'msgid "kept {n}"\nmsgstr "保留 {n}"\n\nmsgid "gone"\nmsgstr "走了"\n'
    after = updated(catalog(before), sentences(tmp_path))
    assert "保留 {n}" in after
    assert 'msgid "new"\nmsgstr ""' in after
    assert 'msgid_plural "{n} days"\nmsgstr[0] ""' in after
    assert "gone" not in after
    assert "not marked" not in after
    assert updated(catalog(after.removeprefix(HEADER)), sentences(tmp_path)) == after


def test_both_chinese_scripts_are_compiled_from_the_one_source(tmp_path: Path) -> None:
    (tmp_path / "zh_Hans.po").write_text(
        HEADER
        + 'msgid "rule"\nmsgstr "群众核实的规则"\n\n'
        + 'msgid "{n} day left"\nmsgid_plural "{n} days left"\nmsgstr[0] "还剩 {n} 天"\n',
        encoding="utf-8",
    )
    compile_catalogs(tmp_path)
    shown = {}
    for script in ("zh_Hans", "zh_Hant"):
        with (tmp_path / f"{script}.mo").open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        shown[script] = [
            compiled.gettext("rule"),
            compiled.ngettext("{n} day left", "{n} days left", 3),
        ]
    assert shown == {
        "zh_Hans": ["群众核实的规则", "还剩 {n} 天"],
        "zh_Hant": ["群眾核實的規則", "還剩 {n} 天"],
    }


def test_no_sentence_is_left_half_simplified() -> None:
    # OpenCC tells 周 (a name) from 週 (a week), 里 (a mile) from 裡 (inside), 干 from 乾 and 幹 by
    # the word it stands in; where it cannot, it leaves the character, and the sentence needs
    # another word.
    path = Path(__file__).parents[2] / "src" / "zuofeng_cli" / "locale" / "zh_Hans.po"
    told = read_po(BytesIO(path.read_bytes()), locale="zh_Hans")
    texts = [str(message.string) for message in told if message.id]
    converted = [convert(text, "s2tw") for text in texts]
    assert [text for text in converted if any(c in text for c in "周里干")] == []
