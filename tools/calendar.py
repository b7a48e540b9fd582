"""Rebuilds rules/calendar/cn.toml from the holidays library: `make calendar`.

The days come from the library; what a notice is called, and which days an amendment covers, stays
as the file has it. To add a year: give its table a notice, and take `official = false` away.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import rtoml

from zuofeng_cli.days import CalendarYear, Run
from zuofeng_cli.load.projection import project

FILE = Path(__file__).parents[1] / "rules" / "calendar" / "cn.toml"

LAST_YEAR = 2035
"""Years up to it ship, so that the library is not imported for them."""

FESTIVALS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""What the Regulation on Public Holidays calls holidays of all citizens. The library also names
New Year's Eve, and days that were given once only, such as 3 September 2015."""

PREAMBLE = """\
# The days off of the People's Republic of China, one table a year. Written by `make calendar`.
#
# notice, url, published: the State Council's notice for the year, and the date that it bears.
# amendments: later notices, and the days they cover.
# off: runs of days off, first and last day, the weekends they touch included; a plain weekend is
#   not listed. A run over New Year is parted: each year holds its own days.
# makeup: weekend days that are worked.
# festivals: the day of the festival itself.
# official = false: no notice yet; the days are projected from the law alone.
"""


def rebuild(text: str) -> str:
    """The content of the file, with its days as the library has them now."""
    kept = rtoml.loads(text)
    years = range(min(map(int, kept)), LAST_YEAR + 1)
    return "\n".join([PREAMBLE, *(_table(project("CN", y), kept.get(str(y), {})) for y in years)])


def _table(year: CalendarYear, kept: Mapping[str, Any]) -> str:
    lines = [f"[{year.year}]", *_notice(kept)]
    lines += ["off = [", *(f"    {_run(run)}," for run in year.off), "]"]
    lines += [f"makeup = [{_dates(sorted(year.makeup))}]"]
    lines += ["", f"[{year.year}.festivals]"]
    lines += [f"{_string(name)} = {year.festivals[name]}" for name in FESTIVALS]
    return "\n".join(lines) + "\n"


def _notice(kept: Mapping[str, Any]) -> Iterator[str]:
    if "notice" not in kept:
        yield "official = false"
        return
    yield from _document(kept)
    if "amendments" in kept:
        yield "amendments = ["
        for amendment in kept["amendments"]:
            covers = ", ".join(_run(Run(*pair)) for pair in amendment["covers"])
            yield f"    {{ {', '.join(_document(amendment))}, covers = [{covers}] }},"
        yield "]"


def _document(kept: Mapping[str, Any]) -> list[str]:
    return [
        f"notice = {_string(kept['notice'])}",
        f"url = {_string(kept['url'])}",
        f"published = {kept['published']}",
    ]


def _run(run: Run) -> str:
    return f"[{run.first}, {run.last}]"


def _dates(days: Iterable[date]) -> str:
    return ", ".join(str(day) for day in days)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Write the file anew."""
    FILE.write_text(rebuild(FILE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
