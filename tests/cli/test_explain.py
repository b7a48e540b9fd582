import json

import pytest

from tests.cli.conftest import Run

DUTY = "demo-county-committee/post-case-democratic-life-meeting/case-2026-003"


def test_a_derivation_goes_from_the_clause_to_the_day(zuofeng: Run) -> None:
    code, out, _err = zuofeng("explain", DUTY)
    assert code == 0
    argued = [
        "二(一)3",
        "結案後30日內",
        "case-2026-003 (",
        "plus 30 calendar days",
        "158 days late",
    ]
    positions = [out.index(words) for words in argued]
    assert positions == sorted(positions)


def test_a_derivation_shows_the_notice_and_each_day_off(zuofeng: Run) -> None:
    code, out, _err = zuofeng("explain", "demo-county-committee/pre-holiday-reminder/2026-qingming")
    assert code == 0
    assert "国办发明电〔2025〕7号" in out
    assert "2026-04-04" in out
    assert "2026-04-03" in out


def test_the_json_of_a_duty_holds_the_listing_s_own_fields(zuofeng: Run) -> None:
    _code, out, _err = zuofeng("explain", DUTY, "--format", "json")
    answer = json.loads(out)
    assert answer["schema"] == "zuofeng.explain/1"
    assert answer["today"] == "2026-11-24"
    _code, other, _err = zuofeng("due", "--unit", "demo-county-committee", "--format", "json")
    (listed,) = (duty for duty in json.loads(other)["duties"] if duty["key"] == DUTY)
    assert answer["duty"] == {name: listed[name] for name in answer["duty"]}


def test_a_rule_shows_its_readings_and_what_it_makes(zuofeng: Run) -> None:
    code, out, _err = zuofeng("explain", "post-case-democratic-life-meeting")
    assert code == 0
    for words in ("30-days-holiday", "next-working-day", "case-2026-007", "2026-11-27"):
        assert words in out


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("quaterly-study", "did you mean quarterly-study?"),
        ("nobody/quarterly-study/2026-Q1", "no unit 'nobody'"),
        ("demo-county-committee/studies/2026-Q1", "no rule 'studies'"),
        (
            "demo-county-committee/quarterly-study/2026-05",
            "around today it owes: 2026-Q3, 2026-Q4, 2027-Q1",
        ),
        ("demo-county-committee/quarterly-study/2025-Q4", "owes no quarterly-study for '2025-Q4'"),
        ("demo-county-committee/quarterly-study", "say for which period: demo-county-committee/"),
        ("demo-county-committee/monthly-case-report/2026-01", "does not owe monthly-case-report"),
        (
            "demo-county-committee/monthly-case-report/2026-01",
            "this unit is: Party committee (District",
        ),
        ("demo-county-committee/pre-holiday-reminder/9999-qingming", "2027-new-year"),
        ("demo-city-committee/public-report-check/report-1", "does not owe public-report-check"),
        ("demo-county-discipline/public-report-check/r-1", "looks like: the id of a logged event"),
        ("demo-county-committee/pre-holiday-reminder/2150-qingming", "no calendar of CN for 2150"),
        ("//", "no unit ''"),
        ("", "no rule ''"),
    ],
)
def test_what_is_not_there_is_a_usage_error_with_a_way_on(
    zuofeng: Run, what: str, message: str
) -> None:
    code, out, err = zuofeng("explain", what)
    assert (code, out) == (2, "")
    assert message in err
    assert "bug" not in err
