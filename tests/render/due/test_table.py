import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from zuofeng_cli.duty import Status
from zuofeng_cli.render.cells import width
from zuofeng_cli.render.due.table import Grid, Row
from zuofeng_cli.render.page import Page
from zuofeng_cli.unit import Unit

UNIT = Unit(id="demo", name="示范区委", kinds=("office",), tracked_from=date(2026, 1, 1))
TITLES = st.text(st.sampled_from("ab 作风建设，（）"), min_size=1, max_size=40).map(
    lambda text: f"T{text.strip()}"
)
ROWS = st.lists(
    st.builds(
        Row,
        status=st.sampled_from(Status),
        unit=st.just(UNIT),
        dated=st.just(True),
        due=st.sampled_from(["D026-06-19 Fri", "D026-06-19 周五*", "D026-06-19 周五*~"]),
        days=st.sampled_from(["N158 days late", "N逾期 3 天", "N还有 37 天"]),
        title=TITLES,
        progress=st.sampled_from(["", "尚未报送：示范区委"]),
        period=st.sampled_from(["P2026-Q1", "P2026-spring-festival", "P案件七"]),
        rule=st.sampled_from(["Rquarterly-study", "Rsurvey"]),
    ),
    min_size=1,
    max_size=6,
)


def starts(line: str, cells: str) -> list[int]:
    """The terminal column in which each of these cells begins."""
    return [width(line[: line.index(cell)]) for cell in cells]


@given(ROWS)
def test_columns_align_whatever_the_script(rows: list[Row]) -> None:
    grid = Grid.of(rows, Page(width=200), "  ")
    firsts = [next(iter(grid.lines(row))) for row in rows]
    assert len({tuple(starts(line, "DNTPR")) for line in firsts}) == 1


@given(ROWS, st.integers(40, 120))
def test_no_line_is_wider_than_the_page(rows: list[Row], columns: int) -> None:
    grid = Grid.of(rows, Page(width=columns), "  ")
    lines = [line for row in rows for line in grid.lines(row)]
    assert max(width(line.rstrip()) for line in lines) <= columns


@given(ROWS, st.integers(40, 200))
def test_colour_changes_nothing_but_colour(rows: list[Row], columns: int) -> None:
    for row in rows:
        plain = Grid.of(rows, Page(columns), "  ").lines(row)
        colored = Grid.of(rows, Page(columns, color=True), "  ").lines(row)
        assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in colored] == list(plain)
