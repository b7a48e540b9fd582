from pathlib import Path

import pytest

from tests.made import book, rule
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.units import load_units

RIVALS = [
    {
        "id": name,
        "question": "?",
        "chosen": "x",
        "options": {"x": {}, "y": {"cadence": {"kind": "period", "every": every}}},
    }
    for name, every in (("a", "month"), ("b", "year"))
]


def test_two_readings_that_each_change_a_date_are_refused_not_ranked(tmp_path: Path) -> None:
    path = tmp_path / "units.toml"
    path.write_text(
        """[[unit]]
id = "demo"
name = "Demo"
kinds = ["office"]
tracked_from = 2026-01-01
readings = { a = "y", b = "y" }
""",
        encoding="utf-8",
    )
    books = [book(rule({"kind": "period", "every": "week"}, readings=RIVALS))]
    with pytest.raises(UnusableInputError) as refused:
        load_units(path, "units.toml", books)
    (finding,) = refused.value.findings
    assert (finding.line, finding.path) == (6, "unit[1].readings")
    assert "readings a, b each change the dates of study" in finding.message


BOOKS = [
    book(
        rule({"kind": "period", "every": "week"}, readings=RIVALS[:1]),
        calendar=None,
    )
]
SOUND = 'name = "Demo"\nkinds = ["office"]\ntracked_from = 2026-01-01\n'


def toml(folder: Path, text: str) -> Path:
    path = folder / "units.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused_units(path: Path) -> list[tuple[int | None, str, str]]:
    with pytest.raises(UnusableInputError) as refused:
        load_units(path, path.name, BOOKS)
    assert {finding.file for finding in refused.value.findings} == {path.name}
    return [(f.line, f.path, f.message) for f in refused.value.findings]


@pytest.mark.parametrize(
    ("more", "path", "message"),
    [
        ('kinds = ["ofice"]', "kinds", "kind 'ofice' is not declared"),
        ("kinds = []", "kinds", "it must not be empty"),
        ('level = "middle"', "level", "level 'middle' is not declared"),
        ('recipients = { bord = "x" }', "recipients.bord", "recipient 'bord' is not declared"),
        ('readings = { b = "x" }', "readings.b", "reading 'b' is not declared"),
        ('readings = { a = "z" }', "readings.a", "option 'z' is not declared"),
        ("tracked_from = 0001-01-01", "tracked_from", "is out of range"),
        ("tracked_from = 2026-01-01T00:00:00", "tracked_from", "is not a date"),
        ("tracked_form = 2026-01-01", "tracked_form", "key tracked_form is not known here"),
        ('id = "Demo Office"', "id", "'Demo Office' has the wrong form"),
        ('id = "../demo"', "id", "'../demo' has the wrong form"),
        ('name = " "', "name", "it must not be empty"),
        ("name = {}", "name", "it must not be empty"),
    ],
)
def test_a_word_that_is_wrong_is_refused_at_its_key(
    tmp_path: Path, more: str, path: str, message: str
) -> None:
    key = more.split(" ", 1)[0]
    lines = ["[[unit]]", *('id = "demo"\n' + SOUND).splitlines()]
    kept = [line for line in lines if not line.startswith(f"{key} ")]
    ((line, where, what),) = refused_units(toml(tmp_path, "\n".join([*kept, more])))
    assert (line, where) == (len(kept) + 1, f"unit[1].{path}")
    assert message in what


def test_an_id_given_twice_is_refused_at_the_second(tmp_path: Path) -> None:
    one = f'[[unit]]\nid = "demo"\n{SOUND}'
    found = refused_units(toml(tmp_path, one + one))
    assert found == [(7, "unit[2].id", "unit demo stands here twice")]


def test_a_unit_is_never_over(tmp_path: Path) -> None:
    text = f'[[unit]]\nid = "demo"\n{SOUND}dissolved = 9999-12-31\n'
    (unit,) = load_units(toml(tmp_path, text), "units.toml", BOOKS)
    assert unit.dissolved is not None


@pytest.mark.parametrize(
    ("first", "key"),
    [("", "tracked_from"), ("established = 2027-01-01\n", "established")],
)
def test_a_unit_that_ends_before_it_begins_is_refused(tmp_path: Path, first: str, key: str) -> None:
    until = "2026-06-01" if first else "2025-06-01"
    text = f'[[unit]]\nid = "demo"\n{SOUND}{first}dissolved = {until}\n'
    ((line, path, message),) = refused_units(toml(tmp_path, text))
    assert (line, path, message) == (1, "unit[1]", f"dissolved is before {key}")


CSV = """\
id,name.zh,name.en,kinds,level,tracked_from,established,recipients.board,readings.a
demo-one,示范一,Demo one,office; branch,high,2026-01-01,,"Board, the",y
,,,,,,,,
demo-two,,Demo two,office,,2026-02-01,2025-06-01,,
"""


def test_a_spreadsheet_holds_the_same_units(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text(CSV, encoding="utf-8-sig", newline="\r\n")
    one, two = load_units(path, "units.csv", BOOKS)
    text = """\
[[unit]]
id = "demo-one"
name = { zh = "示范一", en = "Demo one" }
kinds = ["office", "branch"]
level = "high"
tracked_from = 2026-01-01
recipients = { board = "Board, the" }
readings = { a = "y" }
[[unit]]
id = "demo-two"
name = { en = "Demo two" }
kinds = ["office"]
tracked_from = 2026-02-01
established = 2025-06-01
"""
    assert (one, two) == load_units(toml(tmp_path, text), "units.toml", BOOKS)


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("demo,Demo,office,soon\n", 2, "'soon' is not a date"),
        ("demo,Demo,ofice,2026-01-01\n", 2, "kind 'ofice' is not declared"),
        ("demo,Demo,office,2026-01-01\ndemo,Demo,office,2026-01-01\n", 3, "stands here twice"),
        ("demo,Demo,office\n", 2, "not as many cells as the header"),
        ("demo,Demo,office,2026-01-01,x\n", 2, "not as many cells as the header"),
        ('demo,"Demo\n', 2, "unexpected end of data"),
        ("demo,Demo,,2026-01-01\n", 2, "key kinds is missing"),
        ("", 1, "it must not be empty"),
    ],
)
def test_a_row_that_is_wrong_is_refused_at_its_line(
    tmp_path: Path, rows: str, line: int, message: str
) -> None:
    path = tmp_path / "units.csv"
    path.write_text(f"id,name,kinds,tracked_from\n{rows}", encoding="utf-8")
    ((at, _path, what),) = refused_units(path)
    assert at == line
    assert message in what


@pytest.mark.parametrize(
    ("column", "hint"),
    [
        ("tracked_form", "did you mean tracked_from?"),
        ("kinds.zh", "did you mean kinds?"),
        ("people", "allowed: id, name, kinds, level, tracked_from, established, dissolved,"),
    ],
)
def test_a_column_that_is_unknown_is_refused_once_at_the_header(
    tmp_path: Path, column: str, hint: str
) -> None:
    path = tmp_path / "units.csv"
    rows = "demo,Demo,office,x,\n" * 3
    path.write_text(f"id,name,kinds,{column},\n{rows}", encoding="utf-8")
    with pytest.raises(UnusableInputError) as refused:
        load_units(path, path.name, BOOKS)
    (finding,) = refused.value.findings
    assert (finding.line, finding.message) == (1, f"key {column} is not known here")
    assert hint in finding.hint


def test_a_column_without_a_name_may_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("id,name,kinds,tracked_from,\ndemo,Demo,office,2026-01-01,\n", "utf-8")
    assert [unit.id for unit in load_units(path, path.name, BOOKS)] == ["demo"]
