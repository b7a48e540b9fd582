from pathlib import Path

import pytest

from tests.load.test_rulebook import HEAD, RULE
from zuofeng_cli.errors import UnusableInputError, UsageError
from zuofeng_cli.load.workspace import Workspace, find_root, load_workspace

UNITS = """\
[[unit]]
id = "demo-office"
name = "Demo office"
kinds = ["office"]
tracked_from = 2026-01-01
"""
WEEKLY = 'cadence = { kind = "period", every = "week" }\n'


def workspace(folder: Path, **files: str) -> Path:
    """A sound workspace, but for the files given."""
    sound = {
        "zuofeng_toml": 'rulebooks = ["book.toml"]\n',
        "book_toml": f"{HEAD}{RULE}{WEEKLY}",
        "units_toml": UNITS,
    }
    for name, text in {**sound, **files}.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, **files: str) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(UnusableInputError) as error:
        load_workspace(workspace(folder, **files))
    return [(f.file, f.line, f.path, f.message) for f in error.value.findings]


def sound(folder: Path, **files: str) -> Workspace:
    return load_workspace(workspace(folder, **files))


def test_a_workspace_is_found_from_any_folder_inside_it(tmp_path: Path) -> None:
    inside = workspace(tmp_path) / "logs" / "old"
    inside.mkdir(parents=True)
    assert find_root(inside) == tmp_path
    assert find_root(tmp_path) == tmp_path
    assert find_root(tmp_path.parent) is None


def test_a_folder_without_its_mark_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused_:
        load_workspace(tmp_path)
    assert "zuofeng init" in refused_.value.hint


def test_a_unit_or_a_rule_that_is_not_there_is_met_with_the_nearest(tmp_path: Path) -> None:
    found = sound(tmp_path)
    assert found.unit("demo-office").id == "demo-office"
    assert found.rule("study")[1].id == "study"
    with pytest.raises(UsageError) as no_unit:
        found.unit("demo-ofice")
    assert no_unit.value.hint == "did you mean demo-office?"
    with pytest.raises(UsageError) as no_rule:
        found.rule("studdy")
    assert no_rule.value.hint == "did you mean study?"


def test_a_unit_without_a_log_has_an_empty_one(tmp_path: Path) -> None:
    found = sound(tmp_path)
    unit = found.unit("demo-office")
    assert found.logbook(unit) is None
    assert found.log(unit).entries == ()


def test_all_that_is_wrong_in_all_files_is_reported_at_once(tmp_path: Path) -> None:
    found = refused(
        tmp_path,
        zuofeng_toml='rulebooks = ["book.toml", "none.toml", "chengdu-2015"]\n',
        book_toml="format = 1\n",
        units_toml="[[unit]]\nid = 1\n",
    )
    assert {(file, line) for file, line, _path, _message in found} == {
        ("book.toml", 1),
        ("units.toml", 1),
        ("units.toml", 2),
        ("zuofeng.toml", 1),
    }
    missing = {path: message for file, _line, path, message in found if file == "zuofeng.toml"}
    assert missing == {
        "rulebooks[2]": "there is no file none.toml",
        "rulebooks[3]": "there is no built-in rulebook 'chengdu-2015'",
    }


def test_one_kind_of_fault_in_a_rulebook_hides_no_other(tmp_path: Path) -> None:
    text = HEAD.replace("[kinds]", 'time_zone = "Mars"\nextends = "none.toml"\n[kinds]')
    ((file, line, path, message),) = refused(tmp_path, book_toml=text)
    assert (file, line, path) == ("book.toml", 6, "extends")
    assert message == "there is no file none.toml"
    local = """\
format = 1
id = "demo-local"
title = { zh = "细则", en = "Local" }
extends = "chengdu-2014"
in_force_from = 2026-01-01
[[adjust]]
rule = "monthly-case-report"
cadence = { every = "quarter" }
[[rule]]
id = "quarterly-study"
clause = "1"
anchors = []
title = { zh = "研究", en = "Study" }
owed_by = [{ kind = "party-group" }]
cadence = { kind = "period", every = "week" }
"""
    found = refused(tmp_path, book_toml=local)
    assert [(line, path) for _file, line, path, _message in found] == [
        (8, "adjust[1].cadence"),
        (10, "rule[1].id"),
    ]
    assert found[1][3] == "rule quarterly-study is one of the rulebook beneath"


@pytest.mark.parametrize(
    ("settings", "line", "path", "message"),
    [
        ("rulebooks = []\n", 1, "rulebooks", "must not be empty"),
        ('rulebooks = "book.toml"\n', 1, "rulebooks", "a list expected"),
        ("units = 'x'\n", 1, "rulebooks", "key rulebooks is missing"),
        ('rulebooks = ["book.toml"]\nlang = "fr"\n', 2, "lang", "'fr' is not allowed"),
        ('rulebooks = ["book.toml"]\ndue_soon_days = -1\n', 2, "due_soon_days", "at least 0"),
        ('rulebooks = ["book.toml"]\ndue_soon = 7\n', 2, "due_soon", "not known here"),
    ],
)
def test_settings_that_are_wrong_are_refused_at_their_key(
    tmp_path: Path, settings: str, line: int, path: str, message: str
) -> None:
    ((file, at, where, what),) = refused(tmp_path, zuofeng_toml=settings)
    assert (file, at, where) == ("zuofeng.toml", line, path)
    assert message in what


@pytest.mark.parametrize("zone", ["Asia/Chengdu", "", "../etc/passwd", "/etc/localtime", "Asia"])
def test_a_time_zone_that_is_none_is_a_finding(tmp_path: Path, zone: str) -> None:
    text = HEAD.replace("[kinds]", f'time_zone = "{zone}"\n[kinds]')
    ((file, line, path, message),) = refused(tmp_path, book_toml=text)
    assert (file, line, path) == ("book.toml", 5, "time_zone")
    assert message == f"{zone!r} is no time zone"


def test_a_holiday_that_the_calendar_does_not_have_is_a_finding(tmp_path: Path) -> None:
    text = HEAD.replace("[kinds]", 'calendar = "CN"\n[kinds]') + (
        '[festivals]\nspring = { holiday = "春节" }\nautumn = { holiday = "中秋" }\n'
        'fixed = { day = "06-01" }\n'
    )
    ((file, line, path, message),) = refused(tmp_path, book_toml=text)
    assert (file, line, path) == ("book.toml", 10, "festivals.autumn.holiday")
    assert message == "the calendar of CN has no holiday '中秋'"


def test_a_holiday_without_a_calendar_is_a_finding(tmp_path: Path) -> None:
    text = HEAD + '[festivals]\nspring = { holiday = "Easter" }\n'
    assert [path for _file, _line, path, _message in refused(tmp_path, book_toml=text)] == [
        "festivals.spring.holiday"
    ]


def test_a_holiday_that_came_later_is_none_to_complain_about(tmp_path: Path) -> None:
    """Juneteenth is a holiday of the United States since 2021 (Public Law 117-17)."""
    text = HEAD.replace("[kinds]", 'calendar = "US"\n[kinds]') + (
        '[festivals]\njune = { holiday = "Juneteenth National Independence Day" }\n'
    )
    assert sound(tmp_path, book_toml=text).books


def test_a_rule_stands_in_one_rulebook_only(tmp_path: Path) -> None:
    found = refused(
        tmp_path,
        zuofeng_toml='rulebooks = [\n  "book.toml",\n  "./other.toml",\n]\n',
        other_toml=f"{HEAD}{RULE}{WEEKLY}".replace('"made-up"', '"other"'),
    )
    message = "book.toml has rules of the same id: study"
    assert found == [("zuofeng.toml", 3, "rulebooks[2]", message)]


def test_two_rulebooks_serve_one_log(tmp_path: Path) -> None:
    found = sound(
        tmp_path,
        zuofeng_toml='rulebooks = ["book.toml", "./other.toml"]\n',
        other_toml=f"{HEAD}{RULE}{WEEKLY}".replace('"made-up"', '"other"').replace(
            '"study"', '"scan"'
        ),
    )
    assert [book.id for book, _calendar in found.books] == ["made-up", "other"]
    assert found.time_zone == "UTC"


def test_the_workspace_s_own_calendar_counts(tmp_path: Path) -> None:
    found = sound(
        tmp_path,
        book_toml=HEAD.replace("[kinds]", 'calendar = "CN"\n[kinds]'),
        calendar__cn_toml='[2030]\nnotice = "1"\noff = [[2030-02-04, 2030-02-04]]\n'
        'festivals = { "元旦" = 2030-02-04, "春节" = 2030-02-04, "清明节" = 2030-02-04,'
        ' "劳动节" = 2030-02-04, "端午节" = 2030-02-04, "中秋节" = 2030-02-04,'
        ' "国庆节" = 2030-02-04 }\n',
    )
    assert found.shelves[0].calendar.year(2030).official
