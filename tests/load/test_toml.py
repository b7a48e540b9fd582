from pathlib import Path

import pytest

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Place
from zuofeng_cli.load.toml import locate, read_toml

TEXT = """\
# a comment
title = "示范"
list = [
    "one",  # 1
    "two",
]
inline = { a = 1, b = { c = [2, 3] } }
"quoted key" = 1
a.dotted.key = 1

[table]
key = 1

[[rule]]
id = "first"
[rule.cadence]
every = "month"

[[rule]]
id = "second"
[[rule.reading]]
id = "r"
[rule.reading.options]
x = {}
y.en = "示范"
"""


@pytest.mark.parametrize(
    ("place", "line", "column"),
    [
        (("title",), 2, 1),
        (("list", 1), 5, 5),
        (("inline", "b", "c"), 7, 25),
        (("inline", "b", "c", 1), 7, 33),
        (("quoted key",), 8, 1),
        (("a", "dotted", "key"), 9, 1),
        (("table", "key"), 12, 1),
        (("rule", 0, "id"), 15, 1),
        (("rule", 0, "cadence", "every"), 17, 1),
        (("rule", 1, "id"), 20, 1),
        (("rule", 1, "reading", 0, "id"), 22, 1),
        (("rule", 1, "reading", 0, "options", "x"), 24, 1),
        # What is missing: the nearest table above it.
        (("rule", 1, "clause"), 19, 3),
        (("rule", 0, "cadence", "kind"), 16, 2),
        (("nothing",), 1, 1),
        ((), 1, 1),
    ],
)
def test_a_key_or_a_value_of_a_list_is_found_where_it_stands(
    place: Place, line: int, column: int
) -> None:
    assert locate(TEXT, place) == (line, column)


def test_columns_count_characters() -> None:
    assert locate('"示范" = { "键" = 1, x = 2 }', ("示范", "x")) == (1, 19)


def test_what_is_no_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('title = "示范"\nkey = \n', encoding="utf-8")
    with pytest.raises(UnusableInputError) as refused:
        read_toml(path, "a.toml")
    (finding,) = refused.value.findings
    assert (finding.file, finding.name, finding.line) == ("a.toml", "syntax", 2)


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a = 1\na = 2\n", encoding="utf-8")
    with pytest.raises(UnusableInputError, match="duplicate key"):
        read_toml(path, "a.toml")
