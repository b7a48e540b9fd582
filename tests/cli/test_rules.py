"""`rules list` and `rules show`: what a rulebook holds, by clause."""

import json

import pytest

from tests.cli.conftest import Run

FOUND = [
    # Filters, and the ids that the document's own table of dated duties gives for them.
    (["--cadence", "holiday"], ["pre-holiday-reminder", "holiday-inspection"]),
    (["--kind", "party-school"], ["party-school-courses"]),
    (
        ["--cadence", "period", "--bearer", "inferred"],
        ["annual-democratic-life-meeting", "annual-campaign", "annual-third-party-survey"],
    ),
    (
        ["--kind", "discipline-office", "--cadence", "period"],
        ["monthly-case-report"],
    ),
    (["--clause", "二(一)1"], ["quarterly-study"]),
    (["--clause", "四"], []),
]


@pytest.mark.parametrize(("options", "ids"), FOUND)
def test_rules_are_filtered_and_stay_in_order(
    zuofeng: Run, options: list[str], ids: list[str]
) -> None:
    answer = json.loads(zuofeng("rules", "list", *options, "-f", "json").out)
    assert answer["schema"] == "zuofeng.rules-list/1"
    assert [rule["id"] for rule in answer["rules"]] == ids


def test_a_list_says_who_owes_it_and_how_often(zuofeng: Run) -> None:
    shown = zuofeng("rules", "list", "--clause", "二(六)1", COLUMNS="160").out
    assert "二(六)1  monthly-case-report  Monthly report on cases\n" in shown
    assert "Discipline inspection and supervision office · each month, at least 1\n" in shown
    assert "(inferred) · no number in the text\n" in shown  # case-investigation


def test_an_unknown_filter_is_a_mistake(zuofeng: Run) -> None:
    assert "party-comittee" in zuofeng("rules", "list", "--kind", "party-comittee").err
    assert zuofeng("rules", "list", "--cadence", "weekly").code == 2
    assert zuofeng("rules", "list", "--bearer", "nobody").code == 2


def test_a_rule_is_shown_with_its_readings(zuofeng: Run) -> None:
    shown = zuofeng("rules", "show", "quarterly-study").out
    assert "Cadence       each quarter, at least 1\n" in shown
    assert "  → calendar-quarter  The calendar quarter\n" in shown
    assert "Duties" not in shown
    rule = json.loads(zuofeng("rules", "show", "quarterly-study", "-f", "json").out)["rules"][0]
    assert (rule["clause"], rule["rulebook"]) == ("二(一)1", "chengdu-2014")


def test_a_slip_of_the_pen_is_answered_with_the_nearest(zuofeng: Run) -> None:
    done = zuofeng("rules", "show", "quarterly-stody")
    assert done.code == 2
    assert "quarterly-study" in done.err


def test_a_rulebook_that_is_named_needs_no_workspace(zuofeng: Run) -> None:
    done = zuofeng("rules", "list", "-r", "chengdu-2014", "--clause", "三(四)")
    assert done.err == ""
    assert "publicity" in done.out


def test_a_filter_that_nothing_passes_lists_nothing_and_a_wrong_one_names_the_nearest(
    zuofeng: Run,
) -> None:
    assert zuofeng("rules", "list", "--cadence", "rolling").out == "0 rules\n"
    kind = zuofeng("rules", "list", "--kind", "party-scool")
    assert (kind.code, kind.err.splitlines()[-1]) == (2, "  did you mean party-school?")
    cadence = zuofeng("rules", "list", "--cadence", "perod")
    assert (cadence.code, cadence.err.splitlines()[-1]) == (2, "  did you mean period?")
