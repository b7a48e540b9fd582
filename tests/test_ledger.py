"""A ledger lists what stands on its day."""

from datetime import date

import pytest

from zuofeng_cli.days import Calendar, Span
from zuofeng_cli.ledger import ledger
from zuofeng_cli.log import Log
from zuofeng_cli.rule import Rulebook
from zuofeng_cli.unit import Unit

BOOK = Rulebook.model_validate(
    {
        "format": 1,
        "id": "demo",
        "title": "Demo",
        "in_force_from": date(2014, 9, 30),
        "kinds": {"office": "Office"},
        "rules": [
            {
                "id": "five-year-plan",
                "clause": "1",
                "anchors": [],
                "title": "Carry out the plan for 2013 to 2017",
                "owed_by": [{"kind": "office"}],
                "cadence": {"kind": "undated"},
                "in_force_until": date(2017, 12, 31),
            }
        ],
    }
)
UNIT = Unit(id="demo-office", name="Demo", kinds=("office",), tracked_from=date(2015, 1, 1))


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2014, 9, 29), 0),  # the day before the rulebook is in force
        (date(2014, 9, 30), 1),
        (date(2017, 12, 31), 1),  # the rule's last day
        (date(2018, 1, 1), 0),
    ],
)
def test_a_standing_duty_stands_while_its_rule_is_in_force(today: date, count: int) -> None:
    span = Span(date(2015, 1, 1), date(2019, 1, 1))
    found = ledger([(BOOK, Calendar.weekends())], UNIT, Log(unit=UNIT.id), today, span)
    assert len(found.assessments) == count
