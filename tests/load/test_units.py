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
