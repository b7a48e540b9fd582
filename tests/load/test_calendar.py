"""The calendars that ship, held against the notices; the workspace's own; the projections."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]
import pytest
import rtoml

from tests.load.notices import NUMBERS, RUNS, WORKED
from tools.calendar import FESTIVALS, FILE, LAST_YEAR, rebuild
from zuofeng_cli.days import BeyondCalendarError, Calendar, Run, UnknownCountryError
from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.calendar import load_calendar
from zuofeng_cli.load.calendar_table import read_tables
from zuofeng_cli.load.calendar_year import calendar_year
from zuofeng_cli.load.workspace import load_workspace

OFFICIAL = range(2014, 2027)


@pytest.fixture(scope="module")
def china(tmp_path_factory: pytest.TempPathFactory) -> Calendar:
    return load_calendar("CN", tmp_path_factory.mktemp("workspace"))


def own(workspace: Path, text: str, country: str = "cn") -> Path:
    (workspace / "calendar").mkdir()
    (workspace / "calendar" / f"{country}.toml").write_text(text, encoding="utf-8")
    return workspace


# What ships.


def test_the_file_is_what_its_command_makes_of_it() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert rebuild(text) == text


def test_the_file_keeps_the_rules_of_a_workspace_file() -> None:
    tables = rtoml.load(FILE)
    years = read_tables(FILE, "cn.toml", lambda year: calendar_year(year, {"off": ()}))
    assert years == {int(year): calendar_year(int(year), tables[year]) for year in tables}


@pytest.mark.parametrize("year", OFFICIAL)
def test_each_day_is_worked_when_another_library_says_so(china: Calendar, year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert china.is_working(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


@pytest.mark.parametrize(("year", "festival", "first", "last"), RUNS)
def test_the_days_off_around_a_festival_are_those_of_its_notice(
    china: Calendar, year: int, festival: str, first: date, last: date
) -> None:
    day = china.festival(festival, year)
    assert day is not None
    assert china.non_working_run(day) == Run(first, last)


@pytest.mark.parametrize("year", OFFICIAL)
def test_the_weekend_days_worked_are_those_of_the_notices(china: Calendar, year: int) -> None:
    assert china.year(year).makeup == WORKED[year]
    assert all(china.is_working(day) for day in WORKED[year])


@pytest.mark.parametrize("year", OFFICIAL)
def test_a_year_names_its_notice(china: Calendar, year: int) -> None:
    number, published = NUMBERS[year]
    notice = china.notice(date(year, 10, 1))
    assert notice is not None
    assert (notice.number, notice.published) == (number, date.fromisoformat(published))
    assert notice.url.startswith("https://www.gov.cn/")
    assert china.is_official(date(year, 1, 1), date(year, 12, 24))


# The numbers and dates of the amendments, as reprinted by provincial governments.
@pytest.mark.parametrize(
    ("day", "number", "published"),
    [
        ("2015-09-03", "国发明电〔2015〕1号", "2015-05-13"),
        ("2015-09-06", "国发明电〔2015〕1号", "2015-05-13"),
        ("2015-09-07", "国办发明电〔2014〕28号", "2014-12-16"),
        ("2018-12-29", "国办发明电〔2018〕15号", "2018-12-04"),
        ("2018-12-31", "国办发明电〔2018〕15号", "2018-12-04"),
        ("2019-05-03", "国办发明电〔2019〕3号", "2019-03-22"),
        ("2020-01-30", "国办发明电〔2019〕16号", "2019-11-21"),
        ("2020-02-01", "国办发明电〔2020〕1号", "2020-01-26"),
        ("2022-12-31", "国办发明电〔2022〕16号", "2022-12-08"),
    ],
)
def test_an_amended_day_names_its_amendment(
    china: Calendar, day: str, number: str, published: str
) -> None:
    notice = china.notice(date.fromisoformat(day))
    assert notice is not None
    assert (notice.number, str(notice.published)) == (number, published)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2015-09-04", False),  # given for 3 September, the day of victory
        ("2015-10-06", False),  # National Day
        ("2020-02-01", False),  # first to be worked, then part of the longer Spring Festival
        ("2024-02-09", True),  # New Year's Eve: leave was recommended, not given
        ("2026-02-14", True),
        ("2026-10-10", True),
        ("2026-06-01", True),  # Children's Day is no day off
    ],
)
def test_a_day_that_is_easily_got_wrong(china: Calendar, day: str, worked: bool) -> None:
    assert china.is_working(date.fromisoformat(day)) is worked


def test_a_day_given_once_is_no_festival(china: Calendar) -> None:
    assert tuple(china.year(2015).festivals) == FESTIVALS


@pytest.mark.parametrize("year", range(2027, LAST_YEAR + 1))
def test_years_without_a_notice_ship_as_provisional(china: Calendar, year: int) -> None:
    table = china.year(year)
    assert not table.official
    assert table.notices == ()
    assert tuple(table.festivals) == FESTIVALS


# "When is Chinese New Year?" on topmarks.co.uk.
@pytest.mark.parametrize(
    "day",
    [
        "2027-02-06",
        "2028-01-26",
        "2029-02-13",
        "2030-02-03",
        "2031-01-23",
        "2032-02-11",
        "2033-01-31",
        "2034-02-19",
        "2035-02-08",
    ],
)
def test_a_projected_spring_festival_is_the_first_day_of_the_chinese_year(
    china: Calendar, day: str
) -> None:
    assert china.festival("春节", int(day[:4])) == date.fromisoformat(day)


# Beyond what ships.


def test_a_year_beyond_the_file_is_projected(china: Calendar) -> None:
    table = china.year(LAST_YEAR + 1)
    assert not table.official
    assert table.festivals["国庆节"] == date(LAST_YEAR + 1, 10, 1)
    assert not china.is_working(date(LAST_YEAR + 1, 10, 1))


@pytest.mark.parametrize("year", [1949, 2101, 9999])
def test_a_year_that_nobody_knows_is_refused(china: Calendar, year: int) -> None:
    with pytest.raises(BeyondCalendarError, match=f"CN for {year}; known: 1950–2100"):
        china.is_working(date(year, 6, 1))


def test_another_country_is_projected_under_its_own_names(tmp_path: Path) -> None:
    america = load_calendar("US", tmp_path)
    # A Saturday's holiday is taken on the Friday (5 U.S.C. 6103(b)), a Sunday's on the Monday
    # (Executive Order 11582); Thanksgiving is the fourth Thursday of November.
    assert america.festival("Independence Day", 2026) == date(2026, 7, 4)
    assert america.non_working_run(date(2026, 7, 4)) == Run(date(2026, 7, 3), date(2026, 7, 5))
    assert america.non_working_run(date(2027, 7, 4)) == Run(date(2027, 7, 3), date(2027, 7, 5))
    assert america.festival("Thanksgiving Day", 2026) == date(2026, 11, 26)
    assert not america.is_official(date(2026, 7, 4), date(2026, 7, 4))


@pytest.mark.parametrize(
    ("country", "reason"),
    [
        ("XX", "the holidays library does not know it"),
        ("IL", "its weekend is not Saturday and Sunday"),
        ("cn", "two capital letters"),
        ("../CN", "two capital letters"),
        ("HolidayBase", "two capital letters"),
    ],
)
def test_an_unknown_country_is_refused(tmp_path: Path, country: str, reason: str) -> None:
    with pytest.raises(UnknownCountryError, match=reason):
        load_calendar(country, tmp_path)


def test_an_unknown_country_is_a_finding_of_the_rulebook_that_names_it(tmp_path: Path) -> None:
    book = (RULES / "chengdu-2014.toml").read_text(encoding="utf-8")
    book = book.replace('calendar = "CN"', 'calendar = "XX"')
    (tmp_path / "book.toml").write_text(book, encoding="utf-8")
    (tmp_path / "zuofeng.toml").write_text('rulebooks = ["book.toml"]', encoding="utf-8")
    with pytest.raises(UnusableInputError) as refused:
        load_workspace(tmp_path)
    finding = next(f for f in refused.value.findings if f.file == "book.toml")
    assert finding.path == "calendar"
    assert finding.line == 1 + book[: book.index('calendar = "XX"')].count("\n")
    assert finding.message == "no calendar of XX: the holidays library does not know it"


def test_a_question_beyond_all_calendars_is_a_usage_error(tmp_path: Path) -> None:
    command = "from zuofeng_cli.cli import main; main()"
    question = "due --unit demo-county-committee --from 2104-01-01 --to 2104-12-31 --lang en"
    done = subprocess.run(
        [sys.executable, "-c", command, *question.split()],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "no calendar of CN for 210" in done.stderr
    assert "known: 1950–2100" in done.stderr


def test_neither_the_library_nor_a_model_is_imported_for_the_years_that_ship() -> None:
    program = """
import sys
from datetime import date
from pathlib import Path
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.calendar import load_calendar
load_calendar("CN", Path("nowhere")).non_working_run(date(2026, 10, 1))
print([name for name in ("holidays", "dateutil", "pydantic") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


# The workspace's own years.

MADE_UP_2027 = """
[2027]
notice = "示范〔2026〕1号"
published = 2026-11-05
off = [
    [2027-01-01, 2027-01-03],
    [2027-02-05, 2027-02-12],
    [2027-04-03, 2027-04-05],
    [2027-05-01, 2027-05-05],
    [2027-06-09, 2027-06-09],
    [2027-09-15, 2027-09-15],
    [2027-10-01, 2027-10-07],
]
makeup = [2027-02-20, 2027-10-09]
"""


def test_a_workspace_makes_a_year_official_before_a_release_does(
    tmp_path: Path, china: Calendar
) -> None:
    calendar = load_calendar("CN", own(tmp_path, MADE_UP_2027))
    first, last = date(2027, 9, 30), date(2027, 10, 10)
    assert not china.is_official(first, last)
    assert calendar.is_official(first, last)
    assert calendar.is_working(date(2027, 10, 9))
    assert calendar.non_working_run(date(2027, 10, 1)) == Run(date(2027, 10, 1), date(2027, 10, 7))
    notice = calendar.notice(first)
    assert notice is not None
    assert notice.number == "示范〔2026〕1号"
    # With the notice of 2027 out, the end of 2026 is settled too.
    assert calendar.is_official(date(2026, 12, 31), date(2026, 12, 31))
    assert not china.is_official(date(2026, 12, 31), date(2026, 12, 31))
    # What the file does not speak of stays.
    assert calendar.festival("春节", 2027) == china.festival("春节", 2027)
    assert calendar.year(2026) == china.year(2026)
    assert calendar.year(2028) == china.year(2028)


def test_a_workspace_may_know_a_country_that_the_library_does_not(tmp_path: Path) -> None:
    text = """
[2027]
notice = "Circular 1"
off = [[2027-03-01, 2027-03-01]]
festivals = { "Founders' Day" = 2027-03-01 }
"""
    calendar = load_calendar("XX", own(tmp_path, text, "xx"))
    assert calendar.festival("Founders' Day", 2027) == date(2027, 3, 1)
    assert not calendar.is_working(date(2027, 3, 1))
    with pytest.raises(BeyondCalendarError, match="XX for 2028; known: 2027"):
        calendar.is_working(date(2028, 3, 1))


def test_a_workspace_amends_a_year_that_ships(tmp_path: Path, china: Calendar) -> None:
    text = """
[[2026.amendments]]
notice = "示范〔2026〕2号"
covers = [[2026-10-05, 2026-10-10], [2026-09-20, 2026-09-20]]
off = [[2026-10-08, 2026-10-09]]
makeup = [2026-10-10]
"""
    calendar = load_calendar("CN", own(tmp_path, text))
    # 5 to 7 October are worked instead of 8 and 9; Sunday 20 September is off again.
    assert calendar.non_working_run(date(2026, 10, 1)) == Run(date(2026, 10, 1), date(2026, 10, 4))
    assert calendar.non_working_run(date(2026, 10, 8)) == Run(date(2026, 10, 8), date(2026, 10, 9))
    assert calendar.is_working(date(2026, 10, 10))
    assert not calendar.is_working(date(2026, 9, 20))
    numbers = [notice.number for notice in calendar.year(2026).notices]
    assert numbers == ["国办发明电〔2025〕7号", "示范〔2026〕2号"]
    assert calendar.notice(date(2026, 10, 4)) == china.notice(date(2026, 10, 4))
    assert calendar.year(2026).festivals == china.year(2026).festivals


def test_an_amendment_may_not_speak_of_days_it_does_not_cover(tmp_path: Path) -> None:
    text = """\
[[2026.amendments]]
notice = "示范〔2026〕2号"
covers = [[2026-10-01, 2026-10-01]]
off = [[2026-10-02, 2026-10-03]]
makeup = [2026-10-03]
"""
    with pytest.raises(UnusableInputError) as refused:
        load_calendar("CN", own(tmp_path, text))
    assert [(f.line, f.path, f.message) for f in refused.value.findings] == [
        (1, "2026.amendments", "国庆节, 2026-10-01, is not a day off"),
        (3, "2026.amendments[1].covers", "2026-10-02 is not among the days covered"),
        (3, "2026.amendments[1].covers", "2026-10-03 is not among the days covered"),
        (5, "2026.amendments[1].makeup[1]", "2026-10-03 is both off and worked"),
    ]


BAD = """\
[2027]
off = [
    [2027-10-07, 2027-10-01],
    [2028-01-01, 2028-01-02],
    ["soon", 2027-05-02],
]
makeup = [2027-10-08]
notes = "?"

[2028]
off = [[2028-05-01, 2028-05-01], [2028-10-01, 2028-10-08]]
makeup = [2028-10-07]
festivals = { "春节" = 2028-01-26 }

[next-year]
off = []
"""


def test_a_bad_calendar_is_reported_whole(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as refused:
        load_calendar("CN", own(tmp_path, BAD))
    findings = refused.value.findings
    assert {finding.file for finding in findings} == {"calendar/cn.toml"}
    assert [(finding.line, finding.path, finding.message) for finding in findings] == [
        (3, "2027.off[1]", "the run ends before it begins"),
        (4, "2027.off[2][1]", "2028-01-01 is not a day of 2027"),
        (4, "2027.off[2][2]", "2028-01-02 is not a day of 2027"),
        (5, "2027.off[3][1]", "'soon' is not a date"),
        (7, "2027.makeup[1]", "2027-10-08 is no Saturday or Sunday, so it is worked anyway"),
        (8, "2027.notes", "key notes is not known here"),
        (10, "2028", "only a notice makes a year official"),
        # 4 April 2028 is a Tuesday, 26 January a Wednesday.
        (11, "2028.off", "清明节, 2028-04-04, is not a day off"),
        (12, "2028.makeup[1]", "2028-10-07 is both off and worked"),
        (13, "2028.festivals.春节", "春节, 2028-01-26, is not a day off"),
        (15, "next-year", "'next-year' has the wrong form"),
    ]


def test_a_calendar_that_is_no_toml_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as refused:
        load_calendar("CN", own(tmp_path, "[2027]\noff = [2027-13-01]\n"))
    (finding,) = refused.value.findings
    assert (finding.file, finding.name, finding.line) == ("calendar/cn.toml", "syntax", 2)
