"""The value that a table of a calendar file stands for, once the table is known to be sound."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from zuofeng_cli.days import CalendarYear, Notice, Run


def calendar_year(year: int, table: Mapping[str, Any]) -> CalendarYear:
    """The value that a sound table of a calendar file stands for."""
    documents = [table, *table.get("amendments", ())] if table.get("notice") else []
    return CalendarYear(
        year,
        official=table.get("official", True),
        off=runs(table["off"]),
        makeup=frozenset(table.get("makeup", ())),
        festivals=table.get("festivals", {}),
        notices=tuple(notice(document) for document in documents),
    )


def notice(document: Mapping[str, Any]) -> Notice:
    """The value that a year's or an amendment's own keys stand for."""
    return Notice(
        number=document["notice"],
        url=document.get("url", ""),
        published=document.get("published"),
        covers=runs(document.get("covers", ())),
    )


def runs(pairs: Iterable[tuple[date, date]]) -> tuple[Run, ...]:
    """The runs that pairs of first and last days stand for."""
    return tuple(Run(first, last) for first, last in pairs)
