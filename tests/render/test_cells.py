from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.render.cells import padded, width, wrapped

TEXT = st.text(st.sampled_from("ab1 -（）。，「」“”审查作风é\u0301"), max_size=60)


def test_a_chinese_character_takes_two_columns_and_an_accent_none() -> None:
    assert width("abc") == 3
    assert width("台账（2026）") == 2 * 4 + 4
    assert width("e\u0301") == 1


def test_a_padded_text_fills_its_columns() -> None:
    assert padded("台账", 6) == "台账  "
    assert padded("台账", 3) == "台账"


@given(TEXT, st.integers(2, 40))
def test_a_wrapped_text_fits_and_loses_nothing_but_spaces(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_end_between_words_and_between_characters() -> None:
    assert wrapped("quarterly study of conduct", 16) == ["quarterly study", "of conduct"]
    assert wrapped("每季度专题研究", 8) == ["每季度专", "题研究"]


def test_punctuation_clings_to_its_character() -> None:
    assert wrapped("台账，记录", 4) == ["台", "账，", "记录"]
    assert wrapped("一（二）", 6) == ["一", "（二）"]


def test_a_number_stays_with_what_it_counts() -> None:
    assert wrapped("结案后30日", 9) == ["结案后", "30日"]


def test_a_word_too_long_is_cut() -> None:
    assert wrapped("abcdefgh", 5) == ["abcde", "fgh"]
