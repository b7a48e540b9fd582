"""A workspace to time `check` on: any number of units, each with a sound log of three years."""

from datetime import date
from pathlib import Path

import tomli_w

from zuofeng_cli.days import Span
from zuofeng_cli.duty import Duty
from zuofeng_cli.expand import expand
from zuofeng_cli.load.workspace import load_workspace
from zuofeng_cli.log import Log

YEARS = Span(date(2023, 1, 1), date(2026, 1, 1))
TODAY = "2026-01-05"


def furnish(folder: Path, units: int) -> None:
    """Writes the workspace: 63 entries a log, one for each duty due in three years, none wrong."""
    ids = [f"demo-unit-{number:04}" for number in range(units)]
    rows = [
        {
            "id": name,
            "name": name,
            "kinds": ["discipline-committee"],
            "level": "county",
            "tracked_from": YEARS.start,
        }
        for name in ids
    ]
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    (folder / "zuofeng.toml").write_text('rulebooks = ["chengdu-2014"]\n', encoding="utf-8")
    (folder / "units.toml").write_text(tomli_w.dumps({"unit": rows}), encoding="utf-8")
    workspace = load_workspace(folder)
    ((book, calendar),) = workspace.books
    duties = list(expand(book, workspace.units[0], calendar, Log(unit=ids[0]), YEARS))
    entries = "".join(_entry(number, duty) for number, duty in enumerate(duties))
    for name in ids:
        text = f"unit: {name}\nentries:\n{entries}"
        (folder / "logs" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _entry(number: int, duty: Duty) -> str:
    delivered = ", ".join(duty.rule.recipients)
    return (
        f"  - duty: {duty.rule.id}\n"
        f"    done: {duty.last_working_day}\n"
        f'    period: "{duty.period}"\n'
        f"    delivered_to: [{delivered}]\n"
        "    evidence:\n"
        f"      - kind: {duty.rule.evidence[0]}\n"
        f"        ref: 示范〔2025〕{number}号\n"
    )
